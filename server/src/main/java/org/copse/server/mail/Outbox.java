package org.copse.server.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.words.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mail that is to go out. It is stored in the transaction of whatever it tells, and tried afterwards, with growing waits, until a mail
 * server takes it or refuses it for good. A row is locked while it is tried, so that of several servers one tries it, and one that dies
 * leaves it waiting. Between a mail server's yes and our commit nothing can be promised: whoever dies there has it sent twice, under the
 * same Message-ID.
 */
@Service
public class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int MOST_AT_ONCE = 100;

    private final MailRepository mails;
    private final Smtp smtp;
    private final MailSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Outbox(MailRepository mails, Smtp smtp, MailSettings settings, TransactionTemplate transactions, Clock clock) {
        this.mails = mails;
        this.smtp = smtp;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns the address of each organisation that gets mail; none when no mail server is set. */
    public Map<String, String> addressees() {
        return settings.isOn() ? settings.agencies() : Map.of();
    }

    /** Returns what mail is written in, one after the other. */
    public List<Language> languages() {
        return settings.languages();
    }

    /** Stores a mail within the caller's transaction; it goes out once that has been committed, and never if it is not. */
    public void put(UUID about, String addressee, String subject, String body) {
        mails.insert(new OutgoingMail(UUID.randomUUID(), about, addressee, subject, body, clock.instant()));
    }

    /** Returns how the newest mail of each finding stands. */
    public Map<UUID, MailStanding> newest() {
        return mails.newest();
    }

    /** Returns how the newest mail of a finding stands. */
    public Optional<MailStanding> findNewest(UUID about) {
        return mails.findNewest(about);
    }

    /** Tries what is due, and returns how many mails were taken. */
    int deliverDue() {
        if (!settings.isOn()) {
            return 0;
        }
        int taken = 0;
        for (UUID id : mails.listDue(clock.instant(), MOST_AT_ONCE)) {
            Tried tried = Objects.requireNonNull(transactions.execute(status -> deliver(id)));
            if (tried == Tried.NOBODY_THERE) {
                break; // The others would wait for the same mail server, one after the other.
            }
            taken += tried == Tried.TAKEN ? 1 : 0;
        }
        return taken;
    }

    private enum Tried {
        TAKEN,
        NOT_TAKEN,
        NOBODY_THERE
    }

    private Tried deliver(UUID id) {
        MailRepository.Due due = mails.lockDue(id, clock.instant()).orElse(null);
        if (due == null) {
            return Tried.NOT_TAKEN;
        }
        String to = settings.agencies().get(due.mail().addressee());
        try {
            send(due.mail(), to);
        } catch (Refusal e) {
            MailStanding standing = after(due, e);
            mails.tried(id, standing);
            LOG.warn(
                    "Mail {} was not taken at try {}, and is now {}: {}",
                    id,
                    standing.tries(),
                    standing.state(),
                    e.getMessage());
            return e.why().isTheServers() ? Tried.NOBODY_THERE : Tried.NOT_TAKEN;
        }
        mails.tried(
                id,
                new MailStanding(
                        MailStanding.SENT,
                        due.mail().addressee(),
                        due.tries() + 1,
                        clock.instant(),
                        null,
                        null,
                        null,
                        to));
        return Tried.TAKEN;
    }

    private void send(OutgoingMail mail, @Nullable String to) throws Refusal {
        if (to == null) {
            throw new Refusal(Refusal.Why.NO_ADDRESS, null, null);
        }
        try {
            smtp.send(mail, to);
        } catch (RuntimeException e) {
            LOG.error("Mail {} cannot be written", mail.id(), e);
            throw new Refusal(Refusal.Why.OTHER, null, e);
        }
    }

    private MailStanding after(MailRepository.Due due, Refusal refusal) {
        Instant now = clock.instant();
        int tries = due.tries() + 1;
        boolean over = refusal.why() == Refusal.Why.REFUSED
                || due.mail().createdAt().plus(settings.tryFor()).isBefore(now);
        return new MailStanding(
                over ? MailStanding.FAILED : MailStanding.WAITING,
                due.mail().addressee(),
                tries,
                now,
                over ? null : now.plus(settings.waitAfter(tries)),
                refusal.why().key(),
                refusal.reply(),
                null);
    }
}
