package org.copse.server.address;

/** How far two words are apart: letters put in, left out, changed, or two neighbours swapped (optimal string alignment). */
final class Edits {
    /** The most that are ever forgiven. */
    static final int MOST = 2;

    private static final int SHORTEST_WITH_ONE = 4;
    private static final int SHORTEST_WITH_TWO = 7;

    private Edits() {}

    /** Returns how many edits a word of this length may be off and still be meant. */
    static int allowed(int length) {
        return length < SHORTEST_WITH_ONE ? 0 : length < SHORTEST_WITH_TWO ? 1 : MOST;
    }

    /** Returns the number of edits, or {@code most + 1} when there are more than {@code most}. */
    static int between(String one, String other, int most) {
        int n = one.length();
        int m = other.length();
        if (Math.abs(n - m) > most) {
            return most + 1;
        }
        int[] twoBefore = new int[m + 1];
        int[] before = new int[m + 1];
        int[] now = new int[m + 1];
        for (int j = 0; j <= m; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= n; i++) {
            now[0] = i;
            int least = i;
            for (int j = 1; j <= m; j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int cost = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + change);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                now[j] = swapped ? Math.min(cost, twoBefore[j - 2] + 1) : cost;
                least = Math.min(least, now[j]);
            }
            if (least > most) {
                return most + 1;
            }
            int[] spare = twoBefore;
            twoBefore = before;
            before = now;
            now = spare;
        }
        return Math.min(before[m], most + 1);
    }

    /** Returns the fewest edits that make {@code start} a beginning of {@code word}, or {@code most + 1}. */
    static int toBeginning(String start, String word, int most) {
        int least = most + 1;
        for (int length = Math.max(1, start.length() - most);
                length <= Math.min(word.length(), start.length() + most);
                length++) {
            least = Math.min(least, between(start, word.substring(0, length), most));
        }
        return least;
    }
}
