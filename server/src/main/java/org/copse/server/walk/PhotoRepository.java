package org.copse.server.walk;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.photo.Photo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code walk_photo} and {@code walk_photo_piece}. */
@Repository
class PhotoRepository {
    private static final String STATES =
            "SELECT sha256, total, received, stored_at IS NOT NULL AS stored FROM walk_photo ";

    private final JdbcClient jdbc;

    PhotoRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How much of a photo is here.
     *
     * @param received bytes that have come without a gap
     * @param stored whether all have come and are a picture
     */
    record State(String sha256, int total, int received, boolean stored) {
        boolean whole() {
            return received == total;
        }
    }

    Optional<State> find(UUID walk, String sha256) {
        return jdbc.sql(STATES + "WHERE walk = :walk AND sha256 = :sha256")
                .param("walk", walk)
                .param("sha256", sha256)
                .query(PhotoRepository::state)
                .optional();
    }

    List<State> list(UUID walk) {
        return jdbc.sql(STATES + "WHERE walk = :walk ORDER BY sha256")
                .param("walk", walk)
                .query(PhotoRepository::state)
                .list();
    }

    int count(UUID walk) {
        return jdbc.sql("SELECT count(*) FROM walk_photo WHERE walk = :walk")
                .param("walk", walk)
                .query(Integer.class)
                .single();
    }

    void begin(UUID walk, String sha256, int total, String by) {
        jdbc.sql(
                        """
                        INSERT INTO walk_photo (walk, sha256, total, received, sent_by, begun_at)
                        VALUES (:walk, :sha256, :total, 0, :by, CURRENT_TIMESTAMP)
                        """)
                .param("walk", walk)
                .param("sha256", sha256)
                .param("total", total)
                .param("by", by)
                .update();
    }

    void append(UUID walk, String sha256, int start, byte[] bytes) {
        jdbc.sql("INSERT INTO walk_photo_piece (walk, sha256, start_at, bytes) VALUES (:walk, :sha256, :start, :bytes)")
                .param("walk", walk)
                .param("sha256", sha256)
                .param("start", start)
                .param("bytes", bytes)
                .update();
        jdbc.sql("UPDATE walk_photo SET received = :received WHERE walk = :walk AND sha256 = :sha256")
                .param("received", start + bytes.length)
                .param("walk", walk)
                .param("sha256", sha256)
                .update();
    }

    byte[] readPieces(UUID walk, String sha256) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        jdbc.sql("SELECT bytes FROM walk_photo_piece WHERE walk = :walk AND sha256 = :sha256 ORDER BY start_at")
                .param("walk", walk)
                .param("sha256", sha256)
                .query((rs, row) -> rs.getBytes("bytes"))
                .list()
                .forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    void store(UUID walk, String sha256, Photo photo) {
        jdbc.sql(
                        """
                        UPDATE walk_photo SET jpeg = :jpeg, width = :width, height = :height, stored_at = CURRENT_TIMESTAMP
                        WHERE walk = :walk AND sha256 = :sha256 AND jpeg IS NULL
                        """)
                .param("jpeg", photo.jpeg())
                .param("width", photo.width())
                .param("height", photo.height())
                .param("walk", walk)
                .param("sha256", sha256)
                .update();
        jdbc.sql("DELETE FROM walk_photo_piece WHERE walk = :walk AND sha256 = :sha256")
                .param("walk", walk)
                .param("sha256", sha256)
                .update();
    }

    /** Forgets what has come of a photo that is not stored. */
    void forget(UUID walk, String sha256) {
        jdbc.sql("DELETE FROM walk_photo WHERE walk = :walk AND sha256 = :sha256 AND jpeg IS NULL")
                .param("walk", walk)
                .param("sha256", sha256)
                .update();
    }

    Optional<byte[]> findJpeg(UUID walk, String sha256) {
        return jdbc.sql("SELECT jpeg FROM walk_photo WHERE walk = :walk AND sha256 = :sha256 AND jpeg IS NOT NULL")
                .param("walk", walk)
                .param("sha256", sha256)
                .query((rs, row) -> rs.getBytes("jpeg"))
                .optional();
    }

    private static State state(ResultSet rs, int row) throws SQLException {
        return new State(rs.getString("sha256"), rs.getInt("total"), rs.getInt("received"), rs.getBoolean("stored"));
    }
}
