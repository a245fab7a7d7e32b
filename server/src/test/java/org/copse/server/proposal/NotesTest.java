package org.copse.server.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.copse.geoimport.adjacency.AdjacencyNote;
import org.copse.geoimport.district.DistrictNote;
import org.copse.planning.note.Note;
import org.copse.planning.plan.Place;
import org.copse.planning.search.LayoutNote;
import org.copse.planning.workload.BeatWarning;
import org.copse.planning.workload.WorkloadNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NotesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aNoteGoesOutAsACodeWithValuesAndItsEnglishWords() {
        Note note = Note.of(BeatWarning.RESIDENTS_ESTIMATED, Map.of("units", 3L), "Three are estimated.");

        assertThat(JSON.writeValueAsString(note))
                .isEqualTo(
                        "{\"code\":\"residents-estimated\",\"values\":{\"units\":3},\"words\":\"Three are estimated.\"}");
    }

    @Test
    void aPlaceGoesOutByItsKindAndId() {
        assertThat(JSON.writeValueAsString(PlaceView.of(Place.beat(2)))).isEqualTo("{\"kind\":\"beat\",\"id\":\"3\"}");
        assertThat(JSON.writeValueAsString(PlaceView.of(Place.unit("11-A beat 4"))))
                .isEqualTo("{\"kind\":\"unit\",\"id\":\"11-A beat 4\"}");
    }

    /** The other languages are compared with English in the module of the pages. */
    @ParameterizedTest
    @MethodSource("codes")
    void everyNoteHasASentenceOnThePages(Enum<?> code) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                NotesTest.class.getResourceAsStream("/META-INF/resources/assets/messages/en.json"))) {
            JsonNode messages = JSON.readTree(file);
            assertThat(messages.path("note." + Note.codeOf(code)).asString("")).isNotBlank();
        }
    }

    static Stream<Enum<?>> codes() {
        return Stream.<Enum<?>[]>of(
                        BeatWarning.values(),
                        WorkloadNote.values(),
                        LayoutNote.values(),
                        AdjacencyNote.values(),
                        DistrictNote.values())
                .flatMap(Arrays::stream);
    }
}
