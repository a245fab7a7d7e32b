package org.copse.server.disclosure;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How staff publish recorded incidents. */
@RestController
@RequestMapping("/api/v1")
@AllowedTo(Permission.INCIDENT_PUBLISH)
class PublishingController {
    private static final int LONGEST_REASON = 2000;
    private static final int MOST_CATEGORIES = 1000;

    private final Publishing publishing;

    PublishingController(Publishing publishing) {
        this.publishing = publishing;
    }

    /**
     * What is to be published.
     *
     * @param quarter such as {@code 2025-Q2}
     * @param groups by category of the file, as the choices name them; a category without one is left out
     * @param reason why it is published; not needed to look at it before
     */
    record Wanted(@Nullable String quarter, @Nullable Map<String, String> groups, @Nullable String reason) {}

    /** Why a table is taken away. */
    record Withdrawal(@Nullable String reason) {}

    @GetMapping("/scenarios/{id}/recorded-incidents")
    @Operation(
            summary =
                    "Returns which quarters of a scenario's incidents can be published, and of which kind each category may be")
    Publishing.Choices choices(@PathVariable UUID id) {
        return publishing.choices(id);
    }

    @PostMapping("/scenarios/{id}/recorded-incidents/preview")
    @Operation(summary = "Returns the table of a quarter as it would be published")
    PublishedQuarter preview(@PathVariable UUID id, @RequestBody Wanted wanted) {
        FieldErrors errors = new FieldErrors();
        Optional<Publishing.Request> request = checked(wanted, errors);
        errors.throwIfAny();
        return publishing.preview(id, request.orElseThrow());
    }

    @PostMapping("/scenarios/{id}/recorded-incidents")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Publishes the table of a quarter, once and for good",
            description =
                    "A quarter that was published can be withdrawn, but never published anew: the difference would give small counts away.")
    PublishedQuarter publish(@PathVariable UUID id, @RequestBody Wanted wanted, Principal account) {
        FieldErrors errors = new FieldErrors();
        Optional<Publishing.Request> request = checked(wanted, errors);
        String reason = errors.text("reason", wanted.reason(), 1, LONGEST_REASON);
        errors.throwIfAny();
        return publishing.publish(id, request.orElseThrow(), reason, account.getName());
    }

    @PostMapping("/recorded-incidents/{quarter}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a published table away for good, with a reason")
    void withdraw(@PathVariable String quarter, @RequestBody Withdrawal wanted, Principal account) {
        FieldErrors errors = new FieldErrors();
        String reason = errors.text("reason", wanted.reason(), 1, LONGEST_REASON);
        errors.throwIfAny();
        publishing.withdraw(RecordedIncidentsController.quarter(quarter), reason, account.getName());
    }

    private static Optional<Publishing.Request> checked(Wanted wanted, FieldErrors errors) {
        String key = wanted.quarter() == null ? "" : wanted.quarter();
        Optional<Quarter> quarter = Quarter.find(key);
        if (quarter.isEmpty()) {
            errors.add("quarter", "is \"" + key + "\": give a quarter such as 2025-Q2");
        }
        Map<String, String> groups = wanted.groups();
        if (groups == null || groups.isEmpty() || groups.size() > MOST_CATEGORIES || groups.containsValue(null)) {
            errors.add("groups", "must say of which kind categories are, of 1 to " + MOST_CATEGORIES);
            return Optional.empty();
        }
        return quarter.map(known -> new Publishing.Request(known, groups));
    }
}
