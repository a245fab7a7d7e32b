package org.copse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index of the safeguards names a test for each rule, and each test that it names is there. */
class SafeguardIndexTest {
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|.*\\|([^|]*)\\|[^|]*\\|$", Pattern.MULTILINE);
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");

    @Test
    void everyRuleNamesTestsThatThereAre() throws IOException {
        Map<String, String> sources = sources();
        Map<Integer, List<String>> byRule = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("../docs/safeguards.md")));
        while (row.find()) {
            List<String> tests = byRule.computeIfAbsent(Integer.valueOf(row.group(1)), rule -> new ArrayList<>());
            Matcher named = NAMED.matcher(row.group(2));
            while (named.find()) {
                tests.add(named.group());
                String source = sources.getOrDefault(named.group(1), "");
                boolean there =
                        named.group(2) == null ? !source.isEmpty() : source.contains(" " + named.group(2) + "(");
                if (!there) {
                    missing.add("rule " + row.group(1) + " names " + named.group());
                }
            }
        }
        assertThat(missing).isEmpty();
        byRule.forEach((rule, tests) -> assertThat(tests)
                .as("a test on both databases that has the name of rule %d", rule)
                .anyMatch(test -> {
                    Matcher one = NAMED.matcher(test);
                    return one.matches()
                            && String.valueOf(one.group(2)).startsWith("rule%02d".formatted(rule))
                            && sources.getOrDefault(one.group(1), "").contains("@OnBothDatabases");
                }));
        assertThat(byRule.keySet())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 15).boxed().toList());
        assertThat(byRule)
                .allSatisfy((rule, tests) ->
                        assertThat(tests).as("tests of rule %d", rule).isNotEmpty());
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String module : List.of("planning", "statistics", "geo-import", "server", "web", "e2e")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/test/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).collect(Collectors.toList())) {
                    String name = file.getFileName().toString();
                    sources.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
                }
            }
        }
        return sources;
    }
}
