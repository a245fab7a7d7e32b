package org.copse.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A pool that says at once when the database is away. A pool alone cannot tell a database that is gone from connections that are all in use, and
 * waits half a minute for either. Here the pool waits briefly; then a connection beside the pool is tried. Where that works too, the pool is only
 * busy, and it is asked again. Where it does not, nobody waits from then on, until a look in the background finds the database back.
 */
final class PromptDataSource extends DelegatingDataSource {
    private static final Logger LOG = LoggerFactory.getLogger(PromptDataSource.class);

    private final Probe probe;
    private final Duration patience;
    private final Duration lookEvery;
    private final LongSupplier clock;
    private final AtomicBoolean away = new AtomicBoolean();

    /** Tries the database beside the pool. */
    @FunctionalInterface
    interface Probe {
        /**
         * Connects once, and closes the connection.
         *
         * @throws SQLException when the database does not answer
         */
        void tryOnce() throws SQLException;
    }

    /**
     * @param pool which waits briefly
     * @param patience how long a caller waits for a busy pool
     * @param lookEvery how often the database is looked for while it is away
     * @param clock nanoseconds since any moment
     */
    PromptDataSource(DataSource pool, Probe probe, Duration patience, Duration lookEvery, LongSupplier clock) {
        super(pool);
        this.probe = probe;
        this.patience = patience;
        this.lookEvery = lookEvery;
        this.clock = clock;
    }

    @Override
    public Connection getConnection() throws SQLException {
        long began = clock.getAsLong();
        while (!away.get()) {
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException e) {
                if (!answers(e)) {
                    throw e;
                }
                if (clock.getAsLong() - began > patience.toNanos()) {
                    throw e;
                }
            }
        }
        throw new SQLTransientConnectionException("The database is away");
    }

    /** One thread looks; others that found the pool wanting meanwhile ask it again, and hear then what was seen. */
    private synchronized boolean answers(SQLException refused) {
        if (away.get()) {
            return false;
        }
        try {
            probe.tryOnce();
            return true;
        } catch (SQLException | RuntimeException e) {
            away.set(true);
            LOG.warn("The database is away ({}). What needs it is refused until it is back", reason(e, refused));
            Thread looking = new Thread(this::lookUntilBack, "copse-database-look");
            looking.setDaemon(true);
            looking.start();
            return false;
        }
    }

    private static String reason(Exception probed, SQLException refused) {
        String message = probed.getMessage();
        return message == null ? String.valueOf(refused.getMessage()) : message;
    }

    private void lookUntilBack() {
        while (away.get()) {
            try {
                Thread.sleep(lookEvery.toMillis());
                probe.tryOnce();
                away.set(false);
                LOG.info("The database is back");
            } catch (SQLException | RuntimeException e) {
                LOG.debug("The database is still away", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                away.set(false);
            }
        }
    }
}
