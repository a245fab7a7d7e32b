package org.copse.server.concern;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.copse.server.database.Dialect;
import org.copse.server.photo.Photo;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code concern}, {@code concern_photo} and {@code concern_step}. */
@Repository
class ConcernRepository {
    private static final String NEWEST =
            """
            SELECT c.id, c.language, c.category, c.words, c.place, ST_X(c.geom) AS lon, ST_Y(c.geom) AS lat,
                   c.contact IS NOT NULL AS has_contact, p.concern IS NOT NULL AS has_photo, c.received_at,
                   s.number, s.state, s.beat, s.agency, s.reason, s.told, s.note, s.taken_by, s.taken_at
            FROM concern c
            JOIN concern_step s ON s.concern = c.id AND s.number = (SELECT max(n.number) FROM concern_step n WHERE n.concern = c.id)
            LEFT JOIN concern_photo p ON p.concern = c.id
            """;

    private final JdbcClient jdbc;
    private final Dialect dialect;

    ConcernRepository(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.dialect = Dialect.of(source);
    }

    /** Has what was committed outlive a kill: somebody was given a code for it. */
    void writeToDisk() {
        dialect.writeToDisk(jdbc);
    }

    void insert(UUID id, String codeHash, NewConcern concern, Instant at) {
        Concern.Position position = concern.position();
        jdbc.sql(
                        """
                        INSERT INTO concern (id, code_hash, language, category, words, place, geom, contact, received_at)
                        VALUES (:id, :hash, :language, :category, :words, :place, %s, :contact, :at)
                        """
                                .formatted(position == null ? "NULL" : "ST_SetSRID(ST_MakePoint(:lon, :lat), 4326)"))
                .param("id", id)
                .param("hash", codeHash)
                .param("language", concern.language().code())
                .param("category", concern.category().key())
                .param("words", concern.words())
                .param("place", concern.place())
                .param("lon", position == null ? null : position.lon(), Types.DOUBLE)
                .param("lat", position == null ? null : position.lat(), Types.DOUBLE)
                .param("contact", concern.contact(), Types.VARCHAR)
                .param("at", utc(at))
                .update();
    }

    void insert(UUID id, Photo photo) {
        jdbc.sql("INSERT INTO concern_photo (concern, jpeg, width, height) VALUES (:id, :jpeg, :width, :height)")
                .param("id", id)
                .param("jpeg", photo.jpeg())
                .param("width", photo.width())
                .param("height", photo.height())
                .update();
    }

    /** Adds a step; a concern is settled since its last step made it so. */
    void insert(UUID id, Step step) {
        jdbc.sql(
                        """
                        INSERT INTO concern_step (concern, number, state, beat, agency, reason, told, note, taken_by, taken_at)
                        VALUES (:id, :number, :state, :beat, :agency, :reason, :told, :note, :by, :at)
                        """)
                .param("id", id)
                .param("number", step.number())
                .param("state", step.state().key())
                .param("beat", step.beat())
                .param("agency", step.agency(), Types.VARCHAR)
                .param("reason", step.reason(), Types.VARCHAR)
                .param("told", step.told())
                .param("note", step.note())
                .param("by", step.by(), Types.VARCHAR)
                .param("at", utc(step.at()))
                .update();
        jdbc.sql("UPDATE concern SET settled_at = :at WHERE id = :id")
                .param("id", id)
                .param("at", step.state().isSettled() ? utc(step.at()) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    Optional<UUID> findByCode(String codeHash) {
        return jdbc.sql("SELECT id FROM concern WHERE code_hash = :hash")
                .param("hash", codeHash)
                .query(UUID.class)
                .optional();
    }

    /** Returns all concerns, the latest first. */
    List<Concern> list() {
        return jdbc.sql(NEWEST + "ORDER BY c.received_at DESC, c.id")
                .query((rs, row) -> concern(rs))
                .list();
    }

    Optional<Concern> find(UUID id) {
        return jdbc.sql(NEWEST + "WHERE c.id = :id")
                .param("id", id)
                .query((rs, row) -> concern(rs))
                .optional();
    }

    /** Has others who decide on the concern wait until the transaction ends. */
    void lock(UUID id) {
        jdbc.sql("SELECT id FROM concern WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** Returns all steps of a concern, its receipt first. */
    List<Step> listSteps(UUID id) {
        return jdbc.sql(
                        """
                        SELECT number, state, beat, agency, reason, told, note, taken_by, taken_at
                        FROM concern_step WHERE concern = :id ORDER BY number
                        """)
                .param("id", id)
                .query((rs, row) -> step(rs))
                .list();
    }

    Optional<String> findContact(UUID id) {
        return jdbc.sql("SELECT contact FROM concern WHERE id = :id AND contact IS NOT NULL")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    Optional<byte[]> findPhoto(UUID id) {
        return jdbc.sql("SELECT jpeg FROM concern_photo WHERE concern = :id")
                .param("id", id)
                .query((rs, row) -> rs.getBytes("jpeg"))
                .optional();
    }

    int countSince(Instant since) {
        return jdbc.sql("SELECT count(*) FROM concern WHERE received_at > :since")
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    /** Returns when the first concern since an instant came; null where none did. */
    @Nullable
    Instant findFirstSince(Instant since) {
        return jdbc.sql("SELECT received_at FROM concern WHERE received_at > :since ORDER BY received_at LIMIT 1")
                .param("since", utc(since))
                .query((rs, row) ->
                        rs.getObject("received_at", OffsetDateTime.class).toInstant())
                .optional()
                .orElse(null);
    }

    int deleteContactsSettledBefore(Instant instant) {
        return jdbc.sql("UPDATE concern SET contact = NULL WHERE contact IS NOT NULL AND settled_at < :instant")
                .param("instant", utc(instant))
                .update();
    }

    int deletePhotosSettledBefore(Instant instant) {
        return jdbc.sql(
                        "DELETE FROM concern_photo WHERE concern IN (SELECT id FROM concern WHERE settled_at < :instant)")
                .param("instant", utc(instant))
                .update();
    }

    int deleteSettledBefore(Instant instant) {
        return jdbc.sql("DELETE FROM concern WHERE settled_at < :instant")
                .param("instant", utc(instant))
                .update();
    }

    int deleteReceivedBefore(Instant instant) {
        return jdbc.sql("DELETE FROM concern WHERE received_at < :instant")
                .param("instant", utc(instant))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Concern concern(ResultSet rs) throws SQLException {
        double lon = rs.getDouble("lon");
        boolean nowhere = rs.wasNull();
        return new Concern(
                rs.getObject("id", UUID.class),
                rs.getString("language"),
                Category.valueOf(rs.getString("category").toUpperCase(Locale.ROOT)),
                rs.getString("words"),
                rs.getString("place"),
                nowhere ? null : new Concern.Position(lon, rs.getDouble("lat")),
                rs.getBoolean("has_contact"),
                rs.getBoolean("has_photo"),
                rs.getObject("received_at", OffsetDateTime.class).toInstant(),
                step(rs));
    }

    private static Step step(ResultSet rs) throws SQLException {
        return new Step(
                rs.getInt("number"),
                State.findByKey(rs.getString("state")).orElseThrow(),
                rs.getString("beat"),
                rs.getString("agency"),
                rs.getString("reason"),
                rs.getString("told"),
                rs.getString("note"),
                rs.getString("taken_by"),
                rs.getObject("taken_at", OffsetDateTime.class).toInstant());
    }
}
