package org.copse.server.area;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.event.Calendar;
import org.copse.server.permission.Public;
import org.copse.server.publicpage.PublicPages;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.copse.server.system.RequestLimit;
import org.copse.server.walk.PlannedWalk;
import org.copse.server.walk.PlannedWalks;
import org.copse.server.walk.WalkCode;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page of a walk to come, where residents sign up without an account and without a script. A public walk's address has its id; all walks by invitation
 * share one address, and whoever is invited sends the code, which so stands in no address and no log.
 */
@RestController
@RequestMapping("/{language:[a-z][a-z]}/walks")
@Hidden
@Public
class PlannedWalkPageController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;
    private static final String INVITED = "invited";

    private final PlannedWalks walks;
    private final PlannedWalkPage page;
    private final PublicPages pages;
    private final Clock clock;
    private final RequestLimit codes;
    private final RequestLimit signUps;

    PlannedWalkPageController(
            PlannedWalks walks, PlannedWalkPage page, PublicPages pages, Clock clock, AreaSettings settings) {
        this.walks = walks;
        this.page = page;
        this.pages = pages;
        this.clock = clock;
        this.codes = new RequestLimit(settings.signUpsPerHour(), Duration.ofHours(1), "codes");
        this.signUps = new RequestLimit(settings.signUpsPerHour(), Duration.ofHours(1), "sign-ups");
    }

    @GetMapping("/{walk}")
    ResponseEntity<byte[]> show(@PathVariable String language, @PathVariable String walk) {
        Language spoken = PublicPages.language(language);
        return walk.equals(INVITED)
                ? pages.show(page.ask(spoken, ""))
                : pages.answer(page.show(get(walk, null), spoken, PlannedWalkPage.Done.NOTHING));
    }

    /** Shows a walk to whoever sends the code that invites to it. */
    @PostMapping(path = "/" + INVITED, consumes = FORM)
    ResponseEntity<byte[]> showInvited(
            @PathVariable String language,
            @RequestParam @Nullable String invitation,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language spoken = PublicPages.language(language);
        if (codes.secondsToWait(request, response) > 0) {
            return pages.answer(
                    HttpStatus.TOO_MANY_REQUESTS,
                    page.ask(spoken, Words.of(spoken).say("plannedWalk.tooMany")));
        }
        return find(INVITED, invitation)
                .map(walk -> pages.answer(page.show(walk, spoken, PlannedWalkPage.Done.NOTHING)))
                .orElseGet(() -> pages.answer(
                        HttpStatus.NOT_FOUND, page.ask(spoken, Words.of(spoken).say("plannedWalk.unknownInvitation"))));
    }

    @GetMapping("/{walk}/walk.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String language, @PathVariable String walk) {
        return calendar(get(walk, null), PublicPages.language(language));
    }

    @PostMapping(path = "/{walk}/walk.ics", consumes = FORM)
    ResponseEntity<byte[]> calendar(
            @PathVariable String language,
            @PathVariable String walk,
            @RequestParam @Nullable String invitation,
            HttpServletRequest request,
            HttpServletResponse response) {
        codes.take(request, response);
        return calendar(get(walk, invitation), PublicPages.language(language));
    }

    @PostMapping(path = "/{walk}/sign-ups", consumes = FORM)
    ResponseEntity<byte[]> signUp(
            @PathVariable String language,
            @PathVariable String walk,
            @RequestParam @Nullable String invitation,
            @RequestParam @Nullable String code,
            @RequestParam @Nullable String people,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language spoken = PublicPages.language(language);
        PlannedWalk found = get(walk, invitation);
        WalkCode own = WalkCode.typed(code == null ? "" : code).orElseGet(WalkCode::fresh);
        int count = people != null && people.matches("\\d{1,2}") ? Integer.parseInt(people) : 0;
        if (count < 1 || count > PlannedWalks.MOST_PEOPLE) {
            return failed(HttpStatus.BAD_REQUEST, found, spoken, "plannedWalk.howManyWrong");
        }
        if (signUps.secondsToWait(request, response) > 0) {
            return failed(HttpStatus.TOO_MANY_REQUESTS, found, spoken, "plannedWalk.tooMany");
        }
        return switch (walks.signUp(found.id(), own, count)) {
            case TAKEN ->
                pages.answer(page.show(
                        found,
                        spoken,
                        new PlannedWalkPage.Done(
                                Words.of(spoken).say("plannedWalk.signedUp", Map.of("n", count)), false, own.shown())));
            case FULL -> failed(HttpStatus.CONFLICT, found, spoken, "plannedWalk.tooFew");
            case CLOSED -> failed(HttpStatus.CONFLICT, found, spoken, "plannedWalk.closed");
        };
    }

    @PostMapping(path = "/{walk}/sign-ups/taken-back", consumes = FORM)
    ResponseEntity<byte[]> takeBack(
            @PathVariable String language,
            @PathVariable String walk,
            @RequestParam @Nullable String invitation,
            @RequestParam @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language spoken = PublicPages.language(language);
        PlannedWalk found = get(walk, invitation);
        if (signUps.secondsToWait(request, response) > 0) {
            return failed(HttpStatus.TOO_MANY_REQUESTS, found, spoken, "plannedWalk.tooMany");
        }
        boolean gone = WalkCode.typed(code == null ? "" : code)
                .filter(own -> walks.takeBack(found.id(), own))
                .isPresent();
        return gone
                ? pages.answer(page.show(
                        found,
                        spoken,
                        new PlannedWalkPage.Done(Words.of(spoken).say("plannedWalk.takenBack"), false, null)))
                : failed(HttpStatus.NOT_FOUND, found, spoken, "plannedWalk.unknownCode");
    }

    private ResponseEntity<byte[]> failed(HttpStatus status, PlannedWalk walk, Language language, String why) {
        return pages.answer(
                status,
                page.show(
                        walk,
                        language,
                        new PlannedWalkPage.Done(Words.of(language).say(why), true, null)));
    }

    private ResponseEntity<byte[]> calendar(PlannedWalk walk, Language language) {
        Words words = Words.of(language);
        String calendar = Calendar.of(
                words.say("plannedWalk.calendar"),
                List.of(PlannedWalkText.entry(walk, pages.root(), words)),
                clock.instant());
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(walk.isPublic() ? CacheControl.noCache() : CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"walk.ics\"")
                .body(calendar.getBytes(StandardCharsets.UTF_8));
    }

    private PlannedWalk get(String walk, @Nullable String invitation) {
        return find(walk, invitation)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no such walk, or only those see it who are invited."));
    }

    private Optional<PlannedWalk> find(String walk, @Nullable String invitation) {
        if (walk.equals(INVITED)) {
            return WalkCode.typed(invitation == null ? "" : invitation).flatMap(walks::findInvited);
        }
        try {
            return walks.findPublic(UUID.fromString(walk));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
