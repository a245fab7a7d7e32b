package org.copse.geoimport.district;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.copse.geoimport.DistrictCrs;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * A town of blocks with streets between them, by chance: streets that end at others, dead ends, courtyards, a ring road, a canal, blocks
 * of a few metres, blocks that touch, and units in several parts.
 */
final class StreetTown {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final DistrictCrs CRS = DistrictCrs.ofCode("EPSG:3812");
    private static final Coordinate MIDDLE = new Coordinate(650_000, 672_000);
    private static final double LEAST_SQUARE_METRES = 4;

    private final Random random;
    private final List<Geometry> blocks = new ArrayList<>();

    StreetTown(long seed) {
        random = new Random(seed);
        double size = 250 + random.nextDouble() * 450;
        Geometry land = GEOMETRY.toGeometry(new Envelope(-size / 2, size / 2, -size / 2, size / 2));
        double[] fewest = {900 + random.nextDouble() * 6_000};
        split((Polygon) land, fewest[0]);
        if (random.nextBoolean()) {
            takeOut(circle(size * (0.15 + 0.25 * random.nextDouble()))
                    .getBoundary()
                    .buffer(3 + random.nextDouble() * 9));
        }
        if (random.nextBoolean()) {
            takeOut(wave(size).buffer(4 + random.nextDouble() * 22));
        }
        AffineTransformation turn = AffineTransformation.rotationInstance(random.nextDouble() * Math.PI);
        turn.translate(MIDDLE.x, MIDDLE.y);
        blocks.replaceAll(turn::transform);
    }

    private void split(Polygon land, double most) {
        if (land.getArea() < most * (0.5 + random.nextDouble())) {
            block(land);
            return;
        }
        Envelope box = land.getEnvelopeInternal();
        boolean upright = box.getWidth() > box.getHeight();
        double share = 0.3 + 0.4 * random.nextDouble();
        double tilt = (random.nextDouble() - 0.5) * 0.4;
        double far = 2 * (box.getWidth() + box.getHeight());
        double x = box.getMinX() + share * box.getWidth();
        double y = box.getMinY() + share * box.getHeight();
        LineString cut = upright
                ? line(x - tilt * far, y - far, x + tilt * far, y + far)
                : line(x - far, y - tilt * far, x + far, y + tilt * far);
        Polygonizer pieces = new Polygonizer();
        pieces.add(land.getBoundary().union(cut));
        for (Object piece : pieces.getPolygons()) {
            Polygon part = (Polygon) piece;
            if (land.contains(part.getInteriorPoint())) {
                split(part, most);
            }
        }
    }

    private void block(Polygon land) {
        double street = random.nextInt(6) == 0 ? 0 : 1 + random.nextDouble() * 14;
        Geometry block = random.nextInt(9) == 0
                ? land.getInteriorPoint().buffer(1.2 + 2 * random.nextDouble(), 1)
                : land.buffer(-street / 2, 2, BufferParameters.CAP_FLAT);
        if (random.nextInt(5) == 0) {
            block = block.difference(block.buffer(-8 - 10 * random.nextDouble()));
        }
        if (random.nextInt(4) == 0) {
            Coordinate inside = land.getInteriorPoint().getCoordinate();
            double angle = random.nextDouble() * 2 * Math.PI;
            LineString deadEnd =
                    line(inside.x, inside.y, inside.x + 500 * Math.cos(angle), inside.y + 500 * Math.sin(angle));
            block = block.difference(deadEnd.buffer(0.5 + 4 * random.nextDouble()));
        }
        add(block);
    }

    private void takeOut(Geometry street) {
        List<Geometry> before = List.copyOf(blocks);
        blocks.clear();
        before.forEach(block -> add(block.difference(street)));
    }

    private void add(Geometry block) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < block.getNumGeometries(); i++) {
            if (block.getGeometryN(i) instanceof Polygon part && part.getArea() > LEAST_SQUARE_METRES) {
                parts.add(part);
            }
        }
        if (random.nextInt(4) == 0 && !parts.isEmpty()) {
            blocks.add(UnaryUnionOp.union(parts));
        } else {
            blocks.addAll(parts);
        }
    }

    private static Geometry circle(double radius) {
        return GEOMETRY.createPoint(new Coordinate(0, 0)).buffer(radius, 12);
    }

    private LineString wave(double size) {
        Coordinate[] points = new Coordinate[24];
        double phase = random.nextDouble() * 6;
        for (int i = 0; i < points.length; i++) {
            points[i] = new Coordinate((i / 23.0 - 0.5) * 1.2 * size, 0.15 * size * Math.sin(phase + i * 0.4));
        }
        return GEOMETRY.createLineString(points);
    }

    private static LineString line(double fromX, double fromY, double toX, double toY) {
        return GEOMETRY.createLineString(new Coordinate[] {new Coordinate(fromX, fromY), new Coordinate(toX, toY)});
    }

    /** Returns the town's units in the metric CRS. */
    List<Geometry> blocks() {
        return blocks;
    }

    /** Adds a block at the given distance from what there is, east of it. */
    StreetTown withIsland(double metres) {
        Envelope all = new Envelope();
        blocks.forEach(block -> all.expandToInclude(block.getEnvelopeInternal()));
        double y = all.centre().y;
        Geometry island = GEOMETRY.toGeometry(new Envelope(all.getMaxX(), all.getMaxX() + 40, y - 20, y + 20));
        double far = blocks.stream().mapToDouble(island::distance).min().orElseThrow();
        blocks.add(AffineTransformation.translationInstance(metres - far, 0).transform(island));
        return this;
    }

    UnitMap map() {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            features.add(new Feature("b" + i, i + 1L, CRS.toLonLat(blocks.get(i)), Map.of("POP", 10L)));
        }
        return UnitMap.of(
                new DistrictLayer(
                        LayerKind.UNITS,
                        "blocks.geojson",
                        features,
                        FieldRoles.none().with(Role.POPULATION, "POP")),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
    }
}
