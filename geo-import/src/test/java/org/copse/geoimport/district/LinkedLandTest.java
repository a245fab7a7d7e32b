package org.copse.geoimport.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.geoimport.DistrictCrs;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.territory.Territories;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** The land of units that a corner or a bridge links: in one piece, or they are no neighbours. */
class LinkedLandTest {
    private static final DistrictCrs CRS = DistrictCrs.ofCode("EPSG:3812");
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    @Test
    void blocksThatACornerLinksAreInOnePiece() throws ParseException {
        // Two blocks of 100 m at a crossing of streets of 12 m; the other two corners are empty.
        UnitMap map = map(List.of(square(0, 0, 100), square(112, 112, 212)), "");
        assertThat(map.adjacency().components()).isEqualTo(1);
        assertOnePiece(map, 0, 1);
    }

    @Test
    void unitsThatTouchAtAPointAreInOnePiece() throws ParseException {
        UnitMap map = map(List.of(square(0, 0, 100), square(100, 100, 200)), "");
        assertThat(map.adjacency().components()).isEqualTo(1);
        assertOnePiece(map, 0, 1);
    }

    @Test
    void banksThatABridgeLinksAreInOnePieceThoughAThirdUnitIsNearer() throws ParseException {
        // A river of 260 m; two spits of land reach into it beside the bridge.
        Geometry west = GEOMETRY.toGeometry(new Envelope(-20, -1, 0, 230));
        Geometry east = GEOMETRY.toGeometry(new Envelope(101, 120, 0, 230));
        UnitMap map = map(List.of(square(0, 0, 100), square(0, 360, 460), west, east), "LINESTRING (50 90, 50 370)");
        assertThat(map.adjacency().components()).isEqualTo(1);
        assertOnePiece(map, 0, 1);
    }

    @Test
    void whatNoWayCanJoinIsNoNeighbour() throws ParseException {
        // Four blocks at a crossing; rivers in all four streets part those that face each other, so only the two
        // diagonals are left, and one of the two ways would cross the other.
        List<Geometry> blocks =
                List.of(square(0, 0, 100), square(112, 0, 100), square(0, 112, 212), square(112, 112, 212));
        UnitMap map = map(
                blocks,
                "",
                "MULTILINESTRING ((106 -50, 106 104), (106 108, 106 262), (-50 106, 104 106), (108 106, 262 106))");
        for (int unit = 0; unit < map.size(); unit++) {
            for (int i = 0; i < map.adjacency().graph().degree(unit); i++) {
                assertOnePiece(map, unit, map.adjacency().graph().neighbour(unit, i));
            }
        }
        assertThat(map.adjacency().graph().edgeCount()).isEqualTo(1);
        assertThat(map.adjacency().components()).isEqualTo(3);
    }

    private static void assertOnePiece(UnitMap map, int unit, int other) {
        int[] beats = new int[map.size()];
        beats[unit] = 1;
        beats[other] = 1;
        Geometry beat = Territories.union(map.territories(), beats, 2).get(1);
        assertThat(beat.getNumGeometries()).as(unit + " and " + other).isEqualTo(1);
        assertThat(beat.isValid()).isTrue();
        Geometry[] land = map.territories().stream().map(CRS::toLonLat).toArray(Geometry[]::new);
        assertThat(CoverageValidator.isValid(land)).isTrue();
        assertThat(map.territories().get(unit).getArea())
                .isCloseTo(map.metric(unit).getArea(), within(1_500.0));
    }

    private static Geometry square(double west, double south, double to) {
        double side = to - south;
        return GEOMETRY.toGeometry(new Envelope(west, west + side, south, to));
    }

    private static UnitMap map(List<Geometry> units, String bridge) throws ParseException {
        return map(units, bridge, "");
    }

    private static UnitMap map(List<Geometry> units, String bridge, String barrier) throws ParseException {
        return UnitMap.of(
                layer(LayerKind.UNITS, units),
                barrier.isEmpty()
                        ? Optional.empty()
                        : Optional.of(layer(LayerKind.BARRIERS, List.of(new WKTReader().read(barrier)))),
                bridge.isEmpty()
                        ? Optional.empty()
                        : Optional.of(layer(LayerKind.CROSSINGS, List.of(new WKTReader().read(bridge)))),
                OptionalDouble.empty());
    }

    private static DistrictLayer layer(LayerKind kind, List<Geometry> geometries) {
        AffineTransformation there = AffineTransformation.translationInstance(650_000, 672_000);
        List<Feature> features = new ArrayList<>();
        for (Geometry geometry : geometries) {
            features.add(new Feature(
                    "u" + features.size(), features.size() + 1L, CRS.toLonLat(there.transform(geometry)), Map.of()));
        }
        return new DistrictLayer(kind, kind.key(), features, FieldRoles.none());
    }
}
