package org.copse.server.upload;

import java.time.Instant;
import java.util.UUID;
import org.copse.server.job.JobState;
import org.jspecify.annotations.Nullable;

/**
 * An upload on the wire.
 *
 * @param state of its import last started; null before
 * @param layer that it became; null while it has not
 */
record UploadView(
        UUID id,
        String fileName,
        long bytes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable UUID job,
        @Nullable JobState state,
        @Nullable UUID layer) {

    static UploadView of(Upload upload, @Nullable JobState state) {
        return new UploadView(
                upload.id(),
                upload.fileName(),
                upload.bytes(),
                upload.createdAt(),
                upload.expiresAt(),
                upload.job(),
                state,
                upload.layer());
    }
}
