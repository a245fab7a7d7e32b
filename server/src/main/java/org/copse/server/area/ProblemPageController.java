package org.copse.server.area;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.copse.server.inforce.IndexedPlan;
import org.copse.server.inforce.PlanIndex;
import org.copse.server.permission.Public;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publicpage.PublicPage;
import org.copse.server.publicpage.PublicPages;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page of a problem that staff published. */
@RestController
@Hidden
@Public
class ProblemPageController {
    private final ProblemText problems;
    private final PlanIndex plans;
    private final PublicPages pages;

    ProblemPageController(ProblemText problems, PlanIndex plans, PublicPages pages) {
        this.problems = problems;
        this.plans = plans;
        this.pages = pages;
    }

    /** The beat that a problem is of. @param address path of its page, after the language */
    record Area(String name, String address) {}

    @GetMapping("/{language:[a-z][a-z]}/problems/{id}")
    ResponseEntity<byte[]> problem(@PathVariable String language, @PathVariable UUID id) {
        Language spoken = PublicPages.language(language);
        Words words = Words.of(spoken);
        ProblemText.Entry problem = problems.get(id, words);
        Map<String, Object> content = new HashMap<>(Map.of("problem", problem));
        plans.find().map(IndexedPlan::beats).stream()
                .flatMap(beats -> beats.stream())
                .filter(beat -> beat.id().equals(problem.beat()))
                .findFirst()
                .ifPresent(beat -> content.put("area", area(beat, words)));
        return pages.show(new PublicPage("problem", spoken, problem.address(), content));
    }

    private static Area area(BeatTerritory beat, Words words) {
        return new Area(AreaText.title(beat, words), AreaAddress.beat(beat.id()));
    }
}
