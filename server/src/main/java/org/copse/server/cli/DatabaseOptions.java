package org.copse.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Option;

/** Which database a command works on, beside a running server or without one. */
final class DatabaseOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The server's data folder; ${DEFAULT-VALUE}/ when not given. The embedded database is in it,"
                    + " and the audit log's key.")
    Path data = Path.of("data");

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "JDBC URL of a PostGIS database. Without it COPSE_DB_URL, and without that the embedded"
                    + " database. COPSE_DB_USER and COPSE_DB_PASSWORD hold what is not in the URL;"
                    + " COPSE_DB_OWNER_USER and COPSE_DB_OWNER_PASSWORD the schema's owner, where one is needed.")
    @Nullable
    String url;

    /** Returns the database as the server's own user sees it. */
    DataSource open() {
        return open(System.getenv("COPSE_DB_USER"), System.getenv("COPSE_DB_PASSWORD"));
    }

    /** Returns the database as the schema's owner sees it; as the server's user where no owner is named. */
    DataSource openAsOwner() {
        String owner = System.getenv("COPSE_DB_OWNER_USER");
        return owner == null || owner.isBlank() ? open() : open(owner, System.getenv("COPSE_DB_OWNER_PASSWORD"));
    }

    private DataSource open(@Nullable String user, @Nullable String password) {
        DriverManagerDataSource source = new DriverManagerDataSource();
        Optional<String> postgis = Optional.ofNullable(url)
                .or(() -> Optional.ofNullable(System.getenv("COPSE_DB_URL")))
                .filter(given -> !given.isBlank());
        if (postgis.isPresent()) {
            source.setUrl(new ServerOptions.Database(postgis.get(), user, password, null).url());
            if (user != null) {
                source.setUsername(user);
            }
            if (password != null) {
                source.setPassword(password);
            }
            return source;
        }
        if (!Files.exists(data.resolve("copse.mv.db"))) {
            throw new IllegalArgumentException("There is no database in " + data + ": --data names the server's data"
                    + " folder, --db a PostGIS database");
        }
        ServerOptions.listenOnThisMachineOnly();
        source.setUrl(ServerOptions.embeddedUrl(data) + ";IFEXISTS=TRUE");
        source.setUsername("copse");
        source.setPassword("");
        return source;
    }

    /** Returns the folder of the audit log's key. */
    Path auditFolder() {
        return ServerOptions.auditFolder(data);
    }
}
