package org.copse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PagesTest {

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("<script(.*?)>");
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"(/[^\"]+\\.\\w+)\"");
    private static final Pattern SPECIFIER =
            Pattern.compile("^import (?:[^\";]* from )?\"([^\"]+)\"|\\bimport\\(\"([^\"]+)\"\\)", Pattern.MULTILINE);

    static List<Path> pages() {
        return FrontEnd.files(".html");
    }

    @Test
    void templatesHaveNoInlineScriptOrStyleAndReferOnlyToFilesThatAreThere() {
        assertThat(FrontEnd.templates()).isNotEmpty().allSatisfy(template -> {
            String html = FrontEnd.read(template).replace("<script type=\"importmap\" th:utext", "<map");
            assertThat(html)
                    .doesNotContain("<style", " style=", "javascript:")
                    .doesNotContainPattern("\\son[a-z]+=")
                    .doesNotContainPattern("<script(?![^>]*src=)");
            assertThat(REFERENCE.matcher(html).results().map(match -> match.group(1)))
                    .allSatisfy(path -> assertThat(isServed(path)).as(path).isTrue());
        });
    }

    @Test
    void hasOneImportMapForAllPages() {
        // The server admits the import map by its hash: one map, one hash.
        assertThat(pages()).hasSizeGreaterThan(10);
        assertThat(pages())
                .filteredOn(page -> FrontEnd.read(page).contains("importmap"))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasNoInlineScriptOrStyleButTheImportMap(Path page) {
        String html = FrontEnd.read(page);
        List<String> inline = SCRIPT.matcher(html)
                .results()
                .map(match -> match.group(1))
                .filter(attributes -> !attributes.contains("src="))
                .toList();
        assertThat(inline).allSatisfy(attributes -> assertThat(attributes).isEqualTo(" type=\"importmap\""));
        assertThat(html).doesNotContain("<style", " style=", "javascript:").doesNotContainPattern("\\son[a-z]+=");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void refersOnlyToFilesThatAreThere(Path page) {
        List<String> references = REFERENCE
                .matcher(FrontEnd.read(page))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(isServed(path)).as(path).isTrue());
    }

    @Test
    void mapsEveryImportToAFileOnTheClassPath() {
        JsonNode imports = JsonMapper.builder().build().readTree(importMap()).get("imports");
        assertThat(imports.properties()).hasSizeGreaterThan(5).allSatisfy(entry -> {
            String target = entry.getValue().asString();
            boolean found = target.endsWith("/")
                    ? PagesTest.class.getResource("/META-INF/resources" + target) != null
                    : isServed(target);
            assertThat(found).as(entry.getKey()).isTrue();
        });
    }

    @Test
    void modulesImportOnlyWhatTheMapOrTheFoldersHave() {
        JsonNode imports = JsonMapper.builder().build().readTree(importMap()).get("imports");
        assertThat(FrontEnd.files(".js")).isNotEmpty().allSatisfy(file -> SPECIFIER
                .matcher(FrontEnd.read(file))
                .results()
                .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
                .forEach(specifier -> {
                    boolean found = specifier.startsWith(".")
                            ? file.resolveSibling(specifier).toFile().isFile()
                            : imports.propertyStream()
                                    .anyMatch(mapped -> specifier.equals(mapped.getKey())
                                            || (mapped.getKey().endsWith("/")
                                                    && specifier.startsWith(mapped.getKey())));
                    assertThat(found).as(specifier).isTrue();
                }));
    }

    @Test
    void asksNoOtherSiteForAnything() {
        assertThat(FrontEnd.files(".js", ".css", ".html", ".svg")).isNotEmpty().allSatisfy(file -> assertThat(
                        FrontEnd.read(file).replace("http://www.w3.org/2000/svg", ""))
                .doesNotContainPattern("https?://"));
    }

    @Test
    void keepsFilesShort() {
        assertThat(FrontEnd.files(".js", ".css")).isNotEmpty().allSatisfy(file -> assertThat(
                        FrontEnd.read(file).lines().count())
                .isLessThanOrEqualTo(300));
    }

    private static String importMap() {
        List<String> maps = IMPORT_MAP
                .matcher(FrontEnd.shell())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(maps).hasSize(1);
        return maps.get(0);
    }

    private static boolean isServed(String path) {
        return FrontEnd.has(path) || PagesTest.class.getResource("/META-INF/resources" + path) != null;
    }
}
