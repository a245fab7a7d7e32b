package org.copse.server.area;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.copse.server.disclosure.Quarter;
import org.copse.server.permission.Public;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publicpage.PublicPage;
import org.copse.server.publicpage.PublicPages;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was recorded, quarter by quarter, for residents to read. */
@RestController
@Hidden
@Public
class RecordedController {
    private static final String PATH = "/recorded";

    private final RecordedText text;
    private final Areas areas;
    private final PublicPages pages;

    RecordedController(RecordedText text, Areas areas, PublicPages pages) {
        this.text = text;
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping("/{language:[a-z][a-z]}" + PATH)
    ResponseEntity<byte[]> latest(@PathVariable String language) {
        Language spoken = PublicPages.language(language);
        Map<String, Object> content = new HashMap<>();
        text.page(Optional.empty(), beats(), Words.of(spoken)).ifPresent(page -> content.put("recorded", page));
        return pages.show(new PublicPage("recorded", spoken, PATH, content));
    }

    @GetMapping("/{language:[a-z][a-z]}" + PATH + "/{quarter}")
    ResponseEntity<byte[]> quarter(@PathVariable String language, @PathVariable String quarter) {
        Language spoken = PublicPages.language(language);
        RecordedText.Page page = Quarter.find(quarter)
                .flatMap(known -> text.page(Optional.of(known), beats(), Words.of(spoken)))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "No recorded incidents of this quarter are published."));
        return pages.show(new PublicPage("recorded", spoken, PATH + "/" + quarter, Map.of("recorded", page)));
    }

    /** The beats of the plan in force; the figures are there without one too. */
    private List<BeatTerritory> beats() {
        return areas.findBeats();
    }
}
