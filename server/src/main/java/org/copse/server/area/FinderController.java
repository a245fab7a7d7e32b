package org.copse.server.area;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.copse.server.area.Finder.Found;
import org.copse.server.assignment.LiaisonContacts;
import org.copse.server.permission.Public;
import org.copse.server.publicpage.PublicPage;
import org.copse.server.publicpage.PublicPages;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.RequestLimit;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The first page: an address is asked for, and its officer answered. The form is sent by POST, so that what somebody asks is in no address; the
 * page's script sends the same form to the finder for frames, whose answer is the same, and shows it in place.
 */
@RestController
@Hidden
@Public
class FinderController {
    private static final String FINDER = "finder";
    private static final String EMBED = "embed";

    private final Finder finder;
    private final LiaisonText liaisons;
    private final PublicPages pages;
    private final RequestLimit limit;

    FinderController(Finder finder, LiaisonContacts liaisons, PublicPages pages, AreaSettings settings) {
        this.finder = finder;
        this.liaisons = new LiaisonText(liaisons::listToday);
        this.pages = pages;
        this.limit = new RequestLimit(settings.perMinute(), Duration.ofMinutes(1), "questions");
    }

    @GetMapping({"/", "/resident"})
    ResponseEntity<Void> negotiate(HttpServletRequest request) {
        return PublicPages.negotiated(Collections.list(request.getLocales()), "");
    }

    @GetMapping({"/{language:[a-z][a-z]}", "/{language:[a-z][a-z]}/"})
    ResponseEntity<byte[]> show(@PathVariable String language) {
        return pages.show(page(PublicPages.language(language), FINDER, Found.NOTHING));
    }

    /** The finder alone, for a frame in the page of a city, as far as the operator allows it. */
    @GetMapping("/{language:[a-z][a-z]}/embed")
    ResponseEntity<byte[]> embedded(@PathVariable String language) {
        return pages.show(page(PublicPages.language(language), EMBED, Found.NOTHING));
    }

    @PostMapping(path = "/{language:[a-z][a-z]}/embed", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> askEmbedded(
            @PathVariable String language, Question asked, HttpServletRequest request, HttpServletResponse response) {
        return answer(language, EMBED, asked, request, response);
    }

    @PostMapping(path = "/{language:[a-z][a-z]}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> ask(
            @PathVariable String language, Question asked, HttpServletRequest request, HttpServletResponse response) {
        return answer(language, FINDER, asked, request, response);
    }

    /**
     * What the form sends; the first that there is of a position turned round, an id, a position and a text counts.
     *
     * @param turned a position with its numbers exchanged
     * @param id of an address
     */
    record Question(
            @Nullable String address,
            @Nullable String turned,
            @Nullable String id,
            @Nullable String lon,
            @Nullable String lat) {
        @Override
        public String toString() {
            return "Question[a place]";
        }
    }

    private ResponseEntity<byte[]> answer(
            String language,
            String template,
            Question asked,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language spoken = PublicPages.language(language);
        limit.take(request, response);
        return pages.answer(page(spoken, template, find(asked, Words.of(spoken))));
    }

    private Found find(Question asked, Words words) {
        String typed = asked.turned() != null ? asked.turned() : asked.address() != null ? asked.address() : "";
        String id = asked.id();
        if (id != null && !id.isEmpty()) {
            return finder.address(id, typed, words);
        }
        String lon = asked.lon();
        String lat = asked.lat();
        return lon != null && lat != null
                ? finder.at(degrees("lon", lon, 180), degrees("lat", lat, 90), words)
                : finder.typed(typed, words);
    }

    private PublicPage page(Language language, String template, Found found) {
        return template.equals(EMBED)
                ? new PublicPage(EMBED, language, "/embed", Map.of("found", found))
                : new PublicPage(
                        FINDER, language, "", Map.of("found", found, "liaisons", liaisons.list(Words.of(language))));
    }

    /** Returns degrees, or ends the request without repeating what was sent: it is where somebody is. */
    private static double degrees(String field, String text, int bound) {
        try {
            double degrees = Double.parseDouble(text);
            if (degrees >= -bound && degrees <= bound) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            // Answered below, as a number out of bounds is.
        }
        throw FieldErrors.of(field, "must be a number between -" + bound + " and " + bound);
    }
}
