package org.copse.server.comparison;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code comparison_link}. */
@Repository
class ComparisonLinkRepository {
    private static final String COLUMNS = "id, name, created_by, created_at, expires_at";

    private final JdbcClient jdbc;

    ComparisonLinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a link shows.
     *
     * @param document JSON
     * @param ground GeoJSON
     */
    record Shown(ComparisonLink link, String document, String ground) {}

    void insert(Shown shown, String hash) {
        ComparisonLink link = shown.link();
        jdbc.sql(
                        """
                        INSERT INTO comparison_link (id, name, token_hash, document, ground, created_by, created_at, expires_at)
                        VALUES (:id, :name, :hash, :document, :ground, :by, :created, :expires)
                        """)
                .param("id", link.id())
                .param("name", link.name())
                .param("hash", hash)
                .param("document", shown.document())
                .param("ground", shown.ground())
                .param("by", link.by())
                .param("created", link.createdAt().atOffset(ZoneOffset.UTC))
                .param("expires", link.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Returns what the link of that hash shows, unless it has expired. */
    Optional<Shown> find(String hash, Instant now) {
        return jdbc.sql("SELECT " + COLUMNS
                        + ", document, ground FROM comparison_link WHERE token_hash = :hash AND expires_at > :now")
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((rs, row) -> new Shown(link(rs), rs.getString("document"), rs.getString("ground")))
                .optional();
    }

    /** Returns the links that have not expired, the latest first. */
    List<ComparisonLink> list(Instant now) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM comparison_link WHERE expires_at > :now ORDER BY created_at DESC, id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((rs, row) -> link(rs))
                .list();
    }

    int deleteExpired(Instant now) {
        return jdbc.sql("DELETE FROM comparison_link WHERE expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ComparisonLink> delete(UUID id) {
        Optional<ComparisonLink> link = jdbc.sql("SELECT " + COLUMNS + " FROM comparison_link WHERE id = :id")
                .param("id", id)
                .query((rs, row) -> link(rs))
                .optional();
        return jdbc.sql("DELETE FROM comparison_link WHERE id = :id")
                                .param("id", id)
                                .update()
                        == 1
                ? link
                : Optional.empty();
    }

    private static ComparisonLink link(ResultSet rs) throws SQLException {
        return new ComparisonLink(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                rs.getString("created_by"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
