package org.copse.samplemaps.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.copse.samplemaps.land.Block;
import org.copse.samplemaps.land.BlockMap;
import org.copse.samplemaps.land.Street;
import org.copse.samplemaps.land.StreetPlan;
import org.copse.samplemaps.land.Terrain;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The whole city, ready to be written: the ground, the areas on it, and the rows of every layer.
 */
public final class City {

    static final int UNITS = 180;
    static final int NEIGHBOURHOODS = 24;
    static final int BEATS = 40;
    static final int SECTORS = 6;
    private static final double RESIDENTS = 250_000;
    private static final int INCIDENTS = 12_000;

    final Terrain terrain;
    final BlockMap map;
    final List<NamedStreet> streets;
    final List<Area> units;
    final List<Area> neighbourhoods;
    final List<Area> beats;
    final List<Integer> sectorOfBeat;
    final List<Street> rawStreets;
    final double[] residents;
    final int[] unitOfBlock;
    final int[] neighbourhoodOfBlock;
    private final long seed;

    private City(long seed) {
        this.seed = seed;
        Random ground = new Random(seed);
        terrain = Terrain.lay(ground);
        rawStreets = StreetPlan.draw(terrain, ground);
        map = BlockMap.cut(terrain, rawStreets);
        streets = StreetSigns.name(terrain, map, rawStreets, new Random(seed + 1));
        residents = Residents.byBlock(map.blocks(), RESIDENTS);
        AreaMap areas = new AreaMap(map, residents, new Random(seed + 2));
        unitOfBlock = areas.units(UNITS);
        int[] neighbourhoodOfUnit = areas.groupsOfUnits(unitOfBlock, NEIGHBOURHOODS, 0.5, 0.02);
        neighbourhoodOfBlock = new int[unitOfBlock.length];
        Arrays.setAll(neighbourhoodOfBlock, b -> neighbourhoodOfUnit[unitOfBlock[b]]);
        areas.fray(neighbourhoodOfBlock, 40);
        neighbourhoods = neighbourhoods(areas);
        units = units(areas, neighbourhoodOfUnit);
        int[] beatOfUnit = areas.groupsOfUnits(unitOfBlock, BEATS, 0.62, 0.3);
        int[] beatOfBlock = Arrays.stream(unitOfBlock).map(u -> beatOfUnit[u]).toArray();
        int[] sectorOf = areas.groupsOfUnits(beatOfBlock, SECTORS, 0.55, 0.3);
        List<Area> drawn = new ArrayList<>();
        List<Integer> sectors = new ArrayList<>();
        number(areas, beatOfBlock, sectorOf, drawn, sectors);
        beats = drawn;
        sectorOfBeat = sectors;
    }

    /** Builds the city of a seed. */
    public static City build(long seed) {
        return new City(seed);
    }

    private List<Area> neighbourhoods(AreaMap areas) {
        List<Area> result = new ArrayList<>();
        for (int n = 0; n < NEIGHBOURHOODS; n++) {
            result.add(new Area(
                    String.format("N%02d", n + 1),
                    Names.NEIGHBOURHOODS.get(n),
                    members(neighbourhoodOfBlock, n),
                    areas.outline(neighbourhoodOfBlock, n)));
        }
        return result;
    }

    private List<Area> units(AreaMap areas, int[] neighbourhoodOfUnit) {
        int[] inNeighbourhood = new int[NEIGHBOURHOODS];
        List<Area> result = new ArrayList<>();
        for (int u = 0; u < UNITS; u++) {
            int n = neighbourhoodOfUnit[u];
            int letter = inNeighbourhood[n]++;
            String suffix = Names.UNIT_SUFFIXES.get(letter % Names.UNIT_SUFFIXES.size());
            result.add(new Area(
                    String.format("W%02d%c", n + 1, 'A' + letter),
                    Names.NEIGHBOURHOODS.get(n) + " " + suffix,
                    members(unitOfBlock, u),
                    areas.outline(unitOfBlock, u)));
        }
        return result;
    }

    /** Numbers sectors from the centre outwards, and beats sector by sector. */
    private static void number(
            AreaMap areas, int[] beatOfBlock, int[] sectorOf, List<Area> beats, List<Integer> sectors) {
        List<Geometry> outlines = new ArrayList<>();
        for (int b = 0; b < BEATS; b++) {
            outlines.add(areas.outline(beatOfBlock, b));
        }
        List<Integer> sectorOrder = new ArrayList<>();
        for (int s = 0; s < SECTORS; s++) {
            sectorOrder.add(s);
        }
        sectorOrder.sort(Comparator.comparingDouble(s -> {
            double least = Double.MAX_VALUE;
            for (int b = 0; b < BEATS; b++) {
                least = sectorOf[b] == s ? Math.min(least, fromMarket(outlines.get(b))) : least;
            }
            return least;
        }));
        for (int s : sectorOrder) {
            List<Integer> inSector = new ArrayList<>();
            for (int b = 0; b < BEATS; b++) {
                if (sectorOf[b] == s) {
                    inSector.add(b);
                }
            }
            inSector.sort(Comparator.comparingDouble(b -> fromMarket(outlines.get(b))));
            for (int b : inSector) {
                int id = beats.size() + 1;
                beats.add(new Area(
                        String.valueOf(id), Names.BEATS.get(id - 1), members(beatOfBlock, b), outlines.get(b)));
                sectors.add(sectorOrder.indexOf(s) + 1);
            }
        }
    }

    private static double fromMarket(Geometry outline) {
        return outline.getCentroid().getCoordinate().distance(new Coordinate(0, 0));
    }

    private static List<Integer> members(int[] groupOf, int group) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < groupOf.length; i++) {
            if (groupOf[i] == group) {
                members.add(i);
            }
        }
        return members;
    }

    /** Returns the rows of every layer. */
    public Layers layers() {
        return Layers.of(this);
    }

    /** Returns random numbers of one layer's own, so that a change to one layer leaves the others alone. */
    Random random(int layer) {
        return new Random(seed * 31 + layer);
    }

    int incidents() {
        return INCIDENTS;
    }

    /** Returns the residents of an area made of blocks, as a whole number. */
    int residentsOf(Area area) {
        return (int) Math.round(
                area.members().stream().mapToDouble(b -> residents[b]).sum());
    }

    /** Returns the middle of where an area's land lies. */
    Coordinate middleOf(Area area) {
        double x = 0;
        double y = 0;
        double weight = 0;
        for (int b : area.members()) {
            Block block = map.blocks().get(b);
            double w = block.landSquareMetres() + 1;
            x += w * block.centre().x;
            y += w * block.centre().y;
            weight += w;
        }
        return new Coordinate(x / weight, y / weight);
    }
}
