package org.copse.server.walk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.walk.WalkItem.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code walk} and {@code walk_record}. */
@Repository
class WalkRepository {
    private static final String NEWEST =
            """
            SELECT r.item, r.version, r.sha256, r.body FROM walk_record r
            WHERE r.walk = :walk AND r.kind = :kind
              AND r.version = (SELECT max(n.version) FROM walk_record n WHERE n.walk = r.walk AND n.kind = r.kind AND n.item = r.item)
            """;

    private final JdbcClient jdbc;

    WalkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version of an item as it came. */
    record Version(String item, int version, String sha256, String body) {}

    /** A line of the list of walks. */
    record Heading(UUID id, String title, Instant startedAt, @Nullable Instant endedAt, String createdBy) {}

    /** Has others who add to the walk wait until the transaction ends; returns whether there is such a walk. */
    boolean lock(UUID walk) {
        return jdbc.sql("SELECT id FROM walk WHERE id = :id FOR UPDATE")
                .param("id", walk)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    boolean exists(UUID walk) {
        return jdbc.sql("SELECT count(*) FROM walk WHERE id = :id")
                        .param("id", walk)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void insert(UUID id, Walk walk, String by) {
        with(
                        walk,
                        """
                        INSERT INTO walk (id, title, started_at, ended_at, planned, created_by, created_at)
                        VALUES (:id, :title, :started, :ended, :planned, :by, CURRENT_TIMESTAMP)
                        """)
                .param("id", id)
                .param("by", by)
                .update();
    }

    void update(UUID id, Walk walk) {
        with(
                        walk,
                        "UPDATE walk SET title = :title, started_at = :started, ended_at = :ended, planned = :planned WHERE id = :id")
                .param("id", id)
                .update();
    }

    private JdbcClient.StatementSpec with(Walk walk, String sql) {
        return jdbc.sql(sql)
                .param("title", walk.title())
                .param("started", time(walk.startedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ended", time(walk.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("planned", walk.planned(), Types.OTHER);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    Optional<Version> findVersion(WalkItem item, int version) {
        return jdbc.sql(
                        """
                        SELECT item, version, sha256, body FROM walk_record
                        WHERE walk = :walk AND kind = :kind AND item = :item AND version = :version
                        """)
                .param("walk", item.walk())
                .param("kind", item.kind().key())
                .param("item", item.id())
                .param("version", version)
                .query(WalkRepository::version)
                .optional();
    }

    Optional<Version> findNewest(WalkItem item) {
        return jdbc.sql(NEWEST + " AND r.item = :item")
                .param("walk", item.walk())
                .param("kind", item.kind().key())
                .param("item", item.id())
                .query(WalkRepository::version)
                .optional();
    }

    List<Version> listNewest(UUID walk, Kind kind) {
        return jdbc.sql(NEWEST + " ORDER BY r.item")
                .param("walk", walk)
                .param("kind", kind.key())
                .query(WalkRepository::version)
                .list();
    }

    int countItems(UUID walk, Kind kind) {
        return jdbc.sql("SELECT count(DISTINCT item) FROM walk_record WHERE walk = :walk AND kind = :kind")
                .param("walk", walk)
                .param("kind", kind.key())
                .query(Integer.class)
                .single();
    }

    void insert(WalkItem item, int version, Received received, String by) {
        jdbc.sql(
                        """
                        INSERT INTO walk_record (walk, kind, item, version, sha256, body, received_by, received_at)
                        VALUES (:walk, :kind, :item, :version, :sha256, :body, :by, CURRENT_TIMESTAMP)
                        """)
                .param("walk", item.walk())
                .param("kind", item.kind().key())
                .param("item", item.id())
                .param("version", version)
                .param("sha256", received.sha256())
                .param("body", received.body())
                .param("by", by)
                .update();
    }

    List<Heading> listHeadings(int most) {
        return jdbc.sql(
                        """
                        SELECT id, title, started_at, ended_at, created_by FROM walk
                        ORDER BY started_at DESC, id FETCH FIRST :most ROWS ONLY
                        """)
                .param("most", most)
                .query((rs, row) -> new Heading(
                        rs.getObject("id", UUID.class),
                        rs.getString("title"),
                        rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(rs.getObject("ended_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null),
                        rs.getString("created_by")))
                .list();
    }

    /** Returns the walks that were recorded of a planned one, the first first. */
    List<UUID> listOfPlanned(UUID planned) {
        return jdbc.sql("SELECT id FROM walk WHERE planned = :planned ORDER BY started_at, id")
                .param("planned", planned)
                .query(UUID.class)
                .list();
    }

    private static Version version(ResultSet rs, int row) throws SQLException {
        return new Version(rs.getString("item"), rs.getInt("version"), rs.getString("sha256"), rs.getString("body"));
    }
}
