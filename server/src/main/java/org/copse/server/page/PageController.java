package org.copse.server.page;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.copse.server.security.AllowedTo;
import org.copse.server.security.Permission;
import org.copse.server.security.Public;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pages. Each is the same for everybody, so a browser keeps it and asks only whether it changed. */
@RestController
@Hidden
@Public
class PageController {
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Page home = Page.read("index.html");
    private final Page planner = Page.read("planner.html");
    private final Page importing = Page.read("import.html");
    private final Page importReport = Page.read("import-report.html");
    private final Page audit = Page.read("audit.html");
    private final Page permissions = Page.read("permissions.html");
    private final Page accounts = Page.read("accounts.html");
    private final Page account = Page.read("account.html");
    private final Page resident = Page.read("resident.html");
    private final Page team = Page.read("team.html");
    private final Page officers = Page.read("officers.html");
    private final Page duty = Page.read("duty.html");
    private final Page handover = Page.read("handover.html");
    private final Page login = Page.read("login.html");
    private final Page setup = Page.read("setup.html");

    @GetMapping("/")
    ResponseEntity<byte[]> home() {
        return home.answer();
    }

    @GetMapping("/planner")
    @AllowedTo(Permission.SCENARIO_READ)
    ResponseEntity<byte[]> planner() {
        return planner.answer();
    }

    @GetMapping("/import")
    @AllowedTo(Permission.LAYER_IMPORT)
    ResponseEntity<byte[]> importing() {
        return importing.answer();
    }

    @GetMapping("/import-report")
    @AllowedTo(Permission.LAYER_READ)
    ResponseEntity<byte[]> importReport() {
        return importReport.answer();
    }

    @GetMapping("/audit")
    @AllowedTo(Permission.AUDIT_READ)
    ResponseEntity<byte[]> audit() {
        return audit.answer();
    }

    @GetMapping("/permissions")
    @AllowedTo(Permission.PERMISSION_READ)
    ResponseEntity<byte[]> permissions() {
        return permissions.answer();
    }

    @GetMapping("/accounts")
    @AllowedTo(Permission.ACCOUNT_ADMINISTER)
    ResponseEntity<byte[]> accounts() {
        return accounts.answer();
    }

    @GetMapping("/account")
    @AllowedTo(Permission.ACCOUNT_MANAGE_OWN)
    ResponseEntity<byte[]> account() {
        return account.answer();
    }

    @GetMapping("/resident")
    ResponseEntity<byte[]> resident() {
        return resident.answer();
    }

    @GetMapping("/team")
    @AllowedTo(Permission.SUPERVISION_READ)
    ResponseEntity<byte[]> team() {
        return team.answer();
    }

    @GetMapping("/officers")
    @AllowedTo(Permission.OFFICER_READ)
    ResponseEntity<byte[]> officers() {
        return officers.answer();
    }

    @GetMapping("/duty")
    @AllowedTo(Permission.DUTY_OWN)
    ResponseEntity<byte[]> duty() {
        return duty.answer();
    }

    @GetMapping("/handover")
    @AllowedTo(Permission.HANDOVER_READ)
    ResponseEntity<byte[]> handover() {
        return handover.answer();
    }

    @GetMapping("/login")
    ResponseEntity<byte[]> login() {
        return login.answer();
    }

    @GetMapping("/setup")
    ResponseEntity<byte[]> setup() {
        return setup.answer();
    }

    private record Page(byte[] html, String version) {
        static Page read(String file) {
            try {
                byte[] html = new ClassPathResource("META-INF/resources/" + file).getContentAsByteArray();
                return new Page(html, ContentVersion.of(html));
            } catch (IOException e) {
                throw new IllegalStateException("The page " + file + " is not on the class path", e);
            }
        }

        ResponseEntity<byte[]> answer() {
            return ResponseEntity.ok()
                    .contentType(HTML)
                    .cacheControl(CacheControl.noCache())
                    .eTag(version)
                    .body(html);
        }
    }
}
