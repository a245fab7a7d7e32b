package org.copse.geoimport.clean;

import java.util.Map;
import org.copse.geoimport.Feature;
import org.locationtech.jts.geom.Coordinate;

/**
 * The ids of a layer that streams, by 64-bit fingerprints, to find one that is there already. Memory is bounded: ids beyond
 * the first {@link #MOST} are not remembered.
 *
 * <p>That two different ids of three million have one fingerprint happens once in some four million files; such an id
 * would be numbered for nothing.
 */
final class StreamedIdentities {
    /** Ids that are remembered, in at most 64 MB. */
    static final int MOST = 3_000_000;

    private final Fingerprints ids = new Fingerprints();
    private final Fingerprints contents = new Fingerprints();

    /** What is known of a feature's id. */
    enum Seen {
        /** No feature before had it. */
        NEW,
        /** A feature with another geometry or other attributes has it. */
        ID_TAKEN,
        /** The same feature was there. */
        SAME
    }

    /** Returns what is known of the feature, and remembers it. */
    Seen see(Feature feature) {
        long id = ofText(1, feature.id());
        long content = ofContent(id, feature);
        if (ids.size() >= MOST) {
            return !ids.contains(id) ? Seen.NEW : contents.contains(content) ? Seen.SAME : Seen.ID_TAKEN;
        }
        boolean idNew = ids.add(id);
        boolean contentNew = contents.add(content);
        return idNew ? Seen.NEW : contentNew ? Seen.ID_TAKEN : Seen.SAME;
    }

    /** Returns whether there were more ids than are remembered. */
    boolean full() {
        return ids.size() >= MOST;
    }

    private static long ofContent(long id, Feature feature) {
        long hash = id;
        for (Coordinate c : feature.geometry().getCoordinates()) {
            hash = hash * 31 + Double.doubleToLongBits(c.x);
            hash = mixed(hash * 31 + Double.doubleToLongBits(c.y));
        }
        for (Map.Entry<String, Object> attribute : feature.attributes().entrySet()) {
            hash = ofText(ofText(hash, attribute.getKey()), attribute.getValue().toString());
        }
        return hash;
    }

    private static long ofText(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 0x100000001b3L + text.charAt(i);
        }
        return mixed(hash + text.length());
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return mixed ^ (mixed >>> 33);
    }

    /** A set of numbers without boxes. */
    private static final class Fingerprints {
        private long[] slots = new long[1 << 10];
        private int size;

        int size() {
            return size;
        }

        boolean contains(long number) {
            return slots[slot(slots, number)] != 0;
        }

        /** Adds a number; returns false when it was there. */
        boolean add(long number) {
            int slot = slot(slots, number);
            if (slots[slot] != 0) {
                return false;
            }
            slots[slot] = nonZero(number);
            if (++size > slots.length / 4 * 3) {
                long[] wider = new long[slots.length * 2];
                for (long old : slots) {
                    if (old != 0) {
                        wider[slot(wider, old)] = old;
                    }
                }
                slots = wider;
            }
            return true;
        }

        private static long nonZero(long number) {
            return number == 0 ? 1 : number;
        }

        /** Returns the slot that holds {@code number}, or the free one where it would go. */
        private static int slot(long[] slots, long number) {
            long wanted = nonZero(number);
            int at = (int) mixed(wanted) & (slots.length - 1);
            while (slots[at] != 0 && slots[at] != wanted) {
                at = (at + 1) & (slots.length - 1);
            }
            return at;
        }
    }
}
