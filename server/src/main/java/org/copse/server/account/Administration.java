package org.copse.server.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.permission.Role;
import org.copse.server.secondfactor.SecondFactorRepository;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with everybody's accounts. There is always one administrator who can sign in. */
@Service
class Administration {
    private final AccountRepository accounts;
    private final SecondFactorRepository factors;
    private final PasswordEncoder passwords;
    private final DemoAccounts demo;
    private final AuditLog audit;

    Administration(
            AccountRepository accounts,
            SecondFactorRepository factors,
            PasswordEncoder passwords,
            DemoAccounts demo,
            AuditLog audit) {
        this.accounts = accounts;
        this.factors = factors;
        this.passwords = passwords;
        this.demo = demo;
        this.audit = audit;
    }

    /** A password in the clear, to hand over: it has to be changed at the first sign-in. */
    record FirstPassword(UUID id, String password) {
        @Override
        public String toString() {
            return "FirstPassword[" + id + "]";
        }
    }

    List<Account> list() {
        return accounts.list();
    }

    /** Returns the account. @throws ProblemException when there is none of that id */
    Account get(UUID id) {
        return accounts.find(id)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such account."));
    }

    @Transactional
    FirstPassword make(String name, Set<Role> roles) {
        refuseInDemo();
        String password = newPassword();
        NewAccount wanted;
        try {
            wanted = new NewAccount(name, password, roles);
        } catch (IllegalArgumentException e) {
            throw FieldErrors.of(roles.isEmpty() ? "roles" : "name", String.valueOf(e.getMessage()));
        }
        String hash = passwords.encode(password);
        UUID id;
        try {
            id = accounts.add(wanted, hash);
        } catch (DuplicateKeyException e) {
            throw new ProblemException(ProblemType.CONFLICT, "There is an account of that name.");
        }
        accounts.setPassword(id, hash, true);
        return new FirstPassword(id, password);
    }

    /** Replaces roles and whether the account can sign in; ends its sessions. */
    @Transactional
    void change(UUID id, Set<Role> roles, boolean enabled, String reason) {
        accounts.lockAdministration();
        Account before = get(id);
        if (roles.isEmpty()) {
            throw FieldErrors.of("roles", "An account has a role");
        }
        if (reason.isBlank()) {
            throw FieldErrors.of("reason", "is missing: the audit log keeps why");
        }
        boolean administersAfter = enabled && roles.contains(Role.ADMIN);
        if (!administersAfter && isLastAdministrator(before)) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "This is the last administrator. Make another account one first.");
        }
        accounts.setRoles(id, roles, enabled);
        audit.record(AuditEvent.of(AuditAction.ROLES_CHANGED)
                .on("account", id.toString())
                .detail("from " + state(before.roles(), before.isEnabled()) + " to " + state(roles, enabled))
                .because(reason));
    }

    private boolean isLastAdministrator(Account account) {
        return administers(account)
                && accounts.list().stream().filter(Administration::administers).count() == 1;
    }

    private static boolean administers(Account account) {
        return account.isEnabled() && account.roles().contains(Role.ADMIN);
    }

    private static String state(Set<Role> roles, boolean enabled) {
        return EnumSet.copyOf(roles) + (enabled ? "" : ", disabled");
    }

    /** Gives the account a new password to hand over, and ends its sessions. */
    @Transactional
    FirstPassword resetPassword(UUID id) {
        Account account = get(id);
        String password = newPassword();
        accounts.setPassword(id, passwords.encode(password), true);
        record(account, "password replaced");
        return new FirstPassword(id, password);
    }

    /** Takes the second factor of who lost it. */
    @Transactional
    void removeSecondFactor(UUID id) {
        Account account = get(id);
        factors.set(id, null, List.of());
        accounts.signOutEverywhere(id);
        record(account, "second factor removed");
    }

    @Transactional
    void signOut(UUID id) {
        Account account = get(id);
        accounts.signOutEverywhere(id);
        record(account, "signed out everywhere");
    }

    private void record(Account account, String what) {
        audit.record(AuditEvent.of(AuditAction.ACCOUNT_CHANGED)
                .on("account", account.id().toString())
                .detail(what));
    }

    /** A stored account ends the demo at the next start: nobody should do that by the way. */
    private void refuseInDemo() {
        if (demo.active()) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "The demo stores no accounts. Start Copse with --empty for your own.");
        }
    }

    /** Eighty bits, in groups that can be read over the telephone. */
    private static String newPassword() {
        return Secrets.readable(4, 4);
    }
}
