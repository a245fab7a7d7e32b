package org.copse.server.area;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.copse.server.permission.Public;
import org.copse.server.publicpage.PublicPage;
import org.copse.server.publicpage.PublicPages;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The list of all areas, the page of each, and what is done with what residents tell. */
@RestController
@Hidden
@Public
class AreaController {
    private static final String LANGUAGE = "/{language:[a-z][a-z]}";

    private final Areas areas;
    private final AreaText text;
    private final PublicPages pages;

    AreaController(Areas areas, AreaText text, PublicPages pages) {
        this.areas = areas;
        this.text = text;
        this.pages = pages;
    }

    @GetMapping(LANGUAGE + "/areas")
    ResponseEntity<byte[]> list(@PathVariable String language) {
        Language spoken = PublicPages.language(language);
        return pages.show(new PublicPage("areas", spoken, "/areas", Map.of("sectors", text.list(Words.of(spoken)))));
    }

    @GetMapping(LANGUAGE + "/beats/{id}")
    ResponseEntity<byte[]> beat(@PathVariable String language, @PathVariable String id) {
        Language spoken = PublicPages.language(language);
        Areas.Beat beat = areas.getBeat(id);
        return pages.show(new PublicPage(
                "beat",
                spoken,
                AreaAddress.beat(beat.territory().id()),
                Map.of("area", text.beat(beat, Words.of(spoken)))));
    }

    @GetMapping(LANGUAGE + "/sectors/{id}")
    ResponseEntity<byte[]> sector(@PathVariable String language, @PathVariable String id) {
        Language spoken = PublicPages.language(language);
        Areas.Sector sector = areas.getSector(id);
        return pages.show(new PublicPage(
                "sector",
                spoken,
                AreaAddress.sector(sector.id()),
                Map.of("area", text.sector(sector, Words.of(spoken)))));
    }

    @GetMapping(LANGUAGE + "/privacy")
    ResponseEntity<byte[]> privacy(@PathVariable String language) {
        return pages.show(new PublicPage("privacy", PublicPages.language(language), "/privacy", Map.of()));
    }
}
