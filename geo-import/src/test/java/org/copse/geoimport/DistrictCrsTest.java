package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class DistrictCrsTest {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    @Test
    void choosesTheNationalGridWhereThereIsOne() {
        assertThat(DistrictCrs.forExtent(new Envelope(4.36, 4.41, 50.84, 50.88)).code())
                .isEqualTo("EPSG:3812");
        assertThat(DistrictCrs.forExtent(new Envelope(-0.51, 0.33, 51.28, 51.69))
                        .code())
                .isEqualTo("EPSG:27700");
    }

    @Test
    void choosesTheUtmZoneElsewhere() {
        assertThat(DistrictCrs.forExtent(new Envelope(-77.12, -76.9, 38.8, 39.0))
                        .code())
                .isEqualTo("EPSG:32618");
        assertThat(DistrictCrs.forExtent(new Envelope(151.0, 151.3, -34.0, -33.7))
                        .code())
                .isEqualTo("EPSG:32756");
        assertThat(DistrictCrs.utmCode(new Coordinate(180, 10))).isEqualTo("EPSG:32660");
    }

    @Test
    void goesOnBeyondTheDateLine() {
        DistrictCrs fiji = DistrictCrs.forExtent(new Envelope(179.9, 180.2, -17, -16.5));
        assertThat(fiji.code()).isEqualTo("EPSG:32701");
        Geometry beyond = GEOMETRIES.createPoint(new Coordinate(180.1, -16.8));
        Geometry same = GEOMETRIES.createPoint(new Coordinate(-179.9, -16.8));
        assertThat(fiji.toMetric(beyond).distance(fiji.toMetric(same))).isLessThan(1e-6);
        assertThat(fiji.toLonLat(fiji.toMetric(same)).getCoordinate().x).isCloseTo(180.1, within(1e-9));
        assertThat(fiji.toLonLat(fiji.toMetric(GEOMETRIES.createPoint(new Coordinate(179.95, -16.8))))
                        .getCoordinate()
                        .x)
                .isCloseTo(179.95, within(1e-9));
    }

    @Test
    void measuresEastFirstInMetres() {
        DistrictCrs belgium = DistrictCrs.forExtent(new Envelope(4.36, 4.41, 50.84, 50.88));
        Geometry metric = belgium.toMetric(GEOMETRIES.createPoint(new Coordinate(4.3676, 50.8467)));
        // The false origin of Lambert 2008 puts Brussels near (649 000, 671 000).
        assertThat(metric.getCoordinate().x).isCloseTo(649_600, within(1_500.0));
        assertThat(metric.getCoordinate().y).isCloseTo(671_000, within(1_500.0));
    }

    @Test
    void comesBackToWhereItStarted() {
        DistrictCrs grid = DistrictCrs.ofCode("EPSG:27700");
        Geometry there = GEOMETRIES.createPoint(new Coordinate(-0.1276, 51.5072));
        Geometry back = grid.toLonLat(grid.toMetric(there));
        assertThat(back.getCoordinate().x).isCloseTo(-0.1276, within(1e-7));
        assertThat(back.getCoordinate().y).isCloseTo(51.5072, within(1e-7));
    }

    @Test
    void turnsManyPointsInPlace() {
        DistrictCrs grid = DistrictCrs.ofCode("EPSG:27700");
        double[] points = {-0.1276, 51.5072, 99, 99};
        grid.toMetric(points, 1);
        assertThat(points[0]).isCloseTo(530_000, within(1_000.0));
        assertThat(points[1]).isCloseTo(180_400, within(1_000.0));
        assertThat(points[2]).isEqualTo(99);
    }

    @Test
    void refusesAnExtentThatIsNotInDegrees() {
        assertThatThrownBy(() -> DistrictCrs.forExtent(new Envelope(500_000, 560_000, 150_000, 200_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("degrees");
        assertThatThrownBy(() -> DistrictCrs.ofCode("EPSG:999999")).isInstanceOf(IllegalArgumentException.class);
    }
}
