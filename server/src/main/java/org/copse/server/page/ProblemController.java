package org.copse.server.page;

import io.swagger.v3.oas.annotations.Hidden;
import org.copse.server.permission.Public;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemPage;
import org.copse.server.system.ProblemType;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pages behind the type URIs of problems. */
@RestController
@Hidden
@Public
class ProblemController {
    @GetMapping(value = "/problems", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String catalogue() {
        return ProblemPage.explainAll();
    }

    @GetMapping(value = "/problems/{slug}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String type(@PathVariable String slug) {
        return ProblemType.findBySlug(slug)
                .map(ProblemPage::explain)
                .orElseThrow(
                        () -> new ProblemException(ProblemType.NOT_FOUND, "There is no problem type of this name."));
    }
}
