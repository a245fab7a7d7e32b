package org.copse.server.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code upload} and {@code upload_chunk}. Times are the database's. */
@Repository
class UploadRepository {
    private static final int CHUNK_BYTES = 256 << 10;
    private static final String COLUMNS =
            "SELECT id, file_name, bytes, choices, job, layer, created_by, created_at, expires_at FROM upload ";
    private static final String PRESENT = " complete AND expires_at > CURRENT_TIMESTAMP ";

    private final JdbcClient jdbc;

    UploadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an account has waiting. */
    record Waiting(int count, long bytes) {}

    Waiting waitingOf(String account) {
        return jdbc.sql("SELECT count(*), COALESCE(SUM(bytes), 0) FROM upload WHERE created_by = :by AND layer IS NULL"
                        + " AND expires_at > CURRENT_TIMESTAMP")
                .param("by", account)
                .query((rs, row) -> new Waiting(rs.getInt(1), rs.getLong(2)))
                .single();
    }

    /** Begins an upload, which nobody sees before {@link #complete}. */
    void begin(UUID id, String fileName, long bytes, String by, Duration keep) {
        jdbc.sql(
                        """
                        INSERT INTO upload (id, file_name, bytes, complete, created_by, created_at, expires_at)
                        VALUES (:id, :name, :bytes, FALSE, :by, CURRENT_TIMESTAMP,
                                CURRENT_TIMESTAMP + INTERVAL '%d' SECOND)
                        """
                                .formatted(keep.toSeconds()))
                .param("id", id)
                .param("name", fileName)
                .param("bytes", bytes)
                .param("by", by)
                .update();
    }

    /** Stores the bytes, piece by piece. */
    void write(UUID id, InputStream bytes) throws IOException {
        int number = 0;
        for (byte[] chunk = bytes.readNBytes(CHUNK_BYTES); chunk.length > 0; chunk = bytes.readNBytes(CHUNK_BYTES)) {
            jdbc.sql("INSERT INTO upload_chunk (upload, number, bytes) VALUES (:id, :number, :bytes)")
                    .param("id", id)
                    .param("number", number)
                    .param("bytes", chunk)
                    .update();
            number++;
        }
    }

    void complete(UUID id) {
        jdbc.sql("UPDATE upload SET complete = TRUE WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Writes the bytes to {@code out}, piece by piece; returns how many they are. */
    long read(UUID id, OutputStream out) {
        long bytes = 0;
        for (int number = 0; ; number++) {
            Optional<byte[]> chunk = jdbc.sql("SELECT bytes FROM upload_chunk WHERE upload = :id AND number = :number")
                    .param("id", id)
                    .param("number", number)
                    .query((rs, row) -> rs.getBytes(1))
                    .optional();
            if (chunk.isEmpty()) {
                return bytes;
            }
            try {
                out.write(chunk.get());
            } catch (IOException e) {
                throw new UncheckedIOException("The upload cannot be brought to a file", e);
            }
            bytes += chunk.get().length;
        }
    }

    /** Returns the account's upload of that id, unless it has expired. */
    Optional<Upload> find(UUID id, String account) {
        return jdbc.sql(COLUMNS + "WHERE id = :id AND created_by = :by AND" + PRESENT)
                .param("id", id)
                .param("by", account)
                .query(UploadRepository::upload)
                .optional();
    }

    /** Returns the upload of that id, whosoever it is: for the job that imports it. */
    Optional<Upload> findForJob(UUID id) {
        return jdbc.sql(COLUMNS + "WHERE id = :id AND complete")
                .param("id", id)
                .query(UploadRepository::upload)
                .optional();
    }

    /** Returns the account's uploads, the latest first. */
    List<Upload> list(String account) {
        return jdbc.sql(COLUMNS + "WHERE created_by = :by AND" + PRESENT + "ORDER BY created_at DESC, id")
                .param("by", account)
                .query(UploadRepository::upload)
                .list();
    }

    void choose(UUID id, String choices) {
        jdbc.sql("UPDATE upload SET choices = :choices WHERE id = :id")
                .param("choices", choices)
                .param("id", id)
                .update();
    }

    void started(UUID id, UUID job) {
        jdbc.sql("UPDATE upload SET job = :job WHERE id = :id")
                .param("job", job)
                .param("id", id)
                .update();
    }

    /** Says which layer the upload became, and lets go of its bytes. */
    void imported(UUID id, UUID layer) {
        jdbc.sql("UPDATE upload SET layer = :layer WHERE id = :id")
                .param("layer", layer)
                .param("id", id)
                .update();
        jdbc.sql("DELETE FROM upload_chunk WHERE upload = :id").param("id", id).update();
    }

    void delete(UUID id) {
        jdbc.sql("DELETE FROM upload WHERE id = :id").param("id", id).update();
    }

    /** Deletes what has expired, but for what a job works on; returns how many those were. */
    int deleteExpired() {
        return jdbc.sql(
                        """
                        DELETE FROM upload WHERE expires_at <= CURRENT_TIMESTAMP
                        AND NOT EXISTS (SELECT 1 FROM planning_job j
                                        WHERE j.upload = upload.id AND j.state IN ('queued', 'running'))
                        """)
                .update();
    }

    private static Upload upload(ResultSet rs, int row) throws SQLException {
        return new Upload(
                rs.getObject("id", UUID.class),
                rs.getString("file_name"),
                rs.getLong("bytes"),
                rs.getString("choices"),
                rs.getObject("job", UUID.class),
                rs.getObject("layer", UUID.class),
                rs.getString("created_by"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
