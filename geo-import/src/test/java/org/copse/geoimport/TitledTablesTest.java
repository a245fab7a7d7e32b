package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.ids;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.rejections;
import static org.copse.geoimport.ImportFixture.warnings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as people make them: titles above, notes below, signs in the cells. */
class TitledTablesTest {
    @TempDir
    Path folder;

    private Path csv(String text) throws IOException {
        return new ImportFixture(folder).text("table.dat", text);
    }

    @Test
    void findsTheHeaderBelowTitlesWithAndWithoutDelimiters() throws IOException {
        String rows = "wijk;inwoners;opp\nA;1200;3,5\nB;800;2\nC;950;1,5\n";
        for (String title : new String[] {
            "Bevolking per wijk, 2024\n\n", "Bevolking per wijk;;\n;;\n", "Stad\nBevolking\nBron: register\n"
        }) {
            ImportedLayer layer = read(csv(title + rows), LayerKind.POPULATION);
            assertThat(ids(layer)).as(title).containsExactly("A", "B", "C");
            assertThat(layer.features().get(0).attributes())
                    .as(title)
                    .isEqualTo(Map.of("wijk", "A", "inwoners", 1200L, "opp", 3.5));
            assertThat(warnings(layer.report())).as(title).contains("header-below-top");
            assertThat(layer.report().format()).isEqualTo("CSV (semicolons)");
        }
    }

    @Test
    void findsTheHeaderBelowATitleInUtf16WithTabs() throws IOException {
        Path file = new ImportFixture(folder)
                .text("a", "\ufeffÉtat civil\n\nid\tpop\nA\t1\nB\t2\n", StandardCharsets.UTF_16LE);
        ImportedLayer layer = read(file, LayerKind.PLAIN);
        assertThat(ids(layer)).containsExactly("A", "B");
        assertThat(layer.report().format()).isEqualTo("TSV");
    }

    @Test
    void keepsAFirstRowThatIsAHeaderWhateverFollows() throws IOException {
        assertThat(ids(read(csv("id,n\nA,1\nB,2\n"), LayerKind.PLAIN))).containsExactly("A", "B");
        assertThat(read(csv("2019,2020,2021\n1,2,3\n4,5,6\n"), LayerKind.PLAIN)
                        .report()
                        .fields())
                .containsExactly("2019", "2020", "2021");
        // Rows with more fields than the header has names are the header's fault; it is the header all the same.
        ImportRefused wide = refusal(csv("id,name,place\n1,a,b,c,d\n2,a,b,c,d\n3,a,b,c,d\n"), LayerKind.PLAIN);
        assertThat(rejections(wide.report().orElseThrow())).isEqualTo(Map.of("fields-more-than-headers", 3L));
    }

    @Test
    void takesNoProseForATable() throws IOException {
        ImportRefused refused = refusal(
                csv(
                        """
                        Permission is granted, free of charge, to any person
                        obtaining a copy of this
                        software and, so on
                        the rights to use
                        and to copy
                        is given
                        provided that
                        this notice, too, is kept
                        """),
                LayerKind.PLAIN);
        assertThat(refused.code()).isEqualTo("unknown-format");
        assertThat(refused.values()).containsEntry("format", "text");
    }

    @Test
    void readsPercentSignsAsNumbersOfHundredths() throws IOException {
        ImportedLayer layer = read(csv("id;share\nA;12,5%\nB;7 %\nC;\nD;100%\n"), LayerKind.PLAIN);
        assertThat(layer.features().stream().map(f -> f.attributes().get("share")))
                .containsExactly(12.5, 7.0, null, 100.0);
        assertThat(read(csv("id,share\nA,12.5%\nB,\"7,25%\"\n"), LayerKind.PLAIN)
                        .features()
                        .get(1)
                        .number("share"))
                .hasValue(7.25);
        assertThat(read(csv("id;share\nA;12%\nB;many\n"), LayerKind.PLAIN)
                        .features()
                        .get(0)
                        .text("share"))
                .contains("12%");
    }

    @Test
    void saysWhenPercentagesAreSharesOfOne() throws IOException {
        ImportedLayer shares = read(csv("id;% foreign\nA;0,12\nB;0,4\nC;1\n"), LayerKind.PLAIN);
        assertThat(shares.features().get(0).number("% foreign")).hasValue(0.12);
        assertThat(warnings(shares.report())).contains("share-as-fraction");
        assertThat(warnings(read(csv("id;% foreign\nA;12\nB;4\nC;1\n"), LayerKind.PLAIN)
                        .report()))
                .doesNotContain("share-as-fraction");
    }
}
