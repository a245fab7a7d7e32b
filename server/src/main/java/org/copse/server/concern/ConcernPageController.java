package org.copse.server.concern;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.copse.server.assignment.Assignments;
import org.copse.server.permission.Public;
import org.copse.server.photo.Photo;
import org.copse.server.publicpage.PublicPage;
import org.copse.server.publicpage.PublicPages;
import org.copse.server.system.ProblemException;
import org.copse.server.system.RequestLimit;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Where residents report a concern and follow it, without script, account or cookie: what and where ▸ a page to check it, with emergency words, photo and contact ▸ a
 * receipt with a code. What is written travels in bodies, in no address; the code too.
 */
@RestController
@Hidden
@Public
@RequestMapping("/{language:[a-z][a-z]}/concern")
class ConcernPageController {

    private final Concerns concerns;
    private final ConcernCheck check;
    private final ConcernSettings settings;
    private final Assignments days;
    private final PublicPages pages;
    private final RequestLimit filings;
    private final RequestLimit questions;

    ConcernPageController(
            Concerns concerns, ConcernCheck check, ConcernSettings settings, Assignments days, PublicPages pages) {
        this.concerns = concerns;
        this.check = check;
        this.settings = settings;
        this.days = days;
        this.pages = pages;
        this.filings = new RequestLimit(settings.perHour(), Duration.ofHours(1), "concerns");
        this.questions = new RequestLimit(settings.guesses(), Duration.ofMinutes(10), "questions about a code");
    }

    @GetMapping
    ResponseEntity<byte[]> show(@PathVariable String language, @RequestParam(required = false) @Nullable String area) {
        Words words = words(language);
        return pages.show(form(check.unchecked(ConcernForm.of(area), words), words));
    }

    /** Checks what was written, and shows it once more before it is sent; nothing is kept yet. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> check(@PathVariable String language, ConcernForm form) {
        Words words = words(language);
        if (form.isToBeEdited()) {
            return pages.answer(form(check.unchecked(form, words), words));
        }
        return answer(check.check(form, words), words, Map.of());
    }

    @PostMapping(path = "/send", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<byte[]> send(
            @PathVariable String language,
            ConcernForm form,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = words(language);
        ConcernCheck.Checked checked = check.check(form, words);
        ReceiptCode code = ReceiptCode.of(String.valueOf(form.code())).orElse(null);
        NewConcern concern = checked.concern();
        if (concern == null || code == null) {
            return answer(checked, words, Map.of());
        }
        if (!concerns.isKept(code)) {
            String closed = closed(request, response, words);
            if (closed != null) {
                return answer(checked, words, Map.of("limit", closed));
            }
            Photo drawn;
            try {
                drawn = photo == null || photo.isEmpty() ? null : drawn(photo);
            } catch (ProblemException refused) {
                return answer(
                        checked, words, Map.of("photo", words.say("concern.complaint.photo", photoLimits(words))));
            }
            concerns.file(concern, drawn, code);
        }
        return pages.answer(new PublicPage(
                "concern-receipt",
                words.language(),
                "/concern",
                Map.<String, Object>of("code", code.text(), "alarm", AlarmWords.areIn(concern.words()))));
    }

    @GetMapping("/status")
    ResponseEntity<byte[]> askStatus(@PathVariable String language) {
        return pages.show(new PublicPage("concern-status", words(language).language(), "/concern/status", Map.of()));
    }

    @PostMapping(path = "/status", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> status(
            @PathVariable String language,
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = words(language);
        Map<String, Object> content = new HashMap<>();
        String typed = PlainText.line(code == null ? "" : code);
        content.put("typed", typed.length() > 100 ? "" : typed);
        String wait = waiting(questions, request, response, words, "concern.manyQuestions");
        if (wait != null) {
            content.put("complaint", wait);
            return status(content, words, HttpStatus.TOO_MANY_REQUESTS);
        }
        Optional<Concern> found = ReceiptCode.of(typed).flatMap(concerns::find);
        if (found.isEmpty()) {
            content.put("complaint", words.say("concern.complaint.code"));
            return status(content, words, HttpStatus.OK);
        }
        Concern concern = found.get();
        content.put("status", StatusText.of(concern, concerns.listSteps(concern), words, days, settings));
        return status(content, words, HttpStatus.OK);
    }

    private ResponseEntity<byte[]> status(Map<String, Object> content, Words words, HttpStatus status) {
        return pages.answer(status, new PublicPage("concern-status", words.language(), "/concern/status", content));
    }

    private static Words words(String language) {
        return Words.of(PublicPages.language(language));
    }

    /** The form with what is wrong or to be chosen, or the page to check it. */
    private ResponseEntity<byte[]> answer(ConcernCheck.Checked checked, Words words, Map<String, String> refused) {
        if (checked.concern() == null) {
            return pages.answer(
                    checked.complaints().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST, form(checked, words));
        }
        Map<String, Object> content = new HashMap<>(content(checked, words));
        String given = checked.form().code();
        content.put(
                "code",
                ReceiptCode.of(given == null ? "" : given)
                        .orElseGet(ReceiptCode::fresh)
                        .text());
        content.put("refused", refused);
        HttpStatus status = refused.containsKey("limit")
                ? HttpStatus.TOO_MANY_REQUESTS
                : refused.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.answer(status, new PublicPage("concern-check", words.language(), "/concern", content));
    }

    private PublicPage form(ConcernCheck.Checked checked, Words words) {
        return new PublicPage("concern", words.language(), "/concern", content(checked, words));
    }

    private Map<String, Object> content(ConcernCheck.Checked checked, Words words) {
        Map<String, String> days = StatusText.kept(settings, words);
        NewConcern concern = checked.concern();
        return Map.<String, Object>of(
                "checked",
                checked,
                "place",
                concern == null ? "" : concern.place(),
                "alarm",
                concern != null && AlarmWords.areIn(concern.words()),
                "categories",
                Category.keys(),
                "mostWords",
                ConcernCheck.LONGEST_WORDS,
                "wordsHint",
                words.say("concern.wordsHint", Map.of("most", words.number(ConcernCheck.LONGEST_WORDS, 0))),
                "photoHint",
                words.say("concern.photoHint", photoLimits(words)),
                "kept",
                words.say("concern.kept", days));
    }

    private Map<String, String> photoLimits(Words words) {
        return Map.of(
                "megabytes", words.number(settings.photoBytes().toMegabytes(), 0),
                "megapixels", words.number(settings.photoPixels() / 1_000_000.0, 1));
    }

    private Photo drawn(MultipartFile photo) {
        if (photo.getSize() > settings.photoBytes().toBytes()) {
            throw Photo.refused("It has " + photo.getSize() + " bytes, more than "
                    + settings.photoBytes().toBytes() + ".");
        }
        try {
            return Photo.encodedAnew(photo.getBytes(), settings.photoPixels());
        } catch (IOException e) {
            throw Photo.refused("It did not come whole.");
        }
    }

    /** Returns why nothing is taken now, with the limit and when it is over; null where it is. */
    private @Nullable String closed(HttpServletRequest request, HttpServletResponse response, Words words) {
        return concerns.findClosedUntil()
                .map(until -> words.say(
                        "concern.manyToday",
                        Map.of("most", words.number(settings.perDay(), 0), "when", words.moment(days.timeOf(until)))))
                .orElseGet(() -> waiting(filings, request, response, words, "concern.manyFromYou"));
    }

    private @Nullable String waiting(
            RequestLimit limit, HttpServletRequest request, HttpServletResponse response, Words words, String message) {
        long seconds = limit.secondsToWait(request, response);
        if (seconds == 0) {
            return null;
        }
        return words.say(
                message,
                Map.of(
                        "most",
                                words.number(
                                        Double.parseDouble(String.valueOf(response.getHeader("RateLimit-Limit"))), 0),
                        "minutes", words.number(Math.ceil(seconds / 60.0), 0)));
    }
}
