package org.copse.planning.problem;

/** What is done to a distance before it is squared: published optima differ in this, and are only comparable with their own. */
public enum DistanceRounding {
    /** Distances as they are. */
    EXACT {
        @Override
        public double apply(double metres) {
            return metres;
        }
    },
    /** Rounded to whole kilometres, half to even, as in the published census instances. */
    WHOLE_KILOMETRES {
        @Override
        public double apply(double metres) {
            return Math.rint(metres / 1000) * 1000;
        }
    },
    /** Truncated to whole metres, as in the published grid instances: the diagonal of a cell of 100 m counts 141 m. */
    TRUNCATED {
        @Override
        public double apply(double metres) {
            return Math.floor(metres + SLACK);
        }
    };

    /** Whole distances may come out of a square root just below what they are. */
    private static final double SLACK = 1e-9;

    /** Returns a distance as it counts, in metres. */
    public abstract double apply(double metres);
}
