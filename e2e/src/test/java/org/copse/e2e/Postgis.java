package org.copse.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of a test's own in the cluster that {@code COPSE_TEST_POSTGIS} names; dropped at the end. */
final class Postgis implements AutoCloseable {

    private final String cluster;
    private final String name;

    private Postgis(String cluster, String name) throws SQLException {
        this.cluster = cluster;
        this.name = name;
        execute("CREATE DATABASE " + name);
    }

    /** Makes the database; where no cluster is named the test is skipped, or fails when CI is true. */
    static Postgis create() throws SQLException {
        String cluster = System.getenv("COPSE_TEST_POSTGIS");
        if (cluster == null || cluster.isBlank()) {
            Chromium.missing("no PostGIS named by COPSE_TEST_POSTGIS");
            throw new AssertionError("unreachable: missing() always throws");
        }
        return new Postgis(cluster, "copse_e2e_" + Long.toHexString(System.nanoTime()));
    }

    /** Returns the database's JDBC URL. */
    String url() {
        return cluster.replaceFirst("^(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(cluster);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}
