package org.copse.server.redraw;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.copse.server.redraw.DraftRepository.DraftKey;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has the plan of a scenario open: the rows of {@code plan_presence}. Somebody who gave no sign for a while has left. */
@Repository
class Presence {
    private static final int SECONDS = 30;

    private final JdbcClient jdbc;

    Presence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody else at the same plan.
     *
     * @param pendingUnits units that they have moved and not saved
     */
    record Other(String account, Instant seenAt, int pendingUnits) {}

    void sign(DraftKey key, int pending) {
        if (update(key, pending) == 0) {
            try {
                jdbc.sql(
                                """
                                INSERT INTO plan_presence (scenario, account, pending, seen_at)
                                VALUES (:scenario, :account, :pending, CURRENT_TIMESTAMP)
                                """)
                        .param("scenario", key.scenario())
                        .param("account", key.account())
                        .param("pending", pending)
                        .update();
            } catch (DuplicateKeyException e) {
                update(key, pending);
            }
        }
    }

    private int update(DraftKey key, int pending) {
        return jdbc.sql(
                        """
                        UPDATE plan_presence SET pending = :pending, seen_at = CURRENT_TIMESTAMP
                        WHERE scenario = :scenario AND account = :account
                        """)
                .param("pending", pending)
                .param("scenario", key.scenario())
                .param("account", key.account())
                .update();
    }

    List<Other> listOthers(DraftKey key) {
        return jdbc.sql("SELECT account, seen_at, pending FROM plan_presence WHERE scenario = :scenario"
                        + " AND account <> :account AND seen_at > CURRENT_TIMESTAMP - INTERVAL '" + SECONDS
                        + "' SECOND ORDER BY account")
                .param("scenario", key.scenario())
                .param("account", key.account())
                .query((rs, row) -> new Other(
                        rs.getString(1), rs.getObject(2, OffsetDateTime.class).toInstant(), rs.getInt(3)))
                .list();
    }
}
