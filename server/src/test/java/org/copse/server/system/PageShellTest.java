package org.copse.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageShellTest {
    private static final Pattern PRELOAD = Pattern.compile("<link rel=\"modulepreload\" href=\"([^\"]+)\" />");

    private final PageShell shell = new PageShell();

    @ParameterizedTest
    @ValueSource(strings = {"planner", "login", "import", "team", "plans"})
    void fillsEveryPlaceOfTheShell(String page) {
        assertThat(shell.page(page))
                .startsWith("<!doctype html>")
                .doesNotContain("<!--")
                .containsOnlyOnce("<title>")
                .containsOnlyOnce("<body")
                .containsOnlyOnce("<copse-header>")
                .containsOnlyOnce("<main ")
                .containsOnlyOnce("<script type=\"module\"")
                .endsWith("</html>\n");
    }

    @Test
    void asksAtOnceForEveryModuleThatThePageNeeds() {
        assertThat(preloads("login"))
                .contains("/assets/js/header.js", "/assets/js/i18n.js", "/assets/js/request.js")
                .contains(
                        "/webjars/lit/3.3.2/index.js",
                        "/webjars/lit__reactive-element/2.1.2/css-tag.js",
                        "/webjars/lit-element/4.2.2/lit-element.js",
                        "/webjars/lit-html/3.3.2/is-server.js")
                .doesNotContain("/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js")
                .doesNotHaveDuplicates();
        assertThat(preloads("planner"))
                .contains(
                        "/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js",
                        "/webjars/lit-html/3.3.2/directives/repeat.js");
    }

    @Test
    void showsTheBarBeforeAnyScriptRuns() {
        assertThat(shell.page("planner")).contains("<header class=\"bar\">");
    }

    private List<String> preloads(String page) {
        return PRELOAD.matcher(shell.page(page))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
