package org.copse.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.copse.server.Awaited;
import org.copse.server.OnBothDatabases;
import org.copse.server.SetClock;
import org.copse.server.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mail is lost by no mail server's answer, no cut and no death, and sent once where SMTP lets it. */
@OnBothDatabases
class OutboxIT {
    private static final Map<String, String> LAMPS = Map.of("lighting", "lamps@town.example");

    private final TestDatabase database;
    private final FakeSmtp server = new FakeSmtp();
    private final SetClock clock = new SetClock("2026-05-01T10:00:00Z");
    private final UUID finding = UUID.randomUUID();
    private final Outbox outbox;

    OutboxIT(TestDatabase database) {
        this.database = database;
        this.outbox = outbox(MailSettings.Tls.NONE, null, LAMPS);
        database.jdbc().sql("DELETE FROM mail").update();
        UUID walk = UUID.randomUUID();
        database.jdbc()
                .sql(
                        """
                        INSERT INTO walk (id, title, started_at, created_by, created_at)
                        VALUES (:id, 'North', CURRENT_TIMESTAMP, 'officer', CURRENT_TIMESTAMP)
                        """)
                .param("id", walk)
                .update();
        database.jdbc()
                .sql(
                        """
                        INSERT INTO finding (id, walk, version, seen_at, category, is_asset, severity, words, photos, removed)
                        VALUES (:id, :walk, 1, CURRENT_TIMESTAMP, 'lighting', FALSE, 3, 'Lamp out', '', FALSE)
                        """)
                .param("id", finding)
                .param("walk", walk)
                .update();
    }

    private Outbox outbox(MailSettings.Tls tls, @Nullable String user, Map<String, String> agencies) {
        MailSettings settings = MailSettingsTest.settings("127.0.0.1", server.port(), tls, user, agencies);
        return new Outbox(
                new MailRepository(database.jdbc()), new Smtp(settings), settings, database.transactions(), clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void put() {
        database.transactions()
                .executeWithoutResult(status -> outbox.put(finding, "lighting", "Lamp", "Lamp out\n.\nRSET"));
    }

    private MailStanding standing() {
        return outbox.findNewest(finding).orElseThrow();
    }

    @Test
    void aMailIsSentOnceAndSaysWhereTo() {
        put();
        assertThat(standing().state()).isEqualTo("waiting");
        assertThat(outbox.deliverDue()).isEqualTo(1);

        assertThat(outbox.deliverDue()).as("nothing is left").isZero();
        assertThat(server.taken()).hasSize(1);
        assertThat(server.taken().get(0))
                .contains("From: beats@police.example\n", "To: lamps@town.example\n", "Subject: Lamp\n")
                .contains("Auto-Submitted: auto-generated\n", "Date: Fri, 1 May 2026")
                .contains("\n\nLamp out\n.\nRSET");
        assertThat(standing())
                .isEqualTo(new MailStanding(
                        "sent", "lighting", 1, clock.instant(), null, null, null, "lamps@town.example"));
    }

    @Test
    void whatTellsItIsRolledBackWithIt() {
        assertThatThrownBy(() -> database.transactions().executeWithoutResult(status -> {
                    outbox.put(finding, "lighting", "Lamp", "Lamp out");
                    throw new IllegalStateException("the step is refused");
                }))
                .hasMessage("the step is refused");

        assertThat(outbox.deliverDue()).isZero();
        assertThat(outbox.findNewest(finding)).isEmpty();
    }

    @Test
    void whatIsNotTakenNowIsTriedAgainAfterGrowingWaits() {
        server.answer("RCPT", "451 greylisted");
        put();
        outbox.deliverDue();
        MailStanding after = standing();
        assertThat(after.failure()).isEqualTo("later");
        assertThat(after.reply()).isEqualTo(451);
        assertThat(after.next()).isEqualTo(Instant.parse("2026-05-01T10:01:00Z"));
        outbox.deliverDue();
        assertThat(standing().tries()).as("not before its time").isEqualTo(1);

        clock.pass(Duration.ofMinutes(1));
        server.answer("DATA", FakeSmtp.CUT);
        outbox.deliverDue();
        assertThat(standing().next()).isEqualTo(Instant.parse("2026-05-01T10:03:00Z"));
        assertThat(standing().failure()).isEqualTo("unreachable");

        clock.pass(Duration.ofMinutes(2));
        server.answerKindly();
        assertThat(outbox.deliverDue()).isEqualTo(1);
        assertThat(standing().tries()).isEqualTo(3);
        assertThat(standing().failure()).isNull();
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void whatIsRefusedForGoodIsSaidAndTriedNoMore() {
        server.answer("RCPT", "550 no such box\u0007<b>");
        put();
        outbox.deliverDue();
        assertThat(standing().state()).isEqualTo("failed");
        assertThat(standing().failure()).isEqualTo("refused");
        assertThat(standing().reply()).isEqualTo(550);
        clock.pass(Duration.ofDays(1));
        server.answerKindly();
        assertThat(outbox.deliverDue()).isZero();

        put();
        assertThat(outbox.deliverDue()).as("sent anew").isEqualTo(1);
        assertThat(standing().state()).isEqualTo("sent");
    }

    @Test
    void aMailServerThatIsAwayHoldsNothingUpAndIsTriedForFiveDays() {
        put();
        put();
        server.close();
        outbox.deliverDue();
        assertThat(database.jdbc()
                        .sql("SELECT sum(tries) FROM mail")
                        .query(Integer.class)
                        .single())
                .as("one of them was tried")
                .isEqualTo(1);
        clock.pass(Duration.ofDays(5));
        outbox.deliverDue();
        assertThat(standing().state())
                .as("one was tried at that moment, one was not")
                .isEqualTo("waiting");
        clock.pass(Duration.ofHours(2));
        outbox.deliverDue();
        outbox.deliverDue();
        assertThat(standing().state()).isEqualTo("failed");
        assertThat(standing().failure()).isEqualTo("unreachable");
    }

    @Test
    void withoutEncryptionOrASignInNothingIsSent() {
        put();
        outbox(MailSettings.Tls.REQUIRED, "copse", LAMPS).deliverDue();
        assertThat(standing().failure()).isEqualTo("tls");
        assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH") || command.startsWith("MAIL"));

        clock.pass(Duration.ofHours(1));
        server.answer("AUTH", "535 no");
        outbox(MailSettings.Tls.NONE, "copse", LAMPS).deliverDue();
        assertThat(standing().failure()).isEqualTo("sign-in");
        assertThat(standing().state()).isEqualTo("waiting");

        clock.pass(Duration.ofHours(1));
        server.answerKindly();
        assertThat(outbox(MailSettings.Tls.NONE, "copse", LAMPS).deliverDue()).isEqualTo(1);
    }

    @Test
    void anAddressThatIsSetLaterGetsWhatWaited() {
        put();
        outbox(MailSettings.Tls.NONE, null, Map.of()).deliverDue();
        assertThat(standing().failure()).isEqualTo("no-address");
        clock.pass(Duration.ofMinutes(1));
        assertThat(outbox.deliverDue()).isEqualTo(1);
    }

    @Test
    void ofTwoServersOneSends() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        server.answerAfter(open);
        put();
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(outbox::deliverDue);
        Awaited.until("the message is on its way", server::commands, said -> said.stream()
                .anyMatch("DATA"::equals));

        assertThat(outbox(MailSettings.Tls.NONE, null, LAMPS).deliverDue()).isZero();
        open.countDown();

        assertThat(first.get()).isEqualTo(1);
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void whoDiesBetweenTheMailServersYesAndTheCommitSendsTheSameMailAgainUnderItsName() {
        put();
        server.answer("end", "250 ok");
        database.transactions().executeWithoutResult(status -> {
            outbox.deliverDue();
            status.setRollbackOnly();
        });
        assertThat(standing().state()).isEqualTo("waiting");
        assertThat(outbox.deliverDue()).isEqualTo(1);

        assertThat(server.taken()).hasSize(2);
        assertThat(server.taken().stream().map(OutboxIT::messageId).distinct()).hasSize(1);
    }

    private static String messageId(String message) {
        return message.lines()
                .filter(line -> line.startsWith("Message-ID: <"))
                .findFirst()
                .orElseThrow();
    }
}
