package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.warnings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.copse.geoimport.AttributeTag.Measure;
import org.copse.geoimport.AttributeTag.Sensitivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecialCategoriesTest {
    private static final AttributeTag ORDINARY = new AttributeTag(Measure.COUNT, Sensitivity.ORDINARY);

    @TempDir
    Path folder;

    private ImportRequest table() throws IOException {
        Path file = new ImportFixture(folder).text("t.csv", "code;population;muslim\na;90;12\nb;80;9\n");
        return ImportRequest.of(file, LayerKind.POPULATION);
    }

    private static DataUse stated(String purpose, String basis) {
        return new DataUse(Optional.of(purpose), Optional.of(basis), Map.of(), Map.of());
    }

    @Test
    void refusesToKeepThemWithoutPurposeAndLegalBasis() throws IOException {
        for (DataUse use : new DataUse[] {DataUse.unstated(), stated("visits", " "), stated("", "by-law 7")}) {
            ImportRefused refused = refusal(table().usedFor(use));
            assertThat(refused.code()).isEqualTo("purpose-missing");
            assertThat(refused.what()).contains("\"muslim\"");
        }
    }

    @Test
    void keepsThemWithBoth() throws IOException {
        ImportReport report = LayerImport.read(table().usedFor(stated("service hours", "by-law 7")))
                .report();
        assertThat(report.counts().imported()).isEqualTo(2);
        assertThat(warnings(report)).contains("special-category");
        assertThat(report.tags()).containsEntry("muslim", new AttributeTag(Measure.COUNT, Sensitivity.SPECIAL));
    }

    @Test
    void keepsWhatIsConfirmedAsOrdinaryWithAReason() throws IOException {
        DataUse use = DataUse.unstated().with("muslim", ORDINARY, "a street of that name; the column counts its lamps");
        ImportedLayer layer = LayerImport.read(table().usedFor(use));
        assertThat(layer.features()).hasSize(2);
        assertThat(layer.report().tags()).containsEntry("muslim", ORDINARY);
        assertThat(layer.report().tagReasons())
                .containsExactly(Map.entry("muslim", "a street of that name; the column counts its lamps"));
    }

    @Test
    void refusesToTakeItForOrdinaryWithoutAReason() throws IOException {
        for (DataUse use : new DataUse[] {
            DataUse.unstated().with("muslim", ORDINARY),
            stated("visits", "by-law 7").with("muslim", ORDINARY, "  ")
        }) {
            ImportRefused refused = refusal(table().usedFor(use));
            assertThat(refused.code()).isEqualTo("reason-missing");
            assertThat(refused.what()).contains("\"muslim\"");
        }
    }

    @Test
    void asksNoReasonWhereNothingIsSpecial() throws IOException {
        DataUse use = stated("visits", "by-law 7")
                .with("population", new AttributeTag(Measure.COUNT, Sensitivity.ORDINARY), "residents");
        assertThat(LayerImport.read(table().usedFor(use)).report().tagReasons()).isEmpty();
    }

    @Test
    void onlyWarnsWhereTheLayerIsNotKept() throws IOException {
        assertThat(warnings(LayerImport.read(table()).report())).contains("special-category");
    }

    @Test
    void asksNothingOfPlacesOfWorship() throws IOException {
        Path file = new ImportFixture(folder).text("w.csv", "name;religion;lon;lat\nSt Anna;catholic;1;2\n");
        ImportRequest request = ImportRequest.of(file, LayerKind.WORSHIP).usedFor(DataUse.unstated());
        assertThat(LayerImport.read(request).features()).hasSize(1);
    }
}
