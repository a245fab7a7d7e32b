package org.copse.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What a migration made must not need the connection that made it: a pool closes that connection after half an hour. H2 keeps it in lists
 * of constants, so every check and every generated column is tried through another one. PostgreSQL's know no connection.
 */
class ClosedSessionIT {
    private static final String VIOLATED = "23513";

    private final String url = "jdbc:h2:mem:closed_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @Test
    void everyCheckIsEvaluatedAfterTheConnectionThatMigratedIsClosed() throws SQLException {
        migrate();
        List<String> failed = new ArrayList<>();
        TreeSet<String> evaluated = new TreeSet<>();

        try (Connection second = connect();
                Statement statement = second.createStatement()) {
            statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
            dropTriggers(statement);
            for (String table : strings(
                    statement,
                    "SELECT DISTINCT TABLE_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS"
                            + " WHERE CONSTRAINT_TYPE = 'CHECK' AND TABLE_SCHEMA = 'PUBLIC'")) {
                evaluateAll(statement, table, evaluated, failed);
            }

            assertThat(failed).isEmpty();
            assertThat(evaluated)
                    .containsAll(
                            strings(
                                    statement,
                                    "SELECT CONSTRAINT_NAME FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS WHERE CHECK_CLAUSE LIKE '%''%'"));
        }
    }

    @Test
    void whatWasStoredBeforeStaysWhenTheListsAreReplaced() throws SQLException {
        try (SingleConnectionDataSource earlier = new SingleConnectionDataSource(url, "sa", "", true);
                Statement statement = earlier.getConnection().createStatement()) {
            migrate(earlier, "399?");
            statement.execute("INSERT INTO officer (id, number, duty_name, languages, created_by, created_at, role)"
                    + " VALUES (RANDOM_UUID(), 'o1', 'Officer 1', 'en', 'test', CURRENT_TIMESTAMP, 'liaison')");
        }

        migrate();

        try (Connection second = connect();
                Statement statement = second.createStatement()) {
            statement.execute("UPDATE officer SET role = 'assistant'");
            assertThat(strings(statement, "SELECT number || ' ' || role FROM officer"))
                    .containsExactly("o1 assistant");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("UPDATE officer SET role = 'king'"))
                    .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo(VIOLATED));
        }
    }

    @Test
    void noMigrationMakesAListThatKeepsItsConnection() throws SQLException {
        migrate();

        try (Connection second = connect();
                Statement statement = second.createStatement()) {
            assertThat(strings(
                            statement,
                            "SELECT CONSTRAINT_NAME || ': ' || CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS"
                                    + " WHERE CHECK_CLAUSE LIKE '% IN(%' OR CHECK_CLAUSE LIKE '% IN (%'"))
                    .as("write x = ANY (ARRAY['a', 'b']); see docs/decisions/077")
                    .isEmpty();
            assertThat(strings(
                            statement,
                            "SELECT TABLE_NAME || '.' || COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS"
                                    + " WHERE GENERATION_EXPRESSION IS NOT NULL AND TABLE_SCHEMA = 'PUBLIC'"))
                    .as("generated columns are evaluated in the same way: try them here before they are used")
                    .isEmpty();
        }
    }

    private void migrate() {
        try (SingleConnectionDataSource first = new SingleConnectionDataSource(url, "sa", "", true)) {
            migrate(first, "latest");
        }
    }

    private static void migrate(DataSource source, String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }

    private Connection connect() throws SQLException {
        Properties user = new Properties();
        user.setProperty("user", "sa");
        return DriverManager.getConnection(url, user);
    }

    /** Inserts until nothing stands in the way, each time without the check that refused: so every check has had its turn. */
    private static void evaluateAll(Statement statement, String table, TreeSet<String> evaluated, List<String> failed)
            throws SQLException {
        TreeSet<String> checks = new TreeSet<>(strings(
                statement,
                "SELECT CONSTRAINT_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE CONSTRAINT_TYPE = 'CHECK' AND TABLE_NAME = '"
                        + table + "'"));
        String insert = insert(statement, table);
        statement.execute("DELETE FROM " + table);
        while (!checks.isEmpty()) {
            try {
                statement.execute(insert);
                evaluated.addAll(checks);
                return;
            } catch (SQLException e) {
                String message = String.valueOf(e.getMessage());
                String refusing = checks.stream()
                        .filter(check -> message.contains("\"" + check + ":"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(table + ": " + message, e));
                if (!VIOLATED.equals(e.getSQLState())) {
                    failed.add(message);
                }
                checks.remove(refusing);
                evaluated.add(refusing);
                statement.execute("ALTER TABLE " + table + " DROP CONSTRAINT " + refusing);
            }
        }
    }

    private static String insert(Statement statement, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT COLUMN_NAME, coalesce(GEOMETRY_TYPE, DATA_TYPE) FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = '"
                        + table + "' AND TABLE_SCHEMA = 'PUBLIC' AND IS_IDENTITY = 'NO'")) {
            while (rows.next()) {
                columns.add('"' + rows.getString(1) + '"');
                values.add(value(rows.getString(2)));
            }
        }
        return "INSERT INTO " + table + columns.stream().collect(Collectors.joining(", ", " (", ")"))
                + values.stream().collect(Collectors.joining(", ", " VALUES (", ")"));
    }

    private static String value(String type) {
        return switch (type) {
            case "CHARACTER VARYING", "CHARACTER", "CHARACTER LARGE OBJECT" -> "'x'";
            case "BOOLEAN" -> "TRUE";
            case "UUID" -> "RANDOM_UUID()";
            case "DATE" -> "CURRENT_DATE";
            case "TIMESTAMP WITH TIME ZONE" -> "CURRENT_TIMESTAMP";
            case "JSON" -> "JSON '{}'";
            case "BINARY VARYING", "BINARY LARGE OBJECT" -> "X'00'";
            case "GEOMETRY", "POINT" -> "'SRID=4326;POINT(2.72 51.42)'";
            case "LINESTRING" -> "'SRID=4326;LINESTRING(2.72 51.42, 2.73 51.42)'";
            case "MULTIPOLYGON" -> "'SRID=4326;MULTIPOLYGON(((2.72 51.42, 2.73 51.42, 2.73 51.43, 2.72 51.42)))'";
            default -> "1";
        };
    }

    private static void dropTriggers(Statement statement) throws SQLException {
        for (String trigger : strings(statement, "SELECT DISTINCT TRIGGER_NAME FROM INFORMATION_SCHEMA.TRIGGERS")) {
            statement.execute("DROP TRIGGER " + trigger);
        }
    }

    private static List<String> strings(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
