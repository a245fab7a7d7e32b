package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.rejections;
import static org.copse.geoimport.ImportFixture.warnings;
import static org.copse.geoimport.ImportFixture.wkt;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MifImportTest {
    private static final String HEAD = "Version 300\nCharset \"WindowsLatin1\"\nDelimiter \",\"\n";
    private static final String COLUMNS = "Columns 3\n  code Char(9)\n  people Integer\n  seen Date\nData\n\n";

    private static final Map<String, String> POINTS_IN_THEIR_LAND = Map.of(
            "EPSG:4326", "Point 4 50\n",
            "EPSG:32631", "Point 500000 5600000\n",
            "EPSG:25832", "Point 500000 5600000\n",
            "EPSG:3857", "Point 489196 6621293\n",
            "EPSG:27700", "Point 400000 300000\n",
            "EPSG:2154", "Point 650000 6860000\n",
            "EPSG:31370", "Point 149000 170000\n");

    @TempDir
    Path folder;

    private Path mif(String shapes, String rows) throws IOException {
        return mif("CoordSys Earth Projection 1, 104", shapes, rows);
    }

    private Path mif(String coordSys, String shapes, String rows) throws IOException {
        Charset latin = Charset.forName("windows-1252");
        new ImportFixture(folder).text("areas.MID", rows, latin);
        return new ImportFixture(folder).text("areas.mif", HEAD + coordSys + "\n" + COLUMNS + shapes, latin);
    }

    @Test
    void readsShapesWithTheRowsBesideThem() throws IOException {
        String shapes =
                """
                Region 1
                  5
                0 0
                0 2
                2 2
                2 0
                0 0
                    Pen (1,2,0)
                    Brush (2,16777215)
                    Center 1 1
                Pline 2
                4 50
                5 51
                    Pen (1,2,0)
                Pline Multiple 2
                  2
                4 50
                5 51
                  2
                6 52
                7 53
                Line 4 50 5 51
                Point 4 50
                    Symbol (34,0,12)
                Multipoint 2
                4 50
                5 51
                Rect 1 1 2 3
                none
                Text "Region 5" 1 1 2 2
                    Font ("Arial",0,0,0)
                    Label Line Simple 3 3
                Point 6 52
                """;
        String rows = "\"Wÿk \"\"1\"\"\",500,20240301\n\"2\",7,\n3,,\n4,,\n5,,\n6,,\n7,,\n8,,\n9,,\n10,12,\n";
        ImportedLayer layer = read(mif(shapes, rows), LayerKind.PLAIN);
        assertThat(wkt(layer))
                .containsExactly(
                        "POLYGON ((0 0, 0 2, 2 2, 2 0, 0 0))",
                        "LINESTRING (4 50, 5 51)",
                        "MULTILINESTRING ((4 50, 5 51), (6 52, 7 53))",
                        "LINESTRING (4 50, 5 51)",
                        "POINT (4 50)",
                        "MULTIPOINT ((4 50), (5 51))",
                        "POLYGON ((1 1, 1 3, 2 3, 2 1, 1 1))",
                        "POINT EMPTY",
                        "POINT (6 52)");
        assertThat(layer.features().get(0).attributes())
                .isEqualTo(Map.of("code", "Wÿk \"1\"", "people", 500L, "seen", "2024-03-01"));
        assertThat(layer.features().get(8).attributes()).isEqualTo(Map.of("code", "10", "people", 12L));
        assertThat(rejections(layer.report())).isEqualTo(Map.of("geometry-type-unknown", 1L));
    }

    @Test
    void findsHolesByWhatLiesInWhatWhicheverWayRingsRun() throws IOException {
        String outline = "5\n0 0\n4 0\n4 4\n0 4\n0 0\n";
        String hole = "5\n1 1\n3 1\n3 3\n1 3\n1 1\n";
        String island = "5\n1.5 1.5\n2.5 1.5\n2.5 2.5\n1.5 2.5\n1.5 1.5\n";
        ImportedLayer layer = read(mif("Region 3\n" + hole + island + outline, "a,1,\n"), LayerKind.PLAIN);
        assertThat(layer.features().get(0).geometry().getArea()).isEqualTo(16 - 4 + 1, within(1e-12));
    }

    @Test
    void knowsTheUsualCoordinateSystems() throws IOException {
        Map<String, String> codes = Map.of(
                "CoordSys Earth Projection 8, 104, \"m\", 3, 0, 0.9996, 500000, 0",
                "EPSG:32631",
                "CoordSys Earth Projection 8, 115, 7, 9, 0, 0.9996, 500000, 0",
                "EPSG:25832",
                "CoordSys Earth Projection 10, 157, \"m\", 0",
                "EPSG:3857",
                "CoordSys Earth Projection 1, 104 Bounds (-180, -90) (180, 90)",
                "EPSG:4326",
                "CoordSys Earth Projection 8, 79, \"m\", -2, 49, 0.9996012717, 400000, -100000",
                "EPSG:27700",
                "CoordSys Earth Projection 3, 33, \"m\", 3, 46.5, 44, 49, 700000, 6600000",
                "EPSG:2154",
                "CoordSys Earth Projection 19, 110, \"m\", 4.36748667, 90, 49.8333339, 51.1666672, 150000.013, 5400088.438",
                "EPSG:31370");
        for (Map.Entry<String, String> code : codes.entrySet()) {
            ImportedLayer layer = read(
                    mif(code.getKey(), Objects.requireNonNull(POINTS_IN_THEIR_LAND.get(code.getValue())), "a,1,\n"),
                    LayerKind.PLAIN);
            assertThat(layer.report().crs().code()).as(code.getKey()).isEqualTo(code.getValue());
        }
        assertThat(refusal(mif("CoordSys Nonearth Units \"m\"", "Point 400000 300000\n", "a,1,\n"), LayerKind.PLAIN)
                        .code())
                .isEqualTo("crs-missing");
    }

    @Test
    void appliesTheTransformClause() throws IOException {
        String clauses = "CoordSys Earth Projection 1, 104\nTransform 0.001, 0.001, 4, 50";
        assertThat(wkt(read(mif(clauses, "Point 500 250\n", "a,1,\n"), LayerKind.PLAIN)))
                .containsExactly("POINT (4.5 50.25)");
    }

    @Test
    void readsShapesWithoutAMidAndRowsWithoutShapes() throws IOException {
        Path alone = new ImportFixture(folder).text("alone.mif", HEAD + COLUMNS + "Point 4 50\n");
        ImportedLayer layer = read(alone, LayerKind.PLAIN);
        assertThat(warnings(layer.report())).contains("table-missing");
        ImportedLayer more = read(mif("Point 4 50\n", "a,1,\nb,2,\n"), LayerKind.PLAIN);
        assertThat(rejections(more.report())).isEqualTo(Map.of("no-geometry", 1L));
    }

    @Test
    void endsWellOnWhatIsMadeToDoHarm() throws IOException {
        for (String shape : new String[] {
            "Region 2000000000\n5\n0 0\n",
            "Pline 2000000000\n0 0\n",
            "Multipoint 99999999999999999999\n",
            "Region -3\n",
            "Pline x\n",
            "Region 1\n5\n0 0\n0 NaN\n",
            "Point 1e999 2\n",
            "Rect 1\n",
            "Collection 3\nRegion 1\n",
            "Pline\n"
        }) {
            assertThat(refusal(mif(shape, "a,1,\n"), LayerKind.PLAIN).code())
                    .as(shape)
                    .isIn("limit-passed", "nothing-usable");
        }
        assertThat(refusal(
                                new ImportFixture(folder).text("h.mif", "Version 300\nColumns 2000000000\n a Char\n"),
                                LayerKind.PLAIN)
                        .code())
                .isEqualTo("limit-passed");
        assertThat(refusal(new ImportFixture(folder).text("i.mif", "Version 300\n"), LayerKind.PLAIN)
                        .code())
                .isEqualTo("broken-file");
    }
}
