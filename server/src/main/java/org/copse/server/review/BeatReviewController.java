package org.copse.server.review;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Beat reviews over HTTP. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/beat-review")
@AllowedTo(Permission.SCENARIO_READ)
class BeatReviewController {
    private final BeatReviews reviews;

    BeatReviewController(BeatReviews reviews) {
        this.reviews = reviews;
    }

    @GetMapping
    @Operation(
            summary =
                    "Reviews the beats of a published plan by the evidence of a scenario: size, residents, incidents, hours, protected time")
    BeatReview review(@PathVariable String plan, @RequestParam @Nullable UUID by) {
        return reviews.review(plan, by);
    }

    @GetMapping(path = "/file", produces = "text/csv")
    @Operation(summary = "Returns the same as a CSV file, in one of the languages en, nl, fr, de, ar")
    ResponseEntity<byte[]> file(
            @PathVariable String plan,
            @RequestParam @Nullable UUID by,
            @RequestParam(defaultValue = "en") String lang) {
        Language language = Language.ofCode(lang)
                .orElseThrow(() -> FieldErrors.of("lang", "must be one of en, nl, fr, de, ar, not " + lang));
        String table = new BeatReviewFile(Words.of(language)).of(reviews.review(plan, by));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"beat-review.csv\"")
                .body(table.getBytes(StandardCharsets.UTF_8));
    }
}
