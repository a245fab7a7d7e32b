package org.copse.geoimport.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.copse.geoimport.adjacency.TextMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class DistrictOutlineTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final double STREET = 60;

    @Test
    void enclaveStaysOutsideWithItsCorners() {
        List<Geometry> units = TextMap.units(1000, "aab", "c.b", "cdd");
        DistrictOutline outline = outline(units);
        assertThat(outline.area().getArea()).isCloseTo(8e6, within(20.0));
        assertThat(outline.enclosed()).hasSize(1);
        assertThat(outline.enclosed().get(0).land().getArea()).isCloseTo(1e6, within(20.0));
        assertThat(outline.enclosed().get(0).widthMetres()).isCloseTo(1000, within(2.0));
        assertThat(territories(units, outline)).isCloseTo(8e6, within(1.0));
    }

    @Test
    void severalEnclavesAreAllOutsideTheLargestFirst() {
        DistrictOutline outline = outline(TextMap.units(700, "aaaaaaa", "a.aa..a", "aaaa..a", "a.aaaaa", "aaaaaaa"));
        assertThat(outline.enclosed()).hasSize(3);
        assertThat(outline.enclosed().get(0).land().getArea()).isCloseTo(4 * 490_000, within(20.0));
        assertThat(outline.area().getArea()).isCloseTo((35 - 6) * 490_000, within(20.0));
    }

    @Test
    void holeOfOneUnitIsEnclosedLandToo() {
        assertThat(outline(TextMap.units(1000, "aaa", "a.a", "aaa")).enclosed()).hasSize(1);
    }

    @Test
    void exclaveInsideAnEnclaveBelongsToTheDistrict() {
        DistrictOutline outline = outline(TextMap.units(500, "aaaaa", "a...a", "a.b.a", "a...a", "aaaaa"));
        assertThat(outline.enclosed()).hasSize(1);
        assertThat(outline.area().getArea()).isCloseTo(17 * 250_000, within(20.0));
        assertThat(covers(outline, 1250, 1250)).isTrue();
        assertThat(covers(outline, 750, 1250)).isFalse();
        // What is enclosed is what lies around it, as wide as that.
        assertThat(outline.enclosed().get(0).land().getArea()).isCloseTo(8 * 250_000, within(20.0));
        assertThat(outline.enclosed().get(0).widthMetres()).isCloseTo(586, within(3.0));
    }

    @Test
    void enclosedLandAroundAnIslandIsTakenInOnce() {
        List<Geometry> units = TextMap.units(500, "aaaaa", "a...a", "a.b.a", "a...a", "aaaaa");
        DistrictOutline outline = DistrictOutline.of(units, STREET, land -> true);
        assertThat(outline.area().isValid()).isTrue();
        assertThat(outline.area().getNumGeometries()).isEqualTo(1);
        assertThat(outline.area().getArea()).isCloseTo(25 * 250_000, within(20.0));
    }

    @Test
    void aMoatIsWaterHoweverLargeTheCastle() {
        // water of 100 m around a unit of 1 km
        List<Geometry> units = List.of(
                box(0, 0, 2000, 400),
                box(0, 1600, 2000, 2000),
                box(0, 400, 400, 1600),
                box(1600, 400, 2000, 1600),
                box(500, 500, 1500, 1500));
        DistrictOutline outline = outline(units);
        assertThat(outline.enclosed()).isEmpty();
        assertThat(outline.area().getArea()).isCloseTo(4e6, within(20.0));
        assertThat(territories(units, outline)).isCloseTo(4e6, within(1.0));
    }

    @Test
    void chosenEnclosedLandIsTakenIn() {
        List<Geometry> units = TextMap.units(1000, "aaaaa", "a.b.a", "aaaaa");
        DistrictOutline outline = DistrictOutline.of(units, STREET, land -> land.contains(point(1500, 1500)));
        assertThat(outline.area().getArea()).isCloseTo(14e6, within(20.0));
        assertThat(outline.enclosed()).extracting(EnclosedLand::included).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void courtyardsSquaresAndCanalsBelongToTheDistrict() {
        assertThat(outline(TextMap.units(100, "aaa", "a.b", "aab")).enclosed()).isEmpty();
        assertThat(outline(TextMap.units(140, "aaaab", "a..ab", "aa..b", "aabbb"))
                        .enclosed())
                .as("a square of 250 m")
                .isEmpty();
        assertThat(outline(TextMap.units(
                                100,
                                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                                "a................................................b",
                                "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"))
                        .enclosed())
                .as("water of 100 m over 5 km")
                .isEmpty();
    }

    @Test
    void landEnclosedByBlocksWithStreetsBetweenThemStaysOutside() {
        // streets of 20 m between the blocks around a square kilometre of somebody else's
        DistrictOutline outline = outline(ring(20, 1000));
        assertThat(outline.enclosed()).hasSize(1);
        assertThat(outline.enclosed().get(0).land().getArea()).isBetween(1.0e6, 1.2e6);
    }

    @Test
    void bayWithANarrowMouthIsEnclosedAndAnOpenOneIsNot() {
        // a mouth of 40 m
        List<Geometry> harbour = List.of(
                box(0, 0, 2000, 500),
                box(0, 500, 500, 2000),
                box(1500, 500, 2000, 2000),
                box(500, 1500, 980, 2000),
                box(1020, 1500, 1500, 2000));
        assertThat(outline(harbour).enclosed()).hasSize(1);
        assertThat(covers(outline(harbour), 1000, 1000)).isFalse();
        List<Geometry> open = harbour.subList(0, 3);
        assertThat(outline(open).enclosed()).isEmpty();
        assertThat(covers(outline(open), 1000, 1000)).isFalse();
    }

    @Test
    void partsFarApartAreOneOutlineEach() {
        DistrictOutline outline = outline(TextMap.units(1000, "a..b"));
        assertThat(outline.area().getNumGeometries()).isEqualTo(2);
        assertThat(outline.area().getArea()).isCloseTo(2e6, within(20.0));
    }

    private static List<Geometry> ring(double street, double hole) {
        double block = 500;
        double far = block + street;
        return List.of(
                box(0, 0, hole / 2 + far - street / 2, block),
                box(hole / 2 + far + street / 2, 0, hole + 2 * far, block),
                box(0, far, block, far + hole),
                box(far + hole, far, 2 * far + hole, far + hole),
                box(0, far + hole + street, hole + 2 * far, 2 * far + hole));
    }

    private static Geometry box(double west, double south, double east, double north) {
        return GEOMETRY.toGeometry(new Envelope(west, east, south, north));
    }

    private static Geometry point(double x, double y) {
        return GEOMETRY.createPoint(new Coordinate(x, y));
    }

    private static boolean covers(DistrictOutline outline, double x, double y) {
        return outline.area().contains(point(x, y));
    }

    private static DistrictOutline outline(List<Geometry> units) {
        return DistrictOutline.of(units, STREET, land -> false);
    }

    private static double territories(List<Geometry> units, DistrictOutline outline) {
        return Territories.of(units, outline.area(), Grid.millimetres()).stream()
                .mapToDouble(Geometry::getArea)
                .sum();
    }
}
