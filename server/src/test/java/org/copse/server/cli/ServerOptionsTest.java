package org.copse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copse.server.cli.ServerOptions.Certificate;
import org.copse.server.cli.ServerOptions.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerOptionsTest {
    private static ServerOptions options(
            String host, boolean empty, @Nullable Certificate certificate, boolean behindProxy) {
        return new ServerOptions(host, 8080, Path.of("data"), empty, null, certificate, behindProxy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.8.8.8"})
    void hasDemoAccountsWithTheSampleCityOnLoopback(String host) {
        assertThat(options(host, false, null, false).properties())
                .containsEntry("copse.accounts.demo", true)
                .containsEntry("copse.sample.load", true);
    }

    @Test
    void hasNoDemoAccountsWithoutTheSampleCity() {
        assertThat(options("127.0.0.1", true, null, false).properties())
                .containsEntry("copse.accounts.demo", false)
                .containsEntry("copse.sample.load", false);
    }

    @Test
    void hasNoDemoAccountsBehindAProxyOnTheSameMachine() {
        assertThat(options("127.0.0.1", false, null, true).demo()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void refusesToSendPasswordsOverANetworkInTheClear(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(host, false, null, false))
                .withMessageContaining("--tls-cert")
                .withMessageContaining("--behind-proxy");
    }

    @Test
    void listensBeyondLoopbackUnderTls(@TempDir Path folder) throws IOException {
        Path chain = Files.createFile(folder.resolve("chain.pem"));
        Path key = Files.createFile(folder.resolve("key.pem"));
        ServerOptions options = options("0.0.0.0", false, new Certificate(chain, key), false);
        assertThat(options.demo()).isFalse();
        assertThat(options.properties())
                .containsEntry("server.ssl.bundle", "copse")
                .containsEntry("server.servlet.session.cookie.secure", true)
                .doesNotContainKey("copse.web.hosts");
    }

    @Test
    void listensBeyondLoopbackBehindAProxy() {
        assertThat(options("0.0.0.0", true, null, true).properties())
                .containsEntry("server.forward-headers-strategy", "native")
                .containsEntry("server.servlet.session.cookie.secure", true);
    }

    @Test
    void answersForThisMachinesNamesOnlyOnLoopback() {
        assertThat(options("127.0.0.1", false, null, false).properties().get("copse.web.hosts"))
                .asString()
                .contains("localhost", "127.0.0.1");
    }

    @Test
    void refusesACertificateThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Certificate(Path.of("nowhere.pem"), Path.of("nowhere.key")))
                .withMessage("Cannot read nowhere.pem");
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerOptions("127.0.0.1", 70_000, Path.of("data"), false, null, null, false))
                .withMessage("--port must be 0 to 65535, not 70000");
    }

    @Test
    void refusesADatabaseThatIsNotPostgreSql() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Database("jdbc:mysql://db/copse", null, null, null))
                .withMessageContaining("jdbc:postgresql:");
    }

    @Test
    void doesNotSayTheDatabasesPassword() {
        Database database = new Database(
                "jdbc:postgresql://db/copse?user=a&password=geheim",
                "a",
                "geheim",
                new ServerOptions.Owner("o", "geheim"));
        assertThat(database.toString()).isEqualTo("jdbc:postgresql://db/copse");
        ServerOptions options = new ServerOptions("127.0.0.1", 0, Path.of("data"), true, database, null, false);
        assertThat(options.toString()).doesNotContain("geheim");
        assertThat(options.properties())
                .containsEntry("spring.datasource.username", "a")
                .containsEntry("spring.flyway.user", "o");
    }
}
