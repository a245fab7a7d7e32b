package org.copse.server.officer;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The roster over HTTP. */
@RestController
@RequestMapping("/api/v1/officers")
@AllowedTo(Permission.OFFICER_EDIT)
class OfficerController {
    private final Officers officers;
    private final UserDetailsService accounts;

    OfficerController(Officers officers, UserDetailsService accounts) {
        this.officers = officers;
        this.accounts = accounts;
    }

    /** Which account an officer signs in with; null for none. */
    record AccountLink(@Nullable String account) {}

    @GetMapping
    @AllowedTo(Permission.OFFICER_READ)
    @Operation(summary = "Lists the officers by duty name, those who left too")
    List<OfficerView> list() {
        return officers.list().stream().map(OfficerView::of).toList();
    }

    @GetMapping("/{id}")
    @AllowedTo(Permission.OFFICER_READ)
    @Operation(summary = "Returns an officer")
    OfficerView get(@PathVariable UUID id) {
        return OfficerView.of(officers.get(id));
    }

    @PostMapping
    @Operation(summary = "Adds an officer")
    ResponseEntity<OfficerView> add(@RequestBody OfficerRequest request, Principal account) {
        UUID id = officers.add(request.officer(), account.getName());
        return ResponseEntity.created(
                        UriComponentsBuilder.fromPath("/api/v1/officers/{id}").build(id))
                .body(get(id));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Changes an officer's particulars")
    OfficerView update(@PathVariable UUID id, @RequestBody OfficerRequest request) {
        officers.get(id);
        officers.update(id, request.officer());
        return get(id);
    }

    @PutMapping("/{id}/account")
    @Operation(
            summary =
                    "Links the account with which an officer signs in, so that they see their own beat and handovers; or none")
    OfficerView link(@PathVariable UUID id, @RequestBody AccountLink request) {
        officers.get(id);
        String account = request.account();
        if (account == null || account.isBlank()) {
            officers.link(id, null);
        } else {
            officers.link(id, officerAccount(account).getUsername());
        }
        return get(id);
    }

    private UserDetails officerAccount(String name) {
        try {
            UserDetails account = accounts.loadUserByUsername(name);
            if (account.getAuthorities().stream()
                    .anyMatch(held -> Permission.DUTY_OWN.key().equals(held.getAuthority()))) {
                return account;
            }
        } catch (UsernameNotFoundException e) {
            // The same words: who edits officers does not learn here which accounts there are.
        }
        throw FieldErrors.of("account", "must be the name of an account with the role of officer");
    }
}
