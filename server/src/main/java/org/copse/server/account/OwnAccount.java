package org.copse.server.account;

import java.util.List;
import java.util.stream.IntStream;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.secondfactor.OneTimeCodes;
import org.copse.server.secondfactor.SecondFactorRepository;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their own account. */
@Service
public class OwnAccount {
    private static final int RECOVERY_CODES = 10;

    private final AccountRepository accounts;
    private final SecondFactorRepository factors;
    private final OneTimeCodes codes;
    private final PasswordEncoder passwords;
    private final AccountSettings settings;
    private final AuditLog audit;

    OwnAccount(
            AccountRepository accounts,
            SecondFactorRepository factors,
            OneTimeCodes codes,
            PasswordEncoder passwords,
            AccountSettings settings,
            AuditLog audit) {
        this.accounts = accounts;
        this.factors = factors;
        this.codes = codes;
        this.passwords = passwords;
        this.settings = settings;
        this.audit = audit;
    }

    /** Returns the account as it is stored; the demo's are not, and cannot be changed. */
    public Account stored(Account signedIn) {
        if (DemoAccounts.isDemo(signedIn)) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "A demo account cannot be changed. Start Copse with --empty for accounts of your own.");
        }
        return accounts.find(signedIn.id())
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "The account is gone."));
    }

    /** Replaces the password, for who knows the present one, and ends every session. */
    @Transactional
    void changePassword(Account signedIn, String present, String next) {
        Account account = stored(signedIn);
        checkPassword(account, "present", present);
        try {
            new NewAccount(account.getUsername(), next, account.roles());
        } catch (IllegalArgumentException e) {
            throw FieldErrors.of("next", String.valueOf(e.getMessage()));
        }
        if (next.equals(present)) {
            throw FieldErrors.of("next", "is the present password");
        }
        accounts.setPassword(account.id(), passwords.encode(next), false);
        record(account, "password");
    }

    /** Ends the request when the password is not the account's. */
    void checkPassword(Account signedIn, String password) {
        checkPassword(stored(signedIn), "password", password);
    }

    /** Makes the secret the account's second factor, once a code shows that an app has it; returns recovery codes, for once. */
    @Transactional
    List<String> addSecondFactor(Account signedIn, String secret, String code) {
        Account account = stored(signedIn);
        long step = codes.stepOf(secret, code)
                .orElseThrow(() -> FieldErrors.of("code", "is not the one that the app shows now"));
        List<String> recovery = IntStream.range(0, RECOVERY_CODES)
                .mapToObj(i -> Secrets.readable(4, 4))
                .toList();
        factors.set(account.id(), secret, recovery.stream().map(Secrets::hash).toList());
        factors.useStep(account.id(), step);
        // It may do more now than its present session knows.
        accounts.signOutEverywhere(account.id());
        record(account, "second factor added");
        return recovery;
    }

    /** Takes the second factor away, for who knows the password. */
    @Transactional
    void removeSecondFactor(Account signedIn, String password) {
        Account account = stored(signedIn);
        checkPassword(account, "password", password);
        if (account.roles().stream().anyMatch(settings.secondFactorRoles()::contains)) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "A role of this account needs a second factor. Replace it by another.");
        }
        factors.set(account.id(), null, List.of());
        record(account, "second factor removed");
    }

    @Transactional
    void signOutEverywhere(Account signedIn) {
        Account account = stored(signedIn);
        accounts.signOutEverywhere(account.id());
        record(account, "signed out everywhere");
    }

    private void checkPassword(Account account, String field, String password) {
        if (account.getPassword().isEmpty() || !passwords.matches(password, account.getPassword())) {
            throw FieldErrors.of(field, "is wrong");
        }
    }

    private void record(Account account, String what) {
        audit.record(AuditEvent.of(AuditAction.ACCOUNT_CHANGED)
                .on("account", account.id().toString())
                .detail("own " + what));
    }
}
