package org.copse.server.account;

import io.swagger.v3.oas.annotations.Operation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.permission.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's accounts, for administrators. */
@RestController
@AllowedTo(Permission.ACCOUNT_ADMINISTER)
class AccountController {
    private final Administration administration;

    AccountController(Administration administration) {
        this.administration = administration;
    }

    record View(UUID id, String name, List<Role> roles, boolean enabled, boolean secondFactor, boolean waiting) {
        static View of(Account account) {
            return new View(
                    account.id(),
                    account.getUsername(),
                    account.roles().stream().sorted().toList(),
                    account.isEnabled(),
                    account.secondFactor().isPresent(),
                    !account.duties().isEmpty());
        }
    }

    record Wanted(@Nullable String name, @Nullable List<Role> roles) {}

    record Change(@Nullable List<Role> roles, @Nullable Boolean enabled, @Nullable String reason) {}

    @GetMapping("/api/v1/accounts")
    @Operation(summary = "Lists the accounts")
    List<View> list() {
        return administration.list().stream().map(View::of).toList();
    }

    @PostMapping("/api/v1/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes an account; its first password is shown this once")
    Administration.FirstPassword make(@RequestBody Wanted wanted) {
        return administration.make(wanted.name() == null ? "" : wanted.name(), roles(wanted.roles()));
    }

    @PutMapping("/api/v1/accounts/{id}")
    @Operation(summary = "Replaces an account's roles and whether it can sign in, with a reason; ends its sessions")
    View change(@PathVariable UUID id, @RequestBody Change change) {
        administration.change(
                id,
                roles(change.roles()),
                change.enabled() == null || change.enabled(),
                change.reason() == null ? "" : change.reason());
        return View.of(administration.get(id));
    }

    @PostMapping("/api/v1/accounts/{id}/password")
    @Operation(summary = "Gives an account a new first password, shown this once; ends its sessions")
    Administration.FirstPassword resetPassword(@PathVariable UUID id) {
        return administration.resetPassword(id);
    }

    @DeleteMapping("/api/v1/accounts/{id}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes away the second factor of who lost it; ends the account's sessions")
    void removeSecondFactor(@PathVariable UUID id) {
        administration.removeSecondFactor(id);
    }

    @PostMapping("/api/v1/accounts/{id}/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends every session of an account")
    void signOut(@PathVariable UUID id) {
        administration.signOut(id);
    }

    private static Set<Role> roles(@Nullable List<Role> roles) {
        EnumSet<Role> set = EnumSet.noneOf(Role.class);
        if (roles != null) {
            set.addAll(roles);
        }
        return set;
    }
}
