package org.copse.server.concern;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How concerns are taken, and how long what is kept. The page says these times to residents.
 *
 * @param perHour how many one address on the network may send in an hour
 * @param perDay how many are taken from everybody together within 24 hours
 * @param guesses how often one address may ask for a code within ten minutes
 * @param photoBytes of a photo as it is sent
 * @param photoPixels of a photo; a decoder needs four bytes for each
 * @param contactKept how long a contact and a photo are kept once a concern is settled
 * @param kept how long the rest is kept from then on
 * @param longest how long anything is kept of a concern that nobody settles
 */
@ConfigurationProperties("copse.concern")
record ConcernSettings(
        @DefaultValue("10") int perHour,
        @DefaultValue("300") int perDay,
        @DefaultValue("30") int guesses,
        @DefaultValue("6MB") DataSize photoBytes,
        @DefaultValue("16000000") int photoPixels,
        @DefaultValue("30d") Duration contactKept,
        @DefaultValue("180d") Duration kept,
        @DefaultValue("730d") Duration longest) {
    private static final Duration LEAST = Duration.ofDays(1);

    ConcernSettings {
        if (perHour < 1 || perDay < 1 || guesses < 1) {
            throw new IllegalArgumentException("copse.concern.per-hour is " + perHour + ", copse.concern.per-day "
                    + perDay + ", copse.concern.guesses " + guesses + ": each must be at least 1");
        }
        if (photoBytes.toBytes() < 1024 || photoBytes.toMegabytes() > 7 || photoPixels < 10_000) {
            throw new IllegalArgumentException("copse.concern.photo-bytes is " + photoBytes
                    + ", not 1 kB to 7 MB, or copse.concern.photo-pixels is " + photoPixels + ", less than 10000");
        }
        if (contactKept.compareTo(LEAST) < 0 || kept.compareTo(contactKept) < 0 || longest.compareTo(kept) < 0) {
            throw new IllegalArgumentException("copse.concern.contact-kept (" + contactKept.toDays()
                    + " days, at least 1), copse.concern.kept (" + kept.toDays()
                    + ") and copse.concern.longest (" + longest.toDays()
                    + ") must not be shorter one than the one before");
        }
    }
}
