package org.copse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern KEY = Pattern.compile("(?m)^ {2}\"([^\"]+)\":");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([^}]+)}");
    private static final Pattern ASKED_FOR = Pattern.compile("\\bt\\(\\s*\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "de", "ar"})
    void hasTheKeysAndPlaceholdersOfEnglish(String language) {
        assertThat(placeholders(language)).isEqualTo(placeholders("en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "fr", "de", "ar"})
    void leavesNoMessageBlank(String language) {
        assertThat(messages(language))
                .allSatisfy((key, message) -> assertThat(message).as(key).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "fr", "de", "ar"})
    void namesEveryKeyOnce(String language) {
        assertThat(KEY.matcher(FrontEnd.messages(language)).results().map(match -> match.group(1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void hasEveryMessageThatTheModulesAskFor() {
        TreeSet<String> asked = FrontEnd.files(".js").stream()
                .flatMap(file -> ASKED_FOR.matcher(FrontEnd.read(file)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).hasSizeGreaterThan(50);
        assertThat(messages("en").keySet()).containsAll(asked);
    }

    @Test
    void hasEveryMessageThatTheTemplatesAskFor() {
        TreeSet<String> asked = FrontEnd.templates().stream()
                .flatMap(file -> IN_TEMPLATE.matcher(FrontEnd.read(file)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).hasSizeGreaterThan(40);
        assertThat(messages("en").keySet()).containsAll(asked);
    }

    private static Map<String, SortedSet<String>> placeholders(String language) {
        Map<String, SortedSet<String>> byKey = new LinkedHashMap<>();
        messages(language)
                .forEach((key, message) -> byKey.put(
                        key,
                        PLACEHOLDER
                                .matcher(message)
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toCollection(TreeSet::new))));
        return byKey;
    }

    private static Map<String, String> messages(String language) {
        return JsonMapper.builder().build().readValue(FrontEnd.messages(language), new TypeReference<>() {});
    }
}
