package org.copse.server.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.permission.Public;
import org.copse.server.system.ContentVersion;
import org.copse.server.system.PageShell;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
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

    private final PageShell shell = new PageShell();
    private final Page planner = page("planner");
    private final Page compare = page("compare");
    private final Page review = page("review");
    private final Page pilots = page("pilots");
    private final Page sharedComparison = page("compare-shared");
    private final Page adoption = page("adoption");
    private final Page changes = page("changes");
    private final Page consultationDesk = page("consultation-desk");
    private final Page importing = page("import");
    private final Page importReport = page("import-report");
    private final Page audit = page("audit");
    private final Page permissions = page("permissions");
    private final Page accounts = page("accounts");
    private final Page account = page("account");
    private final Page contact = page("contact");
    private final Page plans = page("plans");
    private final Page team = page("team");
    private final Page officers = page("officers");
    private final Page duty = page("duty");
    private final Page handover = page("handover");
    private final Page events = page("events");
    private final Page findings = page("findings");
    private final Page concerns = page("concerns");
    private final Page problems = page("problem-cases");
    private final Page walks = page("walks");
    private final Page login = page("login");
    private final Page setup = page("setup");
    private final Page loading = page("loading");

    @GetMapping("/planner")
    @AllowedTo(Permission.SCENARIO_READ)
    ResponseEntity<byte[]> planner() {
        return planner.answer();
    }

    @GetMapping("/compare")
    @AllowedTo(Permission.SCENARIO_READ)
    ResponseEntity<byte[]> compare() {
        return compare.answer();
    }

    @GetMapping("/review")
    @AllowedTo(Permission.SCENARIO_READ)
    ResponseEntity<byte[]> review() {
        return review.answer();
    }

    @GetMapping("/pilots")
    @AllowedTo(Permission.SCENARIO_READ)
    ResponseEntity<byte[]> pilots() {
        return pilots.answer();
    }

    /** For whoever has a link: its secret stands behind the address's {@code #}, which no browser sends. */
    @GetMapping("/compare/shared")
    ResponseEntity<byte[]> sharedComparison() {
        return sharedComparison.answer();
    }

    @GetMapping("/adoption")
    @AllowedTo(Permission.ADOPTION_READ)
    ResponseEntity<byte[]> adoption() {
        return adoption.answer();
    }

    @GetMapping("/changes")
    ResponseEntity<byte[]> changes() {
        return changes.answer();
    }

    @GetMapping("/consultation-desk")
    @AllowedTo(Permission.ADOPTION_READ)
    ResponseEntity<byte[]> consultationDesk() {
        return consultationDesk.answer();
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

    @GetMapping("/contact")
    @AllowedTo(Permission.CONTACT_EDIT)
    ResponseEntity<byte[]> contact() {
        return contact.answer();
    }

    @GetMapping("/plans")
    ResponseEntity<byte[]> plans() {
        return plans.answer();
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

    @GetMapping("/events")
    @AllowedTo(Permission.EVENT_EDIT)
    ResponseEntity<byte[]> events() {
        return events.answer();
    }

    /** The list of walks, and the page of the one that the parameter id names. */
    @GetMapping("/walks")
    @AllowedTo(Permission.WALK_READ)
    ResponseEntity<byte[]> walks() {
        return walks.answer();
    }

    @GetMapping("/findings")
    @AllowedTo(Permission.WALK_READ)
    ResponseEntity<byte[]> findings() {
        return findings.answer();
    }

    @GetMapping("/concerns")
    @AllowedTo(Permission.CONCERN_ANSWER)
    ResponseEntity<byte[]> concerns() {
        return concerns.answer();
    }

    /** The board of cases, and the page of the one that the parameter id names. */
    @GetMapping("/problem-cases")
    @AllowedTo(Permission.PROBLEM_READ)
    ResponseEntity<byte[]> problems() {
        return problems.answer();
    }

    @GetMapping("/login")
    ResponseEntity<byte[]> login() {
        return login.answer();
    }

    @GetMapping("/setup")
    ResponseEntity<byte[]> setup() {
        return setup.answer();
    }

    /** In place of every other page while the sample city is loaded. */
    @GetMapping("/loading")
    ResponseEntity<byte[]> loading(HttpServletRequest request) {
        boolean inPlaceOfAnother = request.getDispatcherType() == DispatcherType.FORWARD;
        return ResponseEntity.status(inPlaceOfAnother ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(loading.html());
    }

    private Page page(String name) {
        byte[] html = shell.page(name).getBytes(StandardCharsets.UTF_8);
        return new Page(html, ContentVersion.of(html));
    }

    private record Page(byte[] html, String version) {
        ResponseEntity<byte[]> answer() {
            return ResponseEntity.ok()
                    .contentType(HTML)
                    .cacheControl(CacheControl.noCache())
                    .eTag(version)
                    .body(html);
        }
    }
}
