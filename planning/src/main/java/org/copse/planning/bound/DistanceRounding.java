package org.copse.planning.bound;

/** What is done to a distance before it is squared: published optima differ in this, and are only comparable with their own. */
public enum DistanceRounding {
    /** Distances as they are. */
    NONE {
        @Override
        double apply(double metres) {
            return metres;
        }
    },
    /** Whole kilometres, half to even, as in the published census instances. */
    WHOLE_KILOMETRES {
        @Override
        double apply(double metres) {
            return Math.rint(metres / 1000) * 1000;
        }
    },
    /** Whole metres, cut down, as in the published grid instances. */
    WHOLE_METRES {
        @Override
        double apply(double metres) {
            return Math.floor(metres + 1e-9);
        }
    };

    abstract double apply(double metres);
}
