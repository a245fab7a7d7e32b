package org.copse.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.copse.server.OnBothDatabases;
import org.copse.server.TestDatabase;
import org.copse.server.audit.AuditFinding.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody changes the database behind the server's back. */
@OnBothDatabases
class AuditVerificationIT {
    private static final Instant TODAY = Instant.parse("2030-03-01T12:00:00.123456Z");

    private final TestDatabase database;

    @TempDir
    Path folder;

    AuditVerificationIT(TestDatabase database) {
        this.database = database;
    }

    /** Ten entries, by Anna and by Bob in turn, one a day, the last one today. */
    @BeforeEach
    void tenEntries() {
        sql("DELETE FROM audit_entry");
        sql("DELETE FROM audit_checkpoint");
        for (int i = 1; i <= 10; i++) {
            AuditLog.of(database.dataSource(), clock(10 - i))
                    .record(AuditEvent.of(AuditAction.WEIGHTS_CHANGED)
                            .on("scenario", "s" + i)
                            .because("weight " + i + (i == 4 ? ", as anna asked" : ""))
                            .before("1")
                            .by(i % 2 == 0 ? "Bob" : "Anna"));
        }
        assertThat(verify().intact()).isTrue();
    }

    private static Clock clock(int daysAgo) {
        return Clock.fixed(TODAY.minus(Duration.ofDays(daysAgo)), ZoneOffset.UTC);
    }

    private JdbcClient jdbc() {
        return database.jdbc();
    }

    private int sql(String statement) {
        return jdbc().sql(statement).update();
    }

    private AuditReport verify(SignedHead... heads) {
        return AuditVerification.verify(database.dataSource(), List.of(heads), List.of(key().publicKey()));
    }

    private SigningKey key() {
        return SigningKey.in(folder);
    }

    private SignedHead head() {
        return SignedHead.of(new ChainRepository(jdbc()).head(), TODAY, key());
    }

    private AuditMaintenance maintenance() {
        return new AuditMaintenance(database.dataSource(), clock(0));
    }

    private static void assertFound(AuditReport report, long seq, Code code) {
        assertThat(report.intact()).isFalse();
        assertThat(report.findings().get(0).seq()).as("%s", report.findings()).isEqualTo(seq);
        assertThat(report.findings().get(0).code()).isEqualTo(code);
    }

    @Test
    void seesEveryChangedColumn() {
        for (String change : List.of(
                "subject_id = 's99'",
                "subject_type = NULL",
                "action = 'plan.published'",
                "detail = 'x'",
                "at = at + INTERVAL '1' SECOND",
                "account_commitment = reason_commitment",
                "reason_commitment = NULL")) {
            tenEntries();
            sql("UPDATE audit_entry SET " + change + " WHERE seq = 5");
            assertFound(verify(), 5, Code.CHANGED_ENTRY);
        }
    }

    @Test
    void seesAChangedRowWhoseHashWasMadeAnewAndWhatFollowsNot() {
        ChainEntry five = new ChainRepository(jdbc()).listAfter(4, 1).get(0);
        ChainEntry changed = new ChainEntry(
                5, five.at(), five.action(), "scenario", "s99", null, five.commitments(), five.previous(), "");
        jdbc().sql("UPDATE audit_entry SET subject_id = 's99', hash = :hash WHERE seq = 5")
                .param("hash", changed.computeHash())
                .update();
        assertFound(verify(), 6, Code.BROKEN_LINK);
    }

    @Test
    void seesAChainMadeAnewFromARowOnByItsSignedHead() {
        SignedHead kept = head();
        sql("DELETE FROM audit_entry WHERE seq >= 5");
        for (int i = 5; i <= 10; i++) {
            AuditLog.of(database.dataSource(), clock(10 - i))
                    .record(AuditEvent.of(AuditAction.WEIGHTS_CHANGED)
                            .on("scenario", "s" + i)
                            .by("Anna"));
        }
        assertThat(verify().intact()).as("the chain by itself is whole").isTrue();
        assertFound(verify(kept), 10, Code.REWRITTEN);
    }

    @Test
    void seesRemovedRows() {
        sql("DELETE FROM audit_entry WHERE seq = 5");
        assertFound(verify(), 6, Code.MISSING_ENTRIES);
        tenEntries();
        sql("DELETE FROM audit_entry WHERE seq <= 3");
        assertFound(verify(), 4, Code.CUT_FRONT);
    }

    @Test
    void seesACutTailByASignedHead() {
        SignedHead kept = head();
        sql("DELETE FROM audit_entry WHERE seq > 7");
        assertThat(verify().intact()).isTrue();
        assertFound(verify(kept), 8, Code.CUT_TAIL);
    }

    @Test
    void takesNoHeadOfAnotherKey(@TempDir Path other) {
        SignedHead forged = SignedHead.of(new ChainRepository(jdbc()).head(), TODAY, SigningKey.in(other));
        assertFound(verify(forged), 10, Code.WRONG_SIGNATURE);
        SignedHead genuine = head();
        SignedHead moved = new SignedHead(9, genuine.hash(), genuine.at(), genuine.keyId(), genuine.signature());
        assertFound(verify(moved), 9, Code.WRONG_SIGNATURE);
    }

    @Test
    void seesChangedAndMissingAndAddedTexts() {
        sql("UPDATE audit_personal SET content = 'Bob' WHERE seq = 3 AND field = 'account'");
        assertFound(verify(), 3, Code.CHANGED_TEXT);
        tenEntries();
        sql("DELETE FROM audit_personal WHERE seq = 3 AND field = 'account'");
        assertFound(verify(), 3, Code.MISSING_TEXT);
        tenEntries();
        sql("INSERT INTO audit_personal (seq, field, salt, content) VALUES (3, 'address', '00', '192.0.2.1')");
        assertFound(verify(), 3, Code.ADDED_TEXT);
    }

    @Test
    void erasesAnAccountAndTheChainHolds() {
        SignedHead kept = head();
        int erased =
                maintenance().erase(new AuditMaintenance.Erasure("Anna", true, List.of()), "registrar", "request 12");

        assertThat(erased).isEqualTo(6);
        assertThat(jdbc().sql("SELECT count(*) FROM audit_personal WHERE LOWER(content) LIKE '%anna%'")
                        .query(Long.class)
                        .single())
                .isZero();
        AuditReport report = verify(kept);
        assertThat(report.findings()).isEmpty();
        assertThat(report.erased()).isEqualTo(6);
        List<AuditEntry> entries = AuditReader.of(database.dataSource()).list(AuditFilter.ALL, Long.MAX_VALUE, 20);
        assertThat(entries.get(0).action()).isEqualTo("audit.erased");
        assertThat(entries.get(0).account()).isEqualTo("registrar");
        assertThat(entries.get(0).reason()).isEqualTo("request 12");
        assertThat(entries.get(10).account()).isNull();
        assertThat(entries.get(10).erased()).containsExactly(PersonalField.ACCOUNT);
        assertThat(entries.get(9).account()).isEqualTo("Bob");
    }

    @Test
    void erasesAllTextsOfAnEntry() {
        assertThat(maintenance()
                        .erase(new AuditMaintenance.Erasure(null, false, List.of(2L)), "registrar", "request 13"))
                .isEqualTo(3);
        assertThat(verify().intact()).isTrue();
        assertThat(verify().erased()).isEqualTo(3);
    }

    @Test
    void cutsWhatIsOlderThanTheRetentionAndTheRestVerifies() {
        SignedHead kept = head();
        assertThat(maintenance().cut(Duration.ofDays(4), key())).isEqualTo(5);

        AuditReport report = verify(kept);
        assertThat(report.findings()).isEmpty();
        assertThat(report.first()).isEqualTo(6);
        assertThat(report.cutUpTo()).isEqualTo(5);
        assertThat(maintenance().cut(Duration.ofDays(4), key())).isZero();

        maintenance().cut(Duration.ofDays(1), key());
        assertThat(verify(kept).findings()).isEmpty();
        assertThat(verify(kept).first()).isEqualTo(9);
    }

    @Test
    void neverCutsTheLastEntry() {
        sql("DELETE FROM audit_entry");
        AuditLog.of(database.dataSource(), clock(100))
                .record(AuditEvent.of(AuditAction.SIGN_IN).by("Anna"));
        assertThat(maintenance().cut(Duration.ofDays(4), key())).isZero();
        assertThat(verify().entries()).isEqualTo(1);
    }

    @Test
    void takesNoCheckpointThatTheKeyDidNotSign() {
        maintenance().cut(Duration.ofDays(4), key());
        sql("DELETE FROM audit_entry WHERE seq = 6");
        jdbc().sql("UPDATE audit_checkpoint SET seq = 6, hash = (SELECT previous FROM audit_entry WHERE seq = 7)")
                .update();
        assertFound(verify(), 6, Code.WRONG_SIGNATURE);
    }
}
