package org.copse.server.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code recorded_quarter}. */
@Repository
class QuarterRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    QuarterRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A quarter that was published. */
    record Row(Quarter quarter, String crs, int cellMetres, Instant publishedAt, boolean withdrawn) {}

    /** Returns all, the latest quarter first. */
    List<Row> list() {
        return jdbc.sql(
                        """
                        SELECT quarter, crs, cell_metres, published_at, withdrawn_at IS NOT NULL AS withdrawn
                        FROM recorded_quarter ORDER BY quarter DESC
                        """)
                .query(QuarterRepository::row)
                .list();
    }

    /** Returns a quarter's table, unless there is none or it was withdrawn. */
    Optional<PublishedQuarter> find(Quarter quarter) {
        return jdbc.sql("SELECT document FROM recorded_quarter WHERE quarter = :quarter AND withdrawn_at IS NULL")
                .param("quarter", quarter.key())
                .query(String.class)
                .optional()
                .map(document -> JSON.readValue(document, PublishedQuarter.class));
    }

    /**
     * Stores a table.
     *
     * @param groups by category, for staff
     * @throws org.springframework.dao.DuplicateKeyException when the quarter has one, or had
     */
    void insert(Quarter quarter, PublishedQuarter table, Map<String, String> groups, String reason, String by) {
        jdbc.sql(
                        """
                        INSERT INTO recorded_quarter (quarter, crs, cell_metres, document, groups, reason, published_by, published_at)
                        VALUES (:quarter, :crs, :metres, :document, :groups, :reason, :by, CURRENT_TIMESTAMP)
                        """)
                .param("quarter", quarter.key())
                .param("crs", table.crs())
                .param("metres", table.cellMetres())
                .param("document", JSON.writeValueAsString(table))
                .param("groups", JSON.writeValueAsString(groups))
                .param("reason", reason)
                .param("by", by)
                .update();
    }

    /** Takes a table away for good. @return whether there was one */
    boolean withdraw(Quarter quarter, String reason, Instant at) {
        return jdbc.sql(
                                """
                                UPDATE recorded_quarter SET document = NULL, withdrawn_reason = :reason, withdrawn_at = :at
                                WHERE quarter = :quarter AND withdrawn_at IS NULL
                                """)
                        .param("quarter", quarter.key())
                        .param("reason", reason)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        return new Row(
                Quarter.find(rs.getString("quarter")).orElseThrow(),
                rs.getString("crs"),
                rs.getInt("cell_metres"),
                rs.getObject("published_at", OffsetDateTime.class).toInstant(),
                rs.getBoolean("withdrawn"));
    }
}
