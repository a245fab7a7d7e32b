package org.copse.server.assignment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * What exclusion constraints do on PostgreSQL, on H2, which has none: refuses a row whose days overlap those of another one that says the
 * same. Writers of a table wait for each other, since none would see what another has not committed.
 */
public final class OverlapGuard implements Trigger {
    private static final Map<String, List<Rule>> RULES = Map.of(
            "beat_assignment",
            List.of(
                    new Rule("beat_assignment_one_main_a_day", "main", "plan", "beat_id"),
                    new Rule("beat_assignment_main_on_one_beat", "main", "officer"),
                    new Rule("beat_assignment_once_on_a_beat", null, "plan", "beat_id", "officer")),
            "officer_leave",
            List.of(new Rule("officer_leave_once_a_day", null, "officer")),
            "liaison_assignment",
            List.of(new Rule("liaison_assignment_once_a_day", null, "officer", "need", "topic")));

    /** What H2 calls a table while it alters it by a copy; the trigger is made anew under that name, and keeps its state after the renaming. */
    private static final Pattern COPY = Pattern.compile("_copy_\\d+_\\d+$");

    private String table = "";
    private List<Rule> rules = List.of();
    private List<String> columns = List.of();

    /** Made by the database. */
    public OverlapGuard() {}

    /**
     * No two rows agree in these columns on the same day.
     *
     * @param rank of the rows it is about; null for all
     */
    private record Rule(String name, @Nullable String rank, List<String> columns) {
        Rule(String name, @Nullable String rank, String... columns) {
            this(name, rank, List.of(columns));
        }
    }

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type)
            throws SQLException {
        table = COPY.matcher(tableName.toLowerCase(Locale.ROOT)).replaceFirst("");
        rules = Optional.ofNullable(RULES.get(table))
                .orElseThrow(() -> new SQLException("no rules on days are known for the table " + tableName));
        try (ResultSet found = connection.getMetaData().getColumns(null, schema, tableName, null)) {
            List<String> names = new ArrayList<>();
            while (found.next()) {
                names.add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
            columns = List.copyOf(names);
        }
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (after == null) {
            return;
        }
        try (Statement lock = connection.createStatement()) {
            lock.execute("SELECT id FROM assignment_lock WHERE id = 1 FOR UPDATE");
        }
        for (Rule rule : rules) {
            if (rule.rank() == null || rule.rank().equals(value("rank", after))) {
                check(connection, rule, after);
            }
        }
    }

    private void check(Connection connection, Rule rule, Object[] row) throws SQLException {
        StringBuilder sql = new StringBuilder(
                "SELECT count(*) FROM " + table
                        + " WHERE id <> ? AND valid_from < ? AND valid_to > ? AND valid_to > valid_from AND CAST(? AS date) < CAST(? AS date)");
        rule.columns().forEach(column -> sql.append(" AND ").append(column).append(" = ?"));
        if (rule.rank() != null) {
            sql.append(" AND rank = '").append(rule.rank()).append("'");
        }
        try (PreparedStatement others = connection.prepareStatement(sql.toString())) {
            others.setObject(1, value("id", row));
            others.setObject(2, value("valid_to", row));
            others.setObject(3, value("valid_from", row));
            others.setObject(4, value("valid_from", row));
            others.setObject(5, value("valid_to", row));
            for (int i = 0; i < rule.columns().size(); i++) {
                others.setObject(6 + i, value(rule.columns().get(i), row));
            }
            try (ResultSet count = others.executeQuery()) {
                if (count.next() && count.getInt(1) > 0) {
                    throw new SQLIntegrityConstraintViolationException(
                            "conflicting days violate \"" + rule.name() + "\"", "23P01");
                }
            }
        }
    }

    private @Nullable Object value(String column, Object[] row) {
        return row[columns.indexOf(column)];
    }
}
