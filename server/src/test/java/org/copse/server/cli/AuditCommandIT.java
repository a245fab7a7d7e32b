package org.copse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import java.util.Properties;
import org.copse.server.KillableServer;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code copse audit} on the embedded database, beside a running server and after it. */
class AuditCommandIT {
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path folder;

    private String data() {
        return folder.resolve("data").toString();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.audit(arguments);
    }

    @Test
    void verifiesBesideARunningServerAndSeesWhatWasDoneToTheFile() throws Exception {
        try (KillableServer server = KillableServer.start("--empty", "--data", data())) {
            Visitor founder = server.visitor();
            founder.post(
                    "/api/v1/setup",
                    "{\"token\":\"" + server.setUpToken().orElseThrow() + "\",\"username\":\"Founder\",\"password\":\""
                            + PASSWORD + "\"}");
            founder.signIn("Founder", PASSWORD);
            CommandRun beside = run("verify", "--data", data());
            assertThat(beside.exit()).as(beside.out() + beside.err()).isZero();
            assertThat(beside.out()).contains("Entries 1 to 3").contains("as it was written");
            theDatabasesPortAnswersOnlyWhoReadsTheFolder();
            CommandRun erase =
                    run("erase", "--data", data(), "--account", "Founder", "--reason", "request 1", "--by", "dpo");
            assertThat(erase.exit()).as(erase.out() + erase.err()).isZero();
            assertThat(founder.get("/api/v1/session").statusCode()).isEqualTo(200);
        }
        CommandRun after = run("verify", "--data", data());
        assertThat(after.exit()).as(after.out() + after.err()).isZero();
        assertThat(after.out()).contains("erased on record");
        keepsItsKeyToItself();
        seesAChange();
    }

    private void theDatabasesPortAnswersOnlyWhoReadsTheFolder() throws Exception {
        Properties lock = new Properties();
        try (var in = Files.newInputStream(folder.resolve("data/copse.lock.db"))) {
            lock.load(in);
        }
        String server = lock.getProperty("server");
        int port = Integer.parseInt(server.substring(server.lastIndexOf(':') + 1));
        for (InetAddress address : addressesBeyondThisMachine()) {
            assertThatThrownBy(() -> new Socket(address, port).close())
                    .as("%s", address)
                    .isInstanceOf(ConnectException.class);
        }
        assertThatThrownBy(() -> DriverManager.getConnection(
                                "jdbc:h2:tcp://" + server + "/" + folder.resolve("data/copse"), "copse", "")
                        .close())
                .hasMessageContaining("user name or password");
    }

    private static List<InetAddress> addressesBeyondThisMachine() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    private void keepsItsKeyToItself() throws Exception {
        for (String file : new String[] {"data/audit/audit-key.pem"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
                .isEqualTo("rwx------");
    }

    private void seesAChange() {
        DriverManagerDataSource source = new DriverManagerDataSource(
                "jdbc:h2:file:" + folder.resolve("data/copse") + ";AUTO_SERVER=TRUE;IFEXISTS=TRUE", "copse", "");
        JdbcClient.create(source)
                .sql("UPDATE audit_entry SET action = 'sign.out' WHERE seq = 2")
                .update();
        CommandRun changed = run("verify", "--data", data());
        assertThat(changed.exit()).isEqualTo(4);
        assertThat(changed.out()).contains("Entry 2 was changed. [CHANGED_ENTRY]");
        JdbcClient.create(source).sql("DELETE FROM audit_entry").update();
        CommandRun cut = run("verify", "--data", data());
        assertThat(cut.exit()).isEqualTo(4);
        assertThat(cut.out()).contains("CUT_TAIL");
    }

    @Test
    void saysWhatItCannotRead() throws Exception {
        CommandRun nowhere = run("verify", "--data", data());
        assertThat(nowhere.exit()).isEqualTo(3);
        assertThat(nowhere.err()).contains("There is no database in");
        CommandRun wrong = run("verify", "--db", "jdbc:mysql://x/y");
        assertThat(wrong.exit()).isEqualTo(3);
        CommandRun usage = run("erase", "--data", data(), "--reason", "x");
        assertThat(usage.exit()).isEqualTo(2);
        assertThat(run("cut", "--keep-days", "3").exit()).isEqualTo(2);
        Path heads = Files.writeString(folder.resolve("heads"), "no\nhead\n");
        assertThat(run("verify", "--data", data(), "--heads", heads.toString()).exit())
                .isEqualTo(3);
    }
}
