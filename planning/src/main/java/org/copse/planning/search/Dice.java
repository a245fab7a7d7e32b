package org.copse.planning.search;

/** Random numbers of a search: xoroshiro128+ (Blackman and Vigna 2018, doi:10.1145/3460772), seeded by SplitMix64. Not for secrets. */
final class Dice {

    private static final int TABLE = 1 << 14;
    private static final float[] EXPONENTIAL = new float[TABLE];

    static {
        for (int i = 0; i < TABLE; i++) {
            EXPONENTIAL[i] = (float) -Math.log((i + 0.5) / TABLE);
        }
    }

    private long a;
    private long b;

    Dice(long seed) {
        this.a = mix(seed + 0x9E3779B97F4A7C15L);
        this.b = mix(a + 0x9E3779B97F4A7C15L) | 1;
    }

    /** Returns a seed for a run of its own, the same for the same pair. */
    static long derive(long seed, long run) {
        return mix(seed ^ mix(run * 0xD1342543DE82EF95L + 1));
    }

    private static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return y ^ (y >>> 31);
    }

    private long next() {
        long s0 = a;
        long s1 = b;
        long result = s0 + s1;
        s1 ^= s0;
        a = Long.rotateLeft(s0, 24) ^ s1 ^ (s1 << 16);
        b = Long.rotateLeft(s1, 37);
        return result;
    }

    /** Returns 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Returns 0 (included) to 1 (excluded). */
    double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Returns a draw of the exponential distribution of mean 1, from a table of 16,384 values. */
    double exponential() {
        return EXPONENTIAL[(int) (next() >>> 50)];
    }

    /** Shuffles the first {@code count} entries. */
    void shuffle(int[] values, int count) {
        for (int i = count - 1; i > 0; i--) {
            int j = below(i + 1);
            int swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }
}
