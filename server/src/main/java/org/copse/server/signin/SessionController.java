package org.copse.server.signin;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import java.util.List;
import org.copse.server.account.Account;
import org.copse.server.account.DemoAccounts;
import org.copse.server.permission.Permission;
import org.copse.server.permission.Public;
import org.copse.server.permission.Role;
import org.copse.server.system.TileSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a page needs to know about who looks at it. */
@RestController
@Public
class SessionController {
    private final DemoAccounts demo;
    private final OidcSettings oidc;
    private final TileSettings tiles;

    SessionController(DemoAccounts demo, OidcSettings oidc, TileSettings tiles) {
        this.demo = demo;
        this.oidc = oidc;
        this.tiles = tiles;
    }

    record Csrf(String header, String token) {}

    record Session(
            boolean signedIn,
            @Nullable String name,
            List<Role> roles,
            List<String> permissions,
            Csrf csrf,
            boolean demo,
            @Nullable String provider,
            @Nullable String tileUrl,
            @Nullable String tileAttribution) {}

    @GetMapping("/api/v1/session")
    @Operation(summary = "Who is signed in, the CSRF token, and the tile server if there is one")
    ResponseEntity<Session> session(@AuthenticationPrincipal @Nullable Account account, CsrfToken csrf) {
        Session session = new Session(
                account != null,
                account == null ? null : account.getUsername(),
                account == null
                        ? List.of()
                        : account.roles().stream()
                                .sorted(Comparator.naturalOrder())
                                .toList(),
                account == null
                        ? List.of()
                        : account.permissions().stream().map(Permission::key).toList(),
                new Csrf(csrf.getHeaderName(), csrf.getToken()),
                demo.active(),
                oidc.isOn() ? oidc.name() : null,
                tiles.url(),
                tiles.attribution());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(session);
    }
}
