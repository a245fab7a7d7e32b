package org.copse.server.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where migrations run as the schema's owner and the server as another user: gives that user what it needs, and of the audit log no more
 * than to read it and to add to it. Runs at each start, since a migration may have made new tables.
 */
@Component
class AuditGrants implements FlywayMigrationStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(AuditGrants.class);
    private static final String POSTGRESQL = "PostgreSQL";

    private final DataSource runtime;

    AuditGrants(DataSource runtime) {
        this.runtime = runtime;
    }

    @Override
    public void migrate(Flyway flyway) {
        flyway.migrate();
        String user = userOf(runtime);
        DataSource owner = flyway.getConfiguration().getDataSource();
        if (!user.isEmpty() && !user.equals(userOf(owner))) {
            JdbcClient client = JdbcClient.create(owner);
            statements(client, '"' + user.replace("\"", "\"\"") + '"')
                    .forEach(statement -> client.sql(statement).update());
        }
        if (!user.isEmpty() && canChangeTheLog()) {
            LOG.warn(
                    "The database user {} could change the audit log: give the server a user of its own, see"
                            + " docs/security.md",
                    user);
        }
    }

    /** Returns the user's name on PostgreSQL; empty on the embedded database, which has one user. */
    private static String userOf(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals(POSTGRESQL)
                    ? connection.getMetaData().getUserName()
                    : "";
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached: " + e.getMessage(), e);
        }
    }

    /** The extension's tables are somebody else's, and everybody may read them. */
    private static List<String> statements(JdbcClient owner, String user) {
        String schema = owner.sql("SELECT quote_ident(current_schema())")
                .query(String.class)
                .single();
        List<String> tables = owner.sql(
                        """
                        SELECT quote_ident(tablename) FROM pg_tables
                        WHERE schemaname = current_schema() AND tableowner = current_user ORDER BY tablename
                        """)
                .query(String.class)
                .list();
        List<String> statements = new ArrayList<>();
        statements.add("GRANT USAGE ON SCHEMA " + schema + " TO " + user);
        for (String table : tables) {
            statements.add("REVOKE ALL ON " + schema + "." + table + " FROM " + user);
            statements.add("GRANT " + rights(table) + " ON " + schema + "." + table + " TO " + user);
        }
        return statements;
    }

    private static String rights(String table) {
        return switch (table) {
            case "audit_entry", "audit_personal" -> "SELECT, INSERT";
            case "audit_checkpoint", "flyway_schema_history", "spatial_ref_sys" -> "SELECT";
            case "audit_lock" -> "SELECT, UPDATE";
            default -> "SELECT, INSERT, UPDATE, DELETE";
        };
    }

    private boolean canChangeTheLog() {
        return JdbcClient.create(runtime)
                .sql(
                        """
                        SELECT has_table_privilege('audit_entry', 'UPDATE') OR has_table_privilege('audit_entry', 'DELETE')
                            OR has_table_privilege('audit_entry', 'TRUNCATE')
                            OR has_table_privilege('audit_personal', 'DELETE')
                        """)
                .query(Boolean.class)
                .single();
    }
}
