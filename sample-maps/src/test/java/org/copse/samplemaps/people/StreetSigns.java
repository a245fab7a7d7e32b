package org.copse.samplemaps.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.copse.samplemaps.land.Block;
import org.copse.samplemaps.land.BlockMap;
import org.copse.samplemaps.land.Shapes;
import org.copse.samplemaps.land.Street;
import org.copse.samplemaps.land.Terrain;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Puts up street signs: keeps streets out of water and parks, adds the quays, and names everything. */
final class StreetSigns {

    private static final double QUAY_METRES = 12;
    private static final double SHORTEST_METRES = 25;

    private StreetSigns() {}

    static List<NamedStreet> name(Terrain terrain, BlockMap map, List<Street> streets, Random random) {
        Names names = new Names(random);
        Geometry notHere =
                terrain.water().buffer(QUAY_METRES - 1).union(parks(map).buffer(-6));
        PreparedGeometry noStreets = PreparedGeometryFactory.prepare(notHere);
        PreparedGeometry district = PreparedGeometryFactory.prepare(terrain.district());
        List<NamedStreet> named = new ArrayList<>();
        for (Street street : streets) {
            boolean main = street.rank() == Street.Rank.MAIN;
            Geometry line = main || !noStreets.intersects(street.line())
                    ? street.line()
                    : street.line().difference(notHere);
            if (line.getLength() >= SHORTEST_METRES) {
                boolean french = Shapes.inland(line.getCentroid().getCoordinate()) > 900
                        && Shapes.alongCoast(line.getCentroid().getCoordinate()) > 300;
                String name = main ? Names.MAIN.get(street.number()) : names.street(french);
                named.add(new NamedStreet(name, street.rank(), line, district.intersects(line)));
            }
        }
        addQuays(terrain, names, named);
        return named;
    }

    private static void addQuays(Terrain terrain, Names names, List<NamedStreet> named) {
        Geometry banks = terrain.water().buffer(QUAY_METRES).getBoundary();
        Geometry town = Shapes.METRES
                .createPoint(Shapes.at(200, -500))
                .buffer(2600)
                .intersection(terrain.district().buffer(-60));
        Geometry quays = banks.intersection(town);
        for (int i = 0; i < quays.getNumGeometries(); i++) {
            if (quays.getGeometryN(i) instanceof LineString quay && quay.getLength() > 150) {
                named.add(new NamedStreet(names.quay(), Street.Rank.SECONDARY, quay, true));
            }
        }
    }

    /** Returns the parks as one geometry. */
    static Geometry parks(BlockMap map) {
        List<Geometry> parks = new ArrayList<>();
        for (Block block : map.blocks()) {
            if (block.use() == Block.Use.PARK) {
                parks.add(block.outline());
            }
        }
        return AreaMap.union(parks);
    }
}
