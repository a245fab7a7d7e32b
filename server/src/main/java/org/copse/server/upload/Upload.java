package org.copse.server.upload;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that an account sent.
 *
 * @param fileName as the browser named it; of several files, that of the archive that they were put into
 * @param bytes of the file
 * @param choices how it is to be imported, as last asked for, in JSON; null before
 * @param job its import last started; null before
 * @param layer that it became; null while it has not
 * @param createdBy the account that sent it, and alone may see it
 * @param expiresAt when it is gone
 */
record Upload(
        UUID id,
        String fileName,
        long bytes,
        @Nullable String choices,
        @Nullable UUID job,
        @Nullable UUID layer,
        String createdBy,
        Instant createdAt,
        Instant expiresAt) {}
