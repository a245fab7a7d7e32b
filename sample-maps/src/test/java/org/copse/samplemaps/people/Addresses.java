package org.copse.samplemaps.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.copse.samplemaps.format.Row;
import org.copse.samplemaps.land.Settlement;
import org.copse.samplemaps.land.Shapes;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Puts house numbers along the streets: odd on the left, even on the right, farther apart where fewer people live. */
final class Addresses {

    private static final double FROM_MIDDLE_METRES = 7;

    private final PreparedGeometry district;
    private final PreparedGeometry noHouses;
    private final Random random;

    Addresses(Geometry district, Geometry noHouses, Random random) {
        this.district = PreparedGeometryFactory.prepare(district);
        this.noHouses = PreparedGeometryFactory.prepare(noHouses);
        this.random = random;
    }

    /** Returns every address, street by street. */
    List<Row> number(List<NamedStreet> streets, List<Area> neighbourhoods) {
        List<PreparedGeometry> outlines = neighbourhoods.stream()
                .map(area -> PreparedGeometryFactory.prepare(area.outline()))
                .toList();
        Map<String, Integer> reached = new java.util.HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (NamedStreet street : streets) {
            if (street.inDistrict()) {
                for (int i = 0; i < street.line().getNumGeometries(); i++) {
                    along(
                            street.name(),
                            (LineString) street.line().getGeometryN(i),
                            neighbourhoods,
                            outlines,
                            reached,
                            rows);
                }
            }
        }
        return rows;
    }

    private void along(
            String street,
            LineString line,
            List<Area> neighbourhoods,
            List<PreparedGeometry> outlines,
            Map<String, Integer> reached,
            List<Row> rows) {
        LengthIndexedLine along = new LengthIndexedLine(line);
        int number = reached.getOrDefault(street, 1);
        for (double at = 16; at < line.getLength() - 12; at += spacing(along.extractPoint(at))) {
            for (int side = 0; side < 2; side++) {
                Coordinate house = along.extractPoint(at, side == 0 ? FROM_MIDDLE_METRES : -FROM_MIDDLE_METRES);
                Geometry point = Shapes.METRES.createPoint(house);
                if (district.contains(point) && !noHouses.intersects(point)) {
                    int place = indexOf(point, outlines);
                    rows.add(Row.of(
                            point,
                            "street",
                            street,
                            "number",
                            number + side,
                            "postcode",
                            String.valueOf(9901 + place / 4),
                            "neighbourhood",
                            neighbourhoods.get(place).name()));
                }
            }
            number += 2 * (1 + random.nextInt(3));
        }
        reached.put(street, number);
    }

    private double spacing(Coordinate place) {
        double density = Settlement.residentsPerSquareKilometre(place);
        return (density > 9000 ? 52 : density > 3000 ? 70 : density > 900 ? 100 : 170)
                * (0.8 + 0.4 * random.nextDouble());
    }

    private static int indexOf(Geometry point, List<PreparedGeometry> outlines) {
        for (int i = 0; i < outlines.size(); i++) {
            if (outlines.get(i).intersects(point)) {
                return i;
            }
        }
        throw new IllegalStateException("in no neighbourhood: " + point);
    }
}
