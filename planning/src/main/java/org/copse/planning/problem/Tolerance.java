package org.copse.planning.problem;

/**
 * How far hours may be from their target, as a share of it.
 *
 * @param beat for beats, 0 or more; 0.15 is usual
 * @param sector for sectors, 0 or more; 0.10 is usual
 */
public record Tolerance(double beat, double sector) {

    /** The usual tolerance: beats within 15 % of their target, sectors within 10 %. */
    public static final Tolerance USUAL = new Tolerance(0.15, 0.10);

    /** Checks both shares. */
    public Tolerance {
        requireShare("beats", beat);
        requireShare("sectors", sector);
    }

    /** Returns a tolerance for beats, with the usual one for sectors or that of the beats where it is tighter. */
    public static Tolerance ofBeats(double beat) {
        return new Tolerance(beat, Math.min(beat, USUAL.sector));
    }

    private static void requireShare(String of, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("the tolerance of " + of + " is " + value + ", not 0 or more");
        }
    }
}
