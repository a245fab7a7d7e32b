package org.copse.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says how the SQL of the two databases differs, where it must. */
public enum Dialect {
    POSTGIS("CAST(%s AS json)"),
    H2GIS("%s FORMAT JSON");

    private final String json;

    Dialect(String json) {
        this.json = json;
    }

    /** Returns the dialect of the database that the source connects to. */
    public static Dialect of(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached: " + e.getMessage(), e);
        }
    }

    /** Returns the dialect of the connected database; refuses any other than PostgreSQL and H2. */
    public static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL" -> POSTGIS;
            case "H2" -> H2GIS;
            default ->
                throw new IllegalStateException("Copse runs on PostgreSQL with PostGIS and on H2, not on " + product);
        };
    }

    /**
     * Has what was committed written to the disk. H2 keeps it for half a second, or longer on a busy machine, and a process that is killed in between
     * loses it; what people were told is done has to be there after a kill. PostgreSQL has written it with the commit.
     */
    public void writeToDisk(JdbcClient jdbc) {
        if (this == H2GIS) {
            jdbc.sql("CHECKPOINT SYNC").update();
        }
    }

    /** Returns the SQL expression that stores a text parameter in a {@code json} column. */
    public String json(String parameter) {
        return String.format(json, parameter);
    }
}
