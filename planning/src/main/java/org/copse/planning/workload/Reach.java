package org.copse.planning.workload;

/** How far a unit is from a base or from the centre: in minutes where somebody measured them, else by distance. */
public sealed interface Reach {

    /** Returns the minutes one way, 0 when nothing is known. */
    double minutes(AccessWeights access);

    /** Returns whether anything is known. */
    default boolean isKnown() {
        return true;
    }

    /** Returns the reach of a place that nobody has told us. */
    static Reach unknown() {
        return Unknown.NOWHERE;
    }

    /** Minutes one way as a table or an attribute gives them. */
    record Measured(double minutesOneWay) implements Reach {
        /** Checks that the minutes are those of a day at most. */
        public Measured {
            Minutes.within("minutes to reach", minutesOneWay, 0, 1440);
        }

        @Override
        public double minutes(AccessWeights access) {
            return minutesOneWay;
        }
    }

    /** A straight-line distance, which the speeds of the weights turn into minutes. */
    record Straight(double metres) implements Reach {
        /** Checks that the distance is one on this planet. */
        public Straight {
            Minutes.within("metres to reach", metres, 0, 20_040_000);
        }

        @Override
        public double minutes(AccessWeights access) {
            return access.minutesFor(metres);
        }
    }

    /** Nothing is known. */
    enum Unknown implements Reach {
        /** The only one. */
        NOWHERE;

        @Override
        public double minutes(AccessWeights access) {
            return 0;
        }

        @Override
        public boolean isKnown() {
            return false;
        }
    }
}
