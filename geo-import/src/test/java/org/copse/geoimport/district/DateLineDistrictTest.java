package org.copse.geoimport.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.ImportedLayer;
import org.copse.geoimport.LayerImport;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.LonLatBox;
import org.copse.geoimport.preview.LayerPreview;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

/** A town on both sides of 180° of longitude, at 16.8° south, in each way that files write it. */
class DateLineDistrictTest {
    private static final int COLUMNS = 6;
    private static final int ROWS = 4;
    private static final double SIDE = 0.01;
    private static final double SOUTH = -16.8;

    /** How the column of units that lies on the line is written. */
    enum Writing {
        /** −179.995 is 180.005. */
        GOES_ON,
        /** Within ±180: a ring jumps from 179.995 to −179.995. */
        JUMPS,
        /** Within ±180: an area on the line is two that touch it. */
        CUT
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void unitsOnBothSidesAreNeighbours(Writing writing) throws IOException {
        UnitMap map = map(town(writing));
        assertThat(map.adjacency().components()).isEqualTo(1);
        assertThat(map.adjacency().graph().edgeCount()).isEqualTo(COLUMNS * (ROWS - 1) + ROWS * (COLUMNS - 1));
    }

    @ParameterizedTest
    @EnumSource
    void territoriesAreInOnePieceAndAsLargeAsTheirUnits(Writing writing) throws IOException {
        UnitMap map = map(town(writing));
        // On WGS 84 at 16.785° south a degree is 110,654 m of latitude and 106,612 m of longitude.
        double squareMetres = SIDE * 110_654 * SIDE * 106_612;
        for (Geometry territory : map.territories()) {
            assertThat(territory.getNumGeometries()).isEqualTo(1);
            assertThat(territory.getArea()).isCloseTo(squareMetres, within(squareMetres / 500));
            Geometry written = map.crs().toLonLat(territory);
            assertThat(written.isValid()).isTrue();
            assertThat(written.getEnvelopeInternal().getWidth()).isCloseTo(SIDE, within(1e-5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theExtentGoesOnBeyondTheLine(Writing writing) throws IOException {
        LayerPreview preview = LayerPreview.of(ImportRequest.of(town(writing), LayerKind.UNITS));
        LonLatBox box =
                Objects.requireNonNull(Objects.requireNonNull(preview.crs()).lonLat());
        assertThat(box.west()).isCloseTo(179.965, within(1e-6));
        assertThat(box.east()).isCloseTo(180.025, within(1e-6));
    }

    private static UnitMap map(Path file) {
        ImportedLayer units = LayerImport.read(ImportRequest.of(file, LayerKind.UNITS));
        assertThat(units.report().counts().rejected()).isZero();
        return UnitMap.of(
                new DistrictLayer(LayerKind.UNITS, "town", units.features(), units.roles()),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
    }

    /** Three and a half columns west of the line, two and a half east. */
    private Path town(Writing writing) throws IOException {
        List<String> features = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            double west = 180 + (column - 3.5) * SIDE;
            for (int row = 0; row < ROWS; row++) {
                features.add(
                        ("{'type': 'Feature', 'properties': {'UNIT_ID': 'U%d%d', 'POP': 900}, 'geometry': {'type': 'MultiPolygon',"
                                        + " 'coordinates': [%s]}}")
                                .formatted(column, row, areas(writing, west, SOUTH + row * SIDE))
                                .replace('\'', '"'));
            }
        }
        Path file = folder.resolve("town.geojson");
        return Files.writeString(
                file, "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",", features) + "]}");
    }

    private static String areas(Writing writing, double west, double south) {
        double east = west + SIDE;
        boolean onLine = west < 180 && east > 180;
        return switch (writing) {
            case GOES_ON -> ring(west, east, south);
            case JUMPS -> ring(wrapped(west), wrapped(east), south);
            case CUT ->
                onLine
                        ? ring(west, 180, south) + "," + ring(-180, east - 360, south)
                        : ring(wrapped(west), wrapped(east), south);
        };
    }

    private static double wrapped(double lon) {
        return lon > 180 ? lon - 360 : lon;
    }

    private static String ring(double west, double east, double south) {
        double north = south + SIDE;
        return String.format(
                Locale.ROOT,
                "[[[%1$.6f,%3$.6f],[%2$.6f,%3$.6f],[%2$.6f,%4$.6f],[%1$.6f,%4$.6f],[%1$.6f,%3$.6f]]]",
                west,
                east,
                south,
                north);
    }
}
