package org.copse.server.assignment;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of a table that hold for some days, and say who ended them and why. */
final class DatedRows {
    private final JdbcClient jdbc;
    private final String table;

    /** @param table a name of ours, never anybody's input */
    DatedRows(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** Ends a row; one that has not begun by then never does. */
    void end(UUID id, LocalDate on, String reason, String by) {
        jdbc.sql(
                        "UPDATE " + table
                                + """
                          \
                         SET valid_to = CASE WHEN CAST(:on AS date) < valid_from THEN valid_from ELSE CAST(:on AS date) END,
                             ended_by = :by, ended_at = CURRENT_TIMESTAMP, end_reason = :reason
                         WHERE id = :id
                        """)
                .param("on", on)
                .param("by", by)
                .param("reason", reason)
                .param("id", id)
                .update();
    }
}
