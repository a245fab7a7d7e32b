package org.copse.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.copse.server.Awaited;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server does for its log by itself: heads at start, after some entries and at stop, and the retention. */
@OnBothDatabases
class AuditKeepingIT {
    private final TestDatabase database;

    @TempDir
    Path folder;

    AuditKeepingIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void exportsHeadsAndCutsWhatIsOverAndGoesOn() throws Exception {
        Clock longAgo = Clock.fixed(Instant.now().minus(Duration.ofDays(100)), ZoneOffset.UTC);
        AuditLog old = AuditLog.of(database.dataSource(), longAgo);
        for (int i = 0; i < 3; i++) {
            old.record(AuditEvent.of(AuditAction.SIGN_IN).by("Anna"));
        }
        Path heads = folder.resolve("elsewhere/heads.jsonl");
        try (RunningServer server = start(heads)) {
            // Three old entries, the key, the cut, and the key again, whose entry may be cut with the others one day.
            Awaited.until("a checkpoint", () -> count("SELECT count(*) FROM audit_checkpoint") == 1);
            assertThat(count("SELECT count(*) FROM audit_entry WHERE seq <= 3")).isZero();
            assertThat(read(heads)).isNotEmpty();
            long before = last(heads);
            AuditLog log = server.bean(AuditLog.class);
            for (int i = 0; i < 5; i++) {
                log.record(AuditEvent.of(AuditAction.SIGN_OUT).by("Anna"));
            }
            Awaited.until("a head after all entries", () -> last(heads) >= before + 5);
            log.record(AuditEvent.of(AuditAction.SIGN_OUT).by("Bob"));
        }
        long end = count("SELECT MAX(seq) FROM audit_entry");
        assertThat(last(heads)).as("the head at the stop is of the last entry").isEqualTo(end);
        try (RunningServer again = start(heads)) {
            assertThat(again.bean(AuditReader.class).state().seq()).isEqualTo(end);
        }
        SigningKey key = SigningKey.in(folder.resolve("key"));
        AuditReport report = AuditVerification.verify(database.dataSource(), read(heads), List.of(key.publicKey()));
        assertThat(report.findings()).isEmpty();
        assertThat(report.cutUpTo()).isEqualTo(3);
        AuditReport withKeysOfTheLog = AuditVerification.verify(database.dataSource(), read(heads), List.of());
        assertThat(withKeysOfTheLog.findings()).isEmpty();
        assertThat(withKeysOfTheLog.keyFromLogItself()).isTrue();
    }

    private RunningServer start(Path heads) {
        return RunningServer.start(
                database,
                "copse.audit.folder=" + folder.resolve("key"),
                "copse.audit.heads=" + heads,
                "copse.audit.head-every=1h",
                "copse.audit.head-after=5",
                "copse.audit.retention=30d");
    }

    private long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }

    private static List<SignedHead> read(Path heads) throws IOException {
        return Files.exists(heads) ? SignedHead.read(heads) : List.of();
    }

    private static long last(Path heads) {
        try {
            return read(heads).stream().mapToLong(SignedHead::seq).max().orElse(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
