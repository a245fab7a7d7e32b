package org.copse.server.problemcase;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a case's responses helped, and what residents read of it, over HTTP. */
@RestController
@RequestMapping("/api/v1/problem-cases/{id}")
@AllowedTo(Permission.PROBLEM_EDIT)
class ReviewController {
    private final Reviews reviews;
    private final PublicProblems tellings;
    private final CaseViews views;

    ReviewController(Reviews reviews, PublicProblems tellings, CaseViews views) {
        this.reviews = reviews;
        this.tellings = tellings;
        this.views = views;
    }

    @PostMapping("/reviews")
    @Operation(
            summary =
                    "Holds a review: how it stands, and recorded incidents before and after, here and in beats that are alike",
            description =
                    "Counts under 5 are withheld, and then no change is told. Figures stay as they are counted now.")
    CaseViews.CaseView review(@PathVariable UUID id, @RequestBody ReviewRequest request, Principal account) {
        reviews.hold(id, request, account.getName());
        return views.get(id);
    }

    @PostMapping("/tellings")
    @Operation(summary = "Writes what residents are to read of a case, in one language; it is not public yet")
    CaseViews.CaseView write(@PathVariable UUID id, @RequestBody TellingRequest request, Principal account) {
        tellings.write(id, request, account.getName());
        return views.get(id);
    }

    @PostMapping("/tellings/{language}/{number}/publication")
    @AllowedTo(Permission.PROBLEM_PUBLISH)
    @Operation(summary = "Publishes a version of what residents read")
    CaseViews.CaseView publish(
            @PathVariable UUID id, @PathVariable String language, @PathVariable int number, Principal account) {
        tellings.publish(id, language, number, account.getName());
        return views.get(id);
    }

    @DeleteMapping("/tellings")
    @AllowedTo(Permission.PROBLEM_PUBLISH)
    @Operation(summary = "Takes away what residents read of a case, in all languages")
    CaseViews.CaseView withdraw(@PathVariable UUID id) {
        tellings.withdraw(id);
        return views.get(id);
    }
}
