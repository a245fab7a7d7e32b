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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The first page: an address is asked for, and its officer answered. The form is sent by POST, so that what somebody asks is in no address; the
 * page's script sends the same form, and shows the answer in place.
 */
@RestController
@Hidden
@Public
class FinderController {
    private final Finder finder;
    private final LiaisonText liaisons;
    private final PublicPages pages;
    private final RequestLimit limit;

    FinderController(Finder finder, LiaisonContacts liaisons, PublicPages pages, AreaSettings settings) {
        this.finder = finder;
        this.liaisons = new LiaisonText(liaisons);
        this.pages = pages;
        this.limit = new RequestLimit(settings.perMinute(), Duration.ofMinutes(1), "questions");
    }

    @GetMapping({"/", "/resident"})
    ResponseEntity<Void> negotiate(HttpServletRequest request) {
        return PublicPages.negotiated(Collections.list(request.getLocales()), "");
    }

    @GetMapping({"/{language:[a-z][a-z]}", "/{language:[a-z][a-z]}/"})
    ResponseEntity<byte[]> show(@PathVariable String language) {
        return pages.show(page(PublicPages.language(language), Found.NOTHING));
    }

    @PostMapping(path = "/{language:[a-z][a-z]}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> ask(
            @PathVariable String language,
            @RequestParam @Nullable String address,
            @RequestParam @Nullable String turned,
            @RequestParam @Nullable String id,
            @RequestParam @Nullable String lon,
            @RequestParam @Nullable String lat,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language spoken = PublicPages.language(language);
        limit.take(request, response);
        Words words = Words.of(spoken);
        String typed = turned != null ? turned : address != null ? address : "";
        Found found = id != null && !id.isEmpty()
                ? finder.address(id, typed, words)
                : lon != null && lat != null
                        ? finder.at(degrees("lon", lon, 180), degrees("lat", lat, 90), words)
                        : finder.typed(typed, words);
        return pages.answer(page(spoken, found));
    }

    private PublicPage page(Language language, Found found) {
        return new PublicPage(
                "finder", language, "", Map.of("found", found, "liaisons", liaisons.list(Words.of(language))));
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
