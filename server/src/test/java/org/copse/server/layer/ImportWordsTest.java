package org.copse.server.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.copse.geoimport.Reason;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.Role;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.file.ForeignFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whatever an import can say has words in the pages' languages; that all languages have the same keys is tested beside them. */
class ImportWordsTest {
    @Test
    void everyCodeAndEveryRoleHasWords() throws IOException {
        List<String> wanted = Stream.of(
                        Arrays.stream(RejectionCode.values())
                                .flatMap(code ->
                                        Stream.of("rejection." + code.key(), "rejection." + code.key() + ".do")),
                        Arrays.stream(ChangeCode.values()).map(code -> "change." + code.key()),
                        Arrays.stream(WarningCode.values()).map(code -> "warning." + code.key()),
                        Arrays.stream(RefusalCode.values())
                                .flatMap(code -> Stream.of("refusal." + code.key(), "refusal." + code.key() + ".do")),
                        Arrays.stream(ForeignFormat.values()).map(format -> "refusal.other-format." + format.key()),
                        Arrays.stream(Role.values()).map(role -> "column." + role),
                        Reason.CODES.stream().map(code -> "because." + code))
                .flatMap(keys -> keys)
                .toList();

        assertThat(english()).containsAll(wanted);
    }

    private static Set<String> english() throws IOException {
        try (InputStream json = Objects.requireNonNull(
                ImportWordsTest.class.getResourceAsStream("/META-INF/resources/assets/messages/en.json"))) {
            return JsonMapper.builder().build().readTree(json).propertyNames().stream()
                    .collect(java.util.stream.Collectors.toSet());
        }
    }
}
