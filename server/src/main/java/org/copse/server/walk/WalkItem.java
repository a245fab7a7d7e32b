package org.copse.server.walk;

import java.util.Locale;
import java.util.UUID;

/**
 * Something that a phone sends and names.
 *
 * @param id made on the phone: of a walk or a finding a UUID, of a piece of a track its number
 */
public record WalkItem(UUID walk, Kind kind, String id) {
    /** What there is of a walk in rows. */
    public enum Kind {
        WALK(1, 1000),
        FINDING(2000, 100),
        TRACK(5000, 10);

        private final int most;
        private final int mostVersions;

        Kind(int most, int mostVersions) {
            this.most = most;
            this.mostVersions = mostVersions;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns how many a walk may have. */
        int most() {
            return most;
        }

        /** Returns how many versions of one may come. */
        int mostVersions() {
            return mostVersions;
        }
    }

    static WalkItem walk(UUID id) {
        return new WalkItem(id, Kind.WALK, id.toString());
    }

    static WalkItem track(UUID walk, long number) {
        return new WalkItem(walk, Kind.TRACK, Long.toString(number));
    }

    /** Returns a finding of a walk. */
    public static WalkItem finding(UUID walk, UUID id) {
        return new WalkItem(walk, Kind.FINDING, id.toString());
    }
}
