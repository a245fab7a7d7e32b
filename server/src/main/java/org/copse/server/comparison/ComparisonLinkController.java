package org.copse.server.comparison;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.permission.Public;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Links to comparisons over HTTP. */
@RestController
class ComparisonLinkController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ComparisonLinks links;

    ComparisonLinkController(ComparisonLinks links) {
        this.links = links;
    }

    /**
     * What to share.
     *
     * @param name that readers see
     * @param days until it expires, 1 to 366
     */
    record NewLink(@Nullable ComparisonRequest comparison, @Nullable String name, @Nullable Integer days) {}

    /** @param secret what the link ends with, after {@code #}: shown this once */
    record MadeLink(UUID id, String name, Instant expiresAt, String secret) {}

    /** @param secret what the link ends with */
    record Opening(@Nullable String secret) {}

    /**
     * A shared comparison.
     *
     * @param comparison as {@code POST /api/v1/comparisons} answered on that day, without what is special about people
     * @param map as {@code POST /api/v1/comparisons/map} answered
     */
    record Shared(String name, Instant createdAt, Instant expiresAt, JsonNode comparison, JsonNode map) {}

    @PostMapping(path = "/api/v1/comparisons/links", consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(Permission.COMPARISON_SHARE)
    @Operation(summary = "Makes a link with which anybody can read a comparison until it expires")
    ResponseEntity<MadeLink> make(@RequestBody NewLink request, Principal account) {
        ComparisonRequest comparison = Optional.ofNullable(request.comparison())
                .orElseThrow(() -> FieldErrors.of("comparison", "is missing: what to compare"));
        ComparisonLinks.Made made = links.make(
                comparison,
                Optional.ofNullable(request.name()).orElse(""),
                Optional.ofNullable(request.days()).orElse(0),
                account.getName());
        ComparisonLink link = made.link();
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new MadeLink(link.id(), link.name(), link.expiresAt(), made.secret()));
    }

    @GetMapping("/api/v1/comparisons/links")
    @AllowedTo(Permission.COMPARISON_SHARE)
    @Operation(summary = "Lists the links to comparisons that have not expired, without their secrets")
    List<ComparisonLink> list() {
        return links.list();
    }

    @DeleteMapping("/api/v1/comparisons/links/{id}")
    @AllowedTo(Permission.COMPARISON_SHARE)
    @Operation(summary = "Takes a link to a comparison back")
    ResponseEntity<Void> revoke(@PathVariable UUID id) {
        if (!links.revoke(id)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no link " + id + ".");
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping(path = "/api/v1/shared-comparisons", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Public
    @Operation(summary = "Returns the comparison of a link, by the secret that the link ends with")
    ResponseEntity<Shared> open(@RequestBody Opening opening) {
        ComparisonLinkRepository.Shown shown = Optional.ofNullable(opening.secret())
                .flatMap(links::open)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "This link is unknown, has expired, or was taken back. Ask whoever sent it for a new one."));
        ComparisonLink link = shown.link();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Shared(
                        link.name(),
                        link.createdAt(),
                        link.expiresAt(),
                        JSON.readTree(shown.document()),
                        JSON.readTree(shown.ground())));
    }
}
