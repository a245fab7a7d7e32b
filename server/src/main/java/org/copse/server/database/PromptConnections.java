package org.copse.server.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Makes the server's pool one that says at once when the database is away. */
@Component
class PromptConnections implements BeanPostProcessor {
    /** How long the pool waits for a connection of its own before the database is tried beside it. */
    private static final Duration WAIT_OF_POOL = Duration.ofMillis(400);

    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String PROBE_SECONDS = "1";
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof HikariDataSource pool)
                || !String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
            return bean;
        }
        Duration patience = Duration.ofMillis(pool.getConnectionTimeout());
        pool.setConnectionTimeout(WAIT_OF_POOL.toMillis());
        pool.setValidationTimeout(WAIT_OF_POOL.toMillis() - 50);
        return new PromptDataSource(pool, () -> probe(pool), patience, LOOK_EVERY, System::nanoTime);
    }

    private static void probe(HikariDataSource pool) throws SQLException {
        Properties properties = new Properties();
        set(properties, "user", pool.getUsername());
        set(properties, "password", pool.getPassword());
        for (String limit : new String[] {"loginTimeout", "connectTimeout", "socketTimeout"}) {
            properties.setProperty(limit, PROBE_SECONDS);
        }
        try (Connection connection = DriverManager.getConnection(pool.getJdbcUrl(), properties)) {
            if (!connection.isValid(1)) {
                throw new SQLException("no answer within a second");
            }
        } catch (SQLException e) {
            // It answers that it has no room for one more: those of the pool go on.
            if (!TOO_MANY_CONNECTIONS.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static void set(Properties properties, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            properties.setProperty(name, value);
        }
    }
}
