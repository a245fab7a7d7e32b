package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.changes;
import static org.copse.geoimport.ImportFixture.rejections;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream holds no features, and finds ids that come again all the same. */
class StreamedIdsTest {
    @TempDir
    Path folder;

    private final List<String> ids = new ArrayList<>();

    private ImportReport stream(String text) throws IOException {
        Path file = new ImportFixture(folder).text("table.csv", text);
        return LayerImport.stream(
                ImportRequest.of(file, LayerKind.INCIDENTS).withRole(Role.ID, "id"), feature -> ids.add(feature.id()));
    }

    @Test
    void rejectsTheSameFeatureAgainAndNumbersAnotherWithItsId() throws IOException {
        ImportReport report = stream("id,category,lon,lat\nA,theft,4,50\nB,theft,4,50\nA,theft,4,50\nA,noise,4,50\n");
        assertThat(ids).containsExactly("A", "B", "A#4");
        assertThat(rejections(report)).isEqualTo(Map.of("duplicate", 1L));
        assertThat(changes(report)).isEqualTo(Map.of("id-made-unique", 1L));
    }

    @Test
    void keepsIdenticalIncidentsThatHaveNoIds() throws IOException {
        Path file = new ImportFixture(folder).text("table.csv", "category,lon,lat\ntheft,4,50\ntheft,4,50\n");
        ImportReport report = LayerImport.stream(ImportRequest.of(file, LayerKind.INCIDENTS), f -> {});
        assertThat(report.counts().accepted()).isEqualTo(2);
    }

    @Test
    void findsOneAmongManyThousands() throws IOException {
        StringBuilder text = new StringBuilder("id,category,lon,lat\n");
        for (int i = 0; i < 50_000; i++) {
            text.append(i).append(",theft,4,50\n");
        }
        ImportReport report = stream(text + "25000,theft,4,50\n");
        assertThat(report.counts()).isEqualTo(new ImportReport.Counts(50_001, 50_000, 0, 1, 0));
    }
}
