package org.copse.geoimport.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.geoimport.source.SourceFeature;
import org.junit.jupiter.api.Test;

class SpecialColumnTest {
    private static final String SOME_COUNTS = "120, 44, 81, 12, 9, 33";

    /** Returns the headers of {@code special-columns.txt} under a heading that are tagged otherwise. */
    private static List<String> wrong(String heading, boolean special, LayerKind kind) throws IOException {
        List<String> wrong = new ArrayList<>();
        boolean under = false;
        for (String line : lines()) {
            if (line.startsWith("[")) {
                under = line.equals("[" + heading + "]");
            } else if (under
                    && !line.startsWith("#")
                    && !line.isBlank()
                    && tag(line, kind).tag().special() != special) {
                wrong.add(line + " → " + tag(line, kind).reason());
            }
        }
        return wrong;
    }

    private static List<String> lines() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SpecialColumnTest.class.getResourceAsStream("/special-columns.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static TagProposal tag(String line, LayerKind kind) {
        int colon = line.matches(".*: [^:]*,.*") ? line.lastIndexOf(": ") : -1;
        String header = colon < 0 ? line : line.substring(0, colon);
        return tag(header, colon < 0 ? SOME_COUNTS : line.substring(colon + 2), colon < 0 ? kind : LayerKind.UNITS);
    }

    private static TagProposal tag(String header, String values, LayerKind kind) {
        List<SourceFeature> sample = new ArrayList<>();
        for (String value : values.split(", ", -1)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("RESIDENTS", 900L);
            row.put(header, value.matches("[0-9]+") ? (Object) Long.valueOf(value) : number(value));
            sample.add(SourceFeature.of(sample.size() + 1, null, row));
        }
        FieldRoles roles = FieldRoles.none().with(Role.POPULATION, "RESIDENTS");
        return Objects.requireNonNull(TagProposal.of(List.of("RESIDENTS", header), sample, roles, kind)
                .get(header));
    }

    private static Object number(String value) {
        return value.matches("[0-9.]+") ? (Object) Double.valueOf(value) : value;
    }

    /** By header alone: among incidents, numbers that nobody explains are not taken for counts of people. */
    @Test
    void takesWhatMayBeSpecialForSpecial() throws IOException {
        assertThat(wrong("special", true, LayerKind.INCIDENTS)).isEmpty();
    }

    @Test
    void leavesResidentsHouseholdsAgesAreasAndEventsUsable() throws IOException {
        assertThat(wrong("ordinary", false, LayerKind.UNITS)).isEmpty();
    }

    @Test
    void asksNothingOfNumbersThatAreNotOfPeople() {
        assertThat(tag("V17", SOME_COUNTS, LayerKind.BARRIERS).tag().special()).isFalse();
        assertThat(tag("V17", SOME_COUNTS, LayerKind.INCIDENTS).tag().special()).isFalse();
        assertThat(tag("ETHNICITY", "white, black", LayerKind.INCIDENTS).tag().special())
                .isTrue();
    }

    @Test
    void saysWhy() {
        assertThat(tag("ORIG_NAFR", LayerKind.UNITS).reason().what()).isEqualTo("its header has \"orig\" (origin)");
        assertThat(tag("V17: 3, 5, 9", LayerKind.UNITS).reason().what())
                .isEqualTo("its header does not say what its numbers are of");
        assertThat(tag("grp: muslim, jewish", LayerKind.UNITS).reason().what()).contains("values name religions");
    }
}
