package org.copse.server.officer;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The roster: who serves, and what the public may know of them. */
@Service
public class Officers {
    private final OfficerRepository officers;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final Clock clock;

    Officers(OfficerRepository officers, TransactionTemplate transactions, AuditLog audit, Clock clock) {
        this.officers = officers;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns all officers, those who left too, by duty name. */
    public List<StoredOfficer> list() {
        return officers.list();
    }

    /** Returns all officers by id. */
    public Map<UUID, StoredOfficer> mapById() {
        return officers.list().stream().collect(Collectors.toMap(StoredOfficer::id, Function.identity()));
    }

    /** Returns an officer, or ends the request in {@link ProblemType#NOT_FOUND}. */
    public StoredOfficer get(UUID id) {
        return officers.find(id)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no officer " + id + "."));
    }

    /** Returns the officer who signs in with the account of that name. */
    public Optional<StoredOfficer> findByAccount(String accountName) {
        return officers.findByAccount(key(accountName));
    }

    /** Returns whether the account of that name is the officer's own. */
    public boolean isOwn(UUID officer, String accountName) {
        return findByAccount(accountName)
                .filter(own -> own.id().equals(officer))
                .isPresent();
    }

    /**
     * Adds an officer.
     *
     * @param by the account that does it
     */
    public UUID add(Officer officer, String by) {
        return change(() -> {
            UUID id = officers.insert(officer, by);
            audit.record(AuditEvent.of(AuditAction.OFFICER_CREATED)
                    .on("officer", id.toString())
                    .after(officer.toString())
                    .by(by));
            return id;
        });
    }

    void update(UUID id, Officer officer) {
        change(() -> {
            Officer before = get(id).particulars();
            officers.update(id, officer);
            audit.record(changed(id).before(before.toString()).after(officer.toString()));
            return id;
        });
    }

    /**
     * Notes that an officer no longer serves from a day on; name and photo go at once. To be called where their assignments are ended
     * too, in one transaction.
     *
     * @param now whether that day has come, so that their account is no longer theirs
     */
    public void leave(UUID id, LocalDate on, boolean now, String reason) {
        officers.leave(id, on);
        officers.withdraw(id);
        if (now) {
            officers.link(id, null);
        }
        audit.record(changed(id).because(reason).after("leaves the service on " + on));
    }

    /** Links an account to an officer, or none. */
    public void link(UUID id, @Nullable String accountName) {
        change(() -> {
            officers.link(id, accountName == null ? null : key(accountName));
            audit.record(changed(id).after(accountName == null ? "account unlinked" : "account linked"));
            return id;
        });
    }

    /** Records that an officer wants a name or a photo shown, in place of what was shown before. */
    void show(UUID id, @Nullable String fullName, byte @Nullable [] photo, String by) {
        change(() -> {
            officers.consent(id, clock.instant(), by);
            officers.insertPersonal(id, fullName, photo);
            audit.record(changed(id)
                    .after("opt-in recorded: " + (fullName == null ? "" : "name ") + (photo == null ? "" : "photo")));
            return id;
        });
    }

    /** Removes name and photo. */
    void hide(UUID id) {
        change(() -> {
            officers.withdraw(id);
            audit.record(changed(id).after("opt-in withdrawn: name and photo removed"));
            return id;
        });
    }

    Optional<byte[]> findPhoto(UUID id) {
        return officers.findPhoto(id);
    }

    private <T> T change(Supplier<T> work) {
        try {
            return Optional.ofNullable(transactions.execute(status -> work.get()))
                    .orElseThrow();
        } catch (DuplicateKeyException e) {
            throw String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("officer_account_unique")
                    ? FieldErrors.of("account", "belongs to another officer already")
                    : FieldErrors.of("number", "belongs to another officer already");
        }
    }

    private static AuditEvent.Draft changed(UUID id) {
        return AuditEvent.of(AuditAction.OFFICER_CHANGED).on("officer", id.toString());
    }

    /** As accounts are told apart: by lower case and Unicode form NFKC. */
    private static String key(String accountName) {
        return Normalizer.normalize(accountName.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
