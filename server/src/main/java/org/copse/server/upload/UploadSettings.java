package org.copse.server.upload;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is kept of uploads, and for how long.
 *
 * @param keep how long an upload is kept after it was sent; at least a minute
 * @param mostPerAccount uploads that one account may have waiting
 * @param mostBytesPerAccount size of them together
 * @param mostFiles files of one upload, such as the parts of a Shapefile
 */
@ConfigurationProperties("copse.upload")
record UploadSettings(
        @DefaultValue("24h") Duration keep,
        @DefaultValue("20") int mostPerAccount,
        @DefaultValue("4GB") DataSize mostBytesPerAccount,
        @DefaultValue("50") int mostFiles) {
    UploadSettings {
        if (keep.toSeconds() < 60) {
            throw new IllegalArgumentException("copse.upload.keep is " + keep + ", below one minute");
        }
        if (mostPerAccount < 1 || mostFiles < 1 || mostBytesPerAccount.toBytes() < 1) {
            throw new IllegalArgumentException("copse.upload.most-per-account is " + mostPerAccount
                    + ", most-bytes-per-account " + mostBytesPerAccount + ", most-files " + mostFiles
                    + ": each must be at least 1");
        }
    }
}
