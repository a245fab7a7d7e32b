package org.copse.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated database that belongs to one test class and is gone when it closes. */
public final class TestDatabase implements AutoCloseable {
    static final String POSTGIS_VARIABLE = "COPSE_TEST_POSTGIS";

    /** The database product under test. */
    public enum Product {
        H2GIS("h2"),
        POSTGIS("postgresql");

        private final String vendor;

        Product(String vendor) {
            this.vendor = vendor;
        }

        boolean available() {
            return this == H2GIS || postgisUrl() != null;
        }
    }

    private final Product product;
    private final String name;
    private final HikariDataSource source;
    private final Map<Class<?>, AutoCloseable> shared = new LinkedHashMap<>();

    private TestDatabase(Product product, String name, HikariDataSource source) {
        this.product = product;
        this.name = name;
        this.source = source;
    }

    /** Returns a new database with every migration applied. */
    public static TestDatabase create(Product product) {
        if (product == Product.POSTGIS) {
            String name = newName();
            maintain("CREATE DATABASE " + name + " TEMPLATE " + MigratedOnce.NAME);
            return open(product, name);
        }
        return migrated(createEmpty(product));
    }

    private static TestDatabase migrated(TestDatabase database) {
        Flyway.configure()
                .dataSource(database.source)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + database.product.vendor)
                .load()
                .migrate();
        return database;
    }

    /** Returns a new database as an operator makes it: with nothing in it. */
    public static TestDatabase createEmpty(Product product) {
        String name = newName();
        if (product == Product.POSTGIS) {
            maintain("CREATE DATABASE " + name);
        }
        return open(product, name);
    }

    private static String newName() {
        return "copse_test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    private static TestDatabase open(Product product, String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(
                product == Product.H2GIS
                        ? "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1"
                        : neededPostgisUrl().replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name));
        if (product == Product.H2GIS) {
            // Spring Boot's user of an embedded database when none is given.
            config.setUsername("sa");
        }
        config.setMaximumPoolSize(6);
        return new TestDatabase(product, name, new HikariDataSource(config));
    }

    /** Returns which product this is. */
    public Product product() {
        return product;
    }

    /** Returns the JDBC URL, with the user in it where one is needed: a server under test connects with it. */
    public String url() {
        return source.getJdbcUrl();
    }

    /** Returns a pooled source of connections. */
    public DataSource dataSource() {
        return source;
    }

    /** Returns a client on {@link #dataSource()}. */
    public JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    /** Returns transactions on {@link #dataSource()}. */
    public TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /** Returns what the tests on this database share: made at the first call, closed before the database is. */
    public <T extends AutoCloseable> T shared(Class<T> type, Supplier<T> maker) {
        return type.cast(shared.computeIfAbsent(type, made -> maker.get()));
    }

    @Override
    public void close() {
        for (AutoCloseable made : shared.values()) {
            try {
                made.close();
            } catch (Exception e) {
                throw new IllegalStateException("What tests shared cannot be closed", e);
            }
        }
        if (product == Product.H2GIS) {
            jdbc().sql("SHUTDOWN").update();
            source.close();
        } else {
            source.close();
            maintain("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    private static void maintain(String statement) {
        SingleConnectionDataSource maintenance = new SingleConnectionDataSource(neededPostgisUrl(), true);
        try {
            new JdbcTemplate(maintenance).execute(statement);
        } finally {
            maintenance.destroy();
        }
    }

    private static String neededPostgisUrl() {
        String url = postgisUrl();
        if (url == null) {
            throw new IllegalStateException(
                    POSTGIS_VARIABLE + " must name a PostGIS cluster's maintenance database, for example"
                            + " jdbc:postgresql://127.0.0.1:5432/postgres?user=copse");
        }
        return url;
    }

    private static @Nullable String postgisUrl() {
        return System.getenv(POSTGIS_VARIABLE);
    }

    /** A migrated PostGIS database that the others of this process are copied from: the extension alone takes a second to make. */
    private static final class MigratedOnce {
        static final String NAME = made();

        private static String made() {
            TestDatabase template = migrated(createEmpty(Product.POSTGIS));
            template.source.close();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> maintain("DROP DATABASE " + template.name)));
            return template.name;
        }
    }
}
