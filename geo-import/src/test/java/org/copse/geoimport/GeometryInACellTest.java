package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.rejections;
import static org.copse.geoimport.ImportFixture.wkt;

import java.io.IOException;
import java.nio.file.Path;
import org.copse.geoimport.preview.LayerPreview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables whose positions stand in one column, as open-data portals write them. */
class GeometryInACellTest {
    @TempDir
    Path folder;

    private Path table(String header, String... cells) throws IOException {
        StringBuilder text = new StringBuilder("name|" + header + "\n");
        for (int i = 0; i < cells.length; i++) {
            text.append("place ").append(i).append('|').append(cells[i]).append('\n');
        }
        return new ImportFixture(folder).text("table.csv", text.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Location|(51.2512, 2.5034)",
                "geo_point_2d|51.2512, 2.5034",
                "coordinates|51.2512 2.5034",
                "coordinates|51.2512,2.5034",
                "position|[51.2512, 2.5034]",
                "position|geo:51.2512,2.5034",
                "Koordinaten|51,2512; 2,5034",
                "الموقع|51.2512, 2.5034",
                "the_geom|SRID=4326;POINT(2.5034 51.2512)",
                "Geo Shape|{'coordinates': [2.5034, 51.2512], 'type': 'Point'}",
                "shape|{'type':'Point','bbox':[1,2,3,4],'coordinates':[2.5034,51.2512,7]}"
            })
    void isRead(String header, String cell) throws IOException {
        ImportedLayer layer = read(table(header, cell.replace('\'', '"')), LayerKind.PLACES);

        assertThat(wkt(layer)).containsExactly("POINT (2.5034 51.2512)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SRID=4326;POINT(2.5034 51.2512)",
                "{'type':'Point','coordinates':[2.5034,51.2512]}",
                "(51.2512, 2.5034)"
            })
    void incidentsAreTakenForIncidentsWhateverElseMayStandBetweenFields(String cell) throws IOException {
        String quoted = cell.startsWith("SRID") ? cell : '"' + cell.replace("'", "\"\"") + '"';
        Path file = new ImportFixture(folder)
                .text(
                        "table.csv",
                        "id,place,date,category\n" + "1," + quoted + ",2024-05-03,Noise\n" + "2," + quoted
                                + ",2024-05-04,Theft\n3," + quoted + ",2024-05-04,Theft\n");

        assertThat(LayerPreview.of(ImportRequest.of(file, LayerKind.PLAIN)).kind())
                .isEqualTo(LayerKind.INCIDENTS);
    }

    @Test
    void readsAreas() throws IOException {
        ImportedLayer layer = read(
                table(
                        "Geo Shape",
                        "{\"type\":\"Polygon\",\"coordinates\":[[[2.5,51.2],[2.6,51.2],[2.6,51.3],[2.5,51.3],[2.5,51.2]]]}"),
                LayerKind.NEIGHBOURHOODS);

        assertThat(layer.features().get(0).geometry().getArea()).isCloseTo(0.01, within(1e-9));
    }

    @Test
    void columnsOfTheirOwnGoBeforeAPair() throws IOException {
        Path file = new ImportFixture(folder)
                .text("table.csv", "name;lat;lon;location\nhall;51.2512;2.5034;(0.0001, 0.0001)\n");

        assertThat(wkt(read(file, LayerKind.PLACES))).containsExactly("POINT (2.5034 51.2512)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12, 14", "51.2 2.5", "3.1416", "1, 2, 3", "51.2512, 2.5034, 7.1234", "12 May"})
    void isNoPosition(String cell) throws IOException {
        assertThat(refusal(table("rooms", cell, cell), LayerKind.PLACES).code()).isEqualTo("role-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"coordinates\": [2.5",
                "{\"type\":\"Point\",\"coordinates\":\"here\"}",
                "{\"type\":\"Sphere\",\"coordinates\":[2,51]}",
                "{\"coordinates\":[2,51]}"
            })
    void aRowWhoseCellIsNoGeometryIsRejectedAlone(String cell) throws IOException {
        ImportedLayer layer = read(
                table("Geo Shape", "{\"type\":\"Point\",\"coordinates\":[2.5034,51.2512]}", cell), LayerKind.PLACES);

        assertThat(layer.features()).hasSize(1);
        assertThat(rejections(layer.report())).hasSize(1);
    }
}
