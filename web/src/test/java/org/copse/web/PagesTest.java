package org.copse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final Pattern ENTRY = Pattern.compile("<script type=\"module\" src=\"([^\"]+)\"");
    private static final Pattern PRELOAD = Pattern.compile("<link rel=\"modulepreload\" href=\"([^\"]+)\"");

    static Stream<String> pages() {
        return FrontEnd.PAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void sharesOneImportMap(String page) {
        // The server admits the import map by its hash: one map, one hash.
        assertThat(importMap(page)).isEqualTo(importMap("index"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasNoInlineScriptOrStyleButTheImportMap(String page) {
        String html = FrontEnd.page(page);
        List<String> inline = SCRIPT.matcher(html)
                .results()
                .map(match -> match.group(1))
                .filter(attributes -> !attributes.contains("src="))
                .toList();
        assertThat(inline).containsExactly(" type=\"importmap\"");
        assertThat(html).doesNotContain("<style", " style=", "javascript:").doesNotContainPattern("\\son[a-z]+=");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void refersOnlyToFilesThatAreThere(String page) {
        List<String> references = REFERENCE
                .matcher(FrontEnd.page(page))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(isServed(path)).as(path).isTrue());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void preloadsTheModulesThatItsScriptImports(String page) {
        // Otherwise a slow network asks for them one after the other, each only when the one before has come.
        String html = FrontEnd.page(page);
        String script = ENTRY.matcher(html)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
        TreeSet<String> imported = new TreeSet<>();
        FrontEnd.addImportsOf(script, imported);
        TreeSet<String> preloaded = PRELOAD.matcher(html)
                .results()
                .map(match -> match.group(1))
                .filter(path -> path.startsWith("/assets/"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(preloaded).isEqualTo(imported);
    }

    @Test
    void mapsEveryImportToAFileOnTheClassPath() {
        JsonNode imports =
                JsonMapper.builder().build().readTree(importMap("index")).get("imports");
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
        JsonNode imports =
                JsonMapper.builder().build().readTree(importMap("index")).get("imports");
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

    private static String importMap(String page) {
        List<String> maps = IMPORT_MAP
                .matcher(FrontEnd.page(page))
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
