package org.copse.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.copse.server.Awaited;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class PromptDataSourceTest {
    private final Pool pool = new Pool();
    private volatile boolean databaseAnswers = true;
    private volatile boolean driverFails;
    private volatile int probes;
    private long nanos;
    private final PromptDataSource prompt = new PromptDataSource(
            pool, this::probe, Duration.ofSeconds(30), Duration.ofMillis(1), () -> nanos += 400_000_000);

    private void probe() throws SQLException {
        probes++;
        if (driverFails) {
            throw new IllegalStateException("a fault of the driver");
        }
        if (!databaseAnswers) {
            throw new SQLException("connection refused");
        }
    }

    /** Refuses as a pool does after its wait. */
    private static final class Pool extends AbstractDataSource {
        private volatile int refusals;
        private volatile int asked;

        @Override
        public Connection getConnection() throws SQLException {
            asked++;
            if (refusals > 0) {
                refusals--;
                throw new SQLTransientConnectionException("timed out");
            }
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, args) -> null);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }

    @Test
    void asksABusyPoolAgain() throws SQLException {
        pool.refusals = 5;

        assertThat(prompt.getConnection()).isNotNull();
        assertThat(pool.asked).isEqualTo(6);
    }

    @Test
    void givesUpOnAPoolThatStaysBusy() {
        pool.refusals = Integer.MAX_VALUE;

        assertThatThrownBy(prompt::getConnection).isInstanceOf(SQLTransientConnectionException.class);
        assertThat(pool.asked).isBetween(70, 80);
    }

    @Test
    void letsNobodyWaitForADatabaseThatIsAway() throws Exception {
        databaseAnswers = false;
        pool.refusals = Integer.MAX_VALUE;

        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(prompt::getConnection).isInstanceOf(SQLTransientConnectionException.class);
        }
        assertThat(pool.asked).as("only the first waited").isEqualTo(1);

        int before = probes;
        Awaited.until("a look for the database", () -> probes > before);
        pool.refusals = 0;
        databaseAnswers = true;
        Awaited.until("a connection once the database is back", this::connects);
    }

    @Test
    void goesOnLookingWhereTheDriverFails() throws Exception {
        driverFails = true;
        pool.refusals = Integer.MAX_VALUE;

        assertThatThrownBy(prompt::getConnection).isInstanceOf(SQLTransientConnectionException.class);
        int before = probes;
        Awaited.until("a second look that fails", () -> probes > before + 1);
        pool.refusals = 0;
        driverFails = false;

        Awaited.until("a connection once the driver works", this::connects);
    }

    private boolean connects() {
        try {
            return prompt.getConnection() != null;
        } catch (SQLException e) {
            return false;
        }
    }
}
