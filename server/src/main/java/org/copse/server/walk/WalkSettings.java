package org.copse.server.walk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a walk may hold.
 *
 * @param photoBytes of one photo as a phone sends it
 * @param photoPixels of one photo; a decoder needs four bytes for each
 * @param photos of one walk
 */
@ConfigurationProperties("copse.walk")
record WalkSettings(
        @DefaultValue("6MB") DataSize photoBytes,
        @DefaultValue("16000000") int photoPixels,
        @DefaultValue("1000") int photos) {
    WalkSettings {
        if (photoBytes.toBytes() < 1024 || photoBytes.toMegabytes() > 100) {
            throw new IllegalArgumentException("copse.walk.photo-bytes is " + photoBytes + ", not 1 kB to 100 MB");
        }
        if (photoPixels < 10_000 || photos < 1) {
            throw new IllegalArgumentException("copse.walk.photo-pixels is " + photoPixels + " (at least 10000),"
                    + " copse.walk.photos is " + photos + " (at least 1)");
        }
    }
}
