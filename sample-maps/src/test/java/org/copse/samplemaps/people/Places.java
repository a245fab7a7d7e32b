package org.copse.samplemaps.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.copse.samplemaps.format.Row;
import org.copse.samplemaps.land.Block;
import org.copse.samplemaps.land.Shapes;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/** Puts places of worship and other focal places on dry, built-up blocks, where the residents are. */
final class Places {

    private record Sort(String type, int count, String name) {}

    private static final List<Sort> FOCAL = List.of(
            new Sort("primary school", 62, "Basisschool"),
            new Sort("secondary school", 19, "Lyceum"),
            new Sort("library", 8, "Bibliotheek"),
            new Sort("community centre", 16, "Wijkhuis"),
            new Sort("youth centre", 9, "Jeugdhuis"),
            new Sort("market", 6, "Markt"),
            new Sort("shopping centre", 5, "Winkelhof"),
            new Sort("sports ground", 12, "Sportveld"),
            new Sort("care home", 14, "Woonzorghuis"),
            new Sort("hospital", 2, "Gasthuis"));
    private static final Object[][] FIXED = {
        {"railway station", "Wervelmonde Centraal", -320, 1080},
        {"railway station", "Halte Spoorhagen", 3050, 620},
        {"railway station", "Halte Torenakker", -3500, 2120},
        {"town hall", "Stadhuis", -95, 20},
        {"ferry terminal", "Veerkade", -620, -2830},
        {"bus station", "Busplein", -120, 1020},
    };
    private static final List<Sort> WORSHIP = List.of(
            new Sort("church", 37, "Sint-"),
            new Sort("mosque", 14, "Moskee "),
            new Sort("evangelical church", 8, "Gemeenschap "),
            new Sort("orthodox church", 4, "Parochie "),
            new Sort("temple", 3, "Tempel "),
            new Sort("synagogue", 2, "Synagoge "),
            new Sort("other", 2, "Huis "));
    private static final List<String> SAINTS = List.of(
            "Aldwin",
            "Mirte",
            "Odrune",
            "Wendelmoed",
            "Galvane",
            "Isbrand",
            "Yselde",
            "Torvald",
            "Ermeline",
            "Radewijn");
    private static final List<String> WORDS = List.of(
            "De Haven",
            "Het Anker",
            "De Ster",
            "De Brug",
            "De Linde",
            "De Vuurbaak",
            "De Bron",
            "Het Kompas",
            "De Wulp",
            "De Regenboog",
            "L'Aurore",
            "La Source",
            "Le Saule",
            "La Vigie",
            "De Kiem",
            "De Zilvermeeuw",
            "Het Zeil",
            "De Klaver",
            "De Torenuil",
            "Le Tilleul");

    private final List<Block> blocks;
    private final double[] residents;
    private final Random random;
    private final Set<Integer> taken = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    Places(List<Block> blocks, double[] residents, Random random) {
        this.blocks = blocks;
        this.residents = residents.clone();
        this.random = random;
    }

    /** Returns the places of worship. */
    List<Row> worship() {
        List<Row> rows = new ArrayList<>();
        for (Sort sort : WORSHIP) {
            for (int i = 0; i < sort.count; i++) {
                String name = unique(() -> sort.type.equals("church")
                        ? "Sint-" + pick(SAINTS)
                                + pick(List.of("kerk", "kapel", "basiliek", " aan de Kaai", " op de Heuvel"))
                        : sort.name + pick(WORDS));
                rows.add(Row.of(
                        somewhere(), "ID", String.format("G%03d", rows.size() + 1), "NAME", name, "TYPE", sort.type));
            }
        }
        return rows;
    }

    /** Returns schools, stations and whatever else draws people. */
    List<Row> focal() {
        List<Row> rows = new ArrayList<>();
        for (Object[] fixed : FIXED) {
            Coordinate at = Shapes.at((int) fixed[2], (int) fixed[3]);
            rows.add(focal(rows.size(), (String) fixed[1], (String) fixed[0], Shapes.METRES.createPoint(at)));
        }
        for (Sort sort : FOCAL) {
            for (int i = 0; i < sort.count; i++) {
                String name = unique(() -> sort.name + " " + pick(random.nextBoolean() ? WORDS : Names.BEATS));
                rows.add(focal(rows.size(), name, sort.type, somewhere()));
            }
        }
        return rows;
    }

    private static Row focal(int number, String name, String type, Point at) {
        return Row.of(at, "place_id", String.format("P%03d", number + 1), "name", name, "type", type);
    }

    private String unique(java.util.function.Supplier<String> name) {
        String tried = name.get();
        for (int again = 0; !names.add(tried); again++) {
            tried = again < 30 ? name.get() : name.get() + " " + (again - 28);
        }
        return tried;
    }

    /** Returns a dry place in a block of houses that has no other place, drawn by residents. */
    private Point somewhere() {
        while (true) {
            int b = random.nextInt(blocks.size());
            Block block = blocks.get(b);
            boolean dry = block.landSquareMetres() > 0.97 * block.outline().getArea()
                    && block.outline().getArea() > 2500;
            if (block.use() == Block.Use.HOUSES && dry && random.nextDouble() < residents[b] / 400 && taken.add(b)) {
                return Shapes.METRES.createPoint(block.centre());
            }
        }
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
