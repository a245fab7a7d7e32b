package org.copse.server.consultation;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.permission.Public;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.StoredPlan;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.copse.server.system.RequestLimit;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of a consultation, written here as a whole: it is read, and comments are sent, without a script. */
@RestController
@Hidden
@Public
class ConsultationPageController {
    private static final int LONGEST_COMMENT = 2000;
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Consultations consultations;
    private final PlansInForce plans;
    private final RequestLimit limit;
    private final ConsultationPage page = new ConsultationPage();

    ConsultationPageController(Consultations consultations, PlansInForce plans, ConsultationSettings settings) {
        this.consultations = consultations;
        this.plans = plans;
        this.limit = new RequestLimit(settings.commentsPerHour(), Duration.ofHours(1), "comments");
    }

    @GetMapping("/consultation/{plan}")
    ResponseEntity<byte[]> show(
            @PathVariable UUID plan,
            @RequestParam @Nullable String key,
            @RequestParam @Nullable String lang,
            @RequestParam @Nullable String sent,
            CsrfToken csrf,
            HttpServletRequest request) {
        Consultation found = consultations.getForVisitor(plan, key);
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(page(
                        found,
                        Words.of(language(lang, request)),
                        new ConsultationPage.Visit(key, sent != null, csrf.getParameterName(), csrf.getToken(), null)));
    }

    private byte[] page(Consultation found, Words words, ConsultationPage.Visit visit) {
        UUID plan = found.plan();
        StoredPlan stored = plans.findStored(plan).orElseThrow();
        List<BeatTerritory> beats = plans.listBeats(plan);
        String html = page.html(
                new ConsultationPage.Content(
                        stored.name(),
                        found,
                        found.takesCommentsOn(consultations.today()),
                        beats,
                        consultations.listReasons(plan),
                        consultations.listComments(plan),
                        consultations.listAnswers(plan),
                        consultations.listOutreach(plan)),
                words,
                visit);
        return html.getBytes(StandardCharsets.UTF_8);
    }

    @PostMapping(path = "/consultation/{plan}/comments", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> comment(
            @PathVariable UUID plan,
            @RequestParam @Nullable String key,
            @RequestParam @Nullable String lang,
            @RequestParam @Nullable String about,
            @RequestParam @Nullable String words,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response) {
        Consultation found = consultations.getForVisitor(plan, key);
        String said = words == null ? "" : words.replace("\r\n", "\n").strip();
        try {
            if (said.isEmpty() || said.length() > LONGEST_COMMENT) {
                throw FieldErrors.of(
                        "words", "must have 1 to " + LONGEST_COMMENT + " characters, not " + said.length());
            }
            Pin pin = pin(plan, about == null ? "" : about);
            limit.take(request, response);
            consultations.say(found, pin.beat(), pin.otherBeat(), said);
        } catch (ProblemException refused) {
            ConsultationPage.Visit visit = new ConsultationPage.Visit(
                    key,
                    false,
                    csrf.getParameterName(),
                    csrf.getToken(),
                    new ConsultationPage.Refused(message(refused.type()), said));
            return ResponseEntity.status(refused.type().status())
                    .contentType(HTML)
                    .cacheControl(CacheControl.noStore())
                    .body(page(found, Words.of(language(lang, request)), visit));
        }
        URI back = UriComponentsBuilder.fromPath("/consultation/" + plan)
                .queryParamIfPresent("key", Optional.ofNullable(key))
                .queryParamIfPresent(
                        "lang", Language.ofCode(lang == null ? "" : lang).map(Language::code))
                .queryParam("sent", "1")
                .fragment("say")
                .encode()
                .build()
                .toUri();
        return ResponseEntity.status(303).location(back).build();
    }

    private static String message(ProblemType type) {
        return switch (type) {
            case TOO_MANY_REQUESTS -> "consult.refused.many";
            case CONFLICT -> "consult.refused.closed";
            default -> "consult.refused.words";
        };
    }

    /** What a comment is about: a beat, the boundary between two, or the plan as a whole. */
    private record Pin(@Nullable String beat, @Nullable String otherBeat) {}

    private Pin pin(UUID plan, String about) {
        if (about.isEmpty()) {
            return new Pin(null, null);
        }
        if (about.startsWith("beat:")) {
            String beat = about.substring("beat:".length());
            if (plans.listBeats(plan).stream().anyMatch(one -> one.id().equals(beat))) {
                return new Pin(beat, null);
            }
        }
        if (about.matches("boundary:\\d{1,4}")) {
            int number = Integer.parseInt(about.substring("boundary:".length()));
            List<BoundaryReason> all = consultations.listReasons(plan);
            if (number < all.size()) {
                return new Pin(all.get(number).beat(), all.get(number).otherBeat());
            }
        }
        throw FieldErrors.of("about", "must be a beat or a boundary of the plan");
    }

    private static Language language(@Nullable String asked, HttpServletRequest request) {
        return Language.ofCode(asked == null ? "" : asked)
                .orElseGet(() -> Language.preferred(java.util.Collections.list(request.getLocales())));
    }
}
