package org.copse.geoimport.source.mapinfo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.geoimport.source.DeclaredCrs;
import org.jspecify.annotations.Nullable;

/**
 * The CoordSys clause of a MIF as a CRS: by its code where it is one of the usual ones, else as well-known text for
 * Mercator, Transverse Mercator, Lambert's conformal conic and Albers' projection on a known datum.
 */
final class MifCoordSys {
    private static final String WHERE = "the CoordSys clause";
    private static final Pattern EARTH =
            Pattern.compile("(?i)^\\s*earth\\s+projection\\s+(\\d+)\\s*(.*?)(?:\\bbounds\\b.*)?$");
    private static final Map<Integer, String> DEGREES = Map.ofEntries(
            Map.entry(0, "EPSG:4326"),
            Map.entry(28, "EPSG:4230"),
            Map.entry(33, "EPSG:4326"),
            Map.entry(62, "EPSG:4267"),
            Map.entry(74, "EPSG:4269"),
            Map.entry(79, "EPSG:4277"),
            Map.entry(104, "EPSG:4326"),
            Map.entry(109, "EPSG:4289"),
            Map.entry(110, "EPSG:4313"),
            Map.entry(115, "EPSG:4258"),
            Map.entry(116, "EPSG:4283"),
            Map.entry(157, "EPSG:4326"),
            Map.entry(1000, "EPSG:4314"));
    private static final Map<Integer, String> DATUMS = Map.of(
            28, "European_Datum_1950",
            33, "WGS_1984",
            62, "North_American_Datum_1927",
            74, "North_American_Datum_1983",
            79, "OSGB_1936",
            104, "WGS_1984",
            110, "Reseau_National_Belge_1972",
            115, "European_Terrestrial_Reference_System_1989",
            116, "Geocentric_Datum_of_Australia_1994",
            1000, "Deutsches_Hauptdreiecksnetz");
    private static final Map<Integer, Integer> UTM =
            Map.of(28, 23_000, 62, 26_700, 74, 26_900, 104, 32_600, 115, 25_800, 33, 32_600);
    /** National grids, told by their parameters, which no other has, whatever the datum is called. */
    private record Usual(String code, Set<Integer> projections, List<Double> parameters) {
        static Usual of(String code, Set<Integer> projections, Double... parameters) {
            return new Usual(code, projections, List.of(parameters));
        }
    }

    private static final List<Usual> USUAL = List.of(
            Usual.of("EPSG:27700", Set.of(8), -2.0, 49.0, 0.9996012717, 400_000.0, -100_000.0),
            Usual.of("EPSG:31370", Set.of(3, 19), 4.367486666, 90.0, 49.8333339, 51.1666672, 150_000.01, 5_400_088.44),
            Usual.of("EPSG:28992", Set.of(20, 31), 5.387638889, 52.156160556, 0.9999079, 155_000.0, 463_000.0),
            Usual.of("EPSG:2154", Set.of(3), 3.0, 46.5, 44.0, 49.0, 700_000.0, 6_600_000.0),
            Usual.of("EPSG:2154", Set.of(3), 3.0, 46.5, 49.0, 44.0, 700_000.0, 6_600_000.0),
            Usual.of("EPSG:2193", Set.of(8), 173.0, 0.0, 0.9996, 1_600_000.0, 10_000_000.0),
            Usual.of("EPSG:2056", Set.of(25), 7.439583333, 46.952405556, 2_600_000.0, 1_200_000.0),
            Usual.of("EPSG:21781", Set.of(25), 7.439583333, 46.952405556, 600_000.0, 200_000.0),
            Usual.of("EPSG:3035", Set.of(29), 10.0, 52.0));
    private static final String ELLIPSOIDS = "SPHEROID[\"%s\",%s]";
    private static final double CLOSE = 1e-7;

    private final int projection;
    private final int datum;
    private final String unit;
    private final List<Double> numbers;

    private MifCoordSys(int projection, int datum, String unit, List<Double> numbers) {
        this.projection = projection;
        this.datum = datum;
        this.unit = unit;
        this.numbers = numbers;
    }

    /** Returns the CRS of a clause, given without its first word. */
    static DeclaredCrs of(String clause) {
        Matcher earth = EARTH.matcher(clause);
        String shown = clause.length() > 80 ? clause.substring(0, 80) + "…" : clause;
        if (!earth.matches() || clause.toLowerCase(Locale.ROOT).contains("affine")) {
            return DeclaredCrs.missing(WHERE + " (" + shown + ")");
        }
        List<String> words = new ArrayList<>();
        for (String word : earth.group(2).split(",", -1)) {
            if (!word.isBlank()) {
                words.add(word.strip().replace("\"", ""));
            }
        }
        MifCoordSys parsed = parse(
                Integer.parseInt(
                        earth.group(1).substring(0, Math.min(6, earth.group(1).length()))),
                words);
        DeclaredCrs found = parsed == null ? null : parsed.crs();
        return found == null ? DeclaredCrs.missing(WHERE + ", which is not known here (" + shown + ")") : found;
    }

    private static @Nullable MifCoordSys parse(int projection, List<String> words) {
        String first = words.isEmpty() ? "0" : words.get(0);
        if (!first.matches("\\d{1,5}")) {
            return null;
        }
        int datum = Integer.parseInt(first);
        int at = 1;
        if (datum == 999 || datum == 9999) {
            // A datum of its own: ellipsoid and shift follow, and turns, scale and meridian in the longer form.
            at += datum == 999 ? 4 : 9;
        }
        String unit = projection == 1 || words.size() <= at ? "7" : words.get(at++);
        List<Double> numbers = new ArrayList<>();
        for (String word : words.subList(Math.min(at, words.size()), words.size())) {
            try {
                numbers.add(Double.parseDouble(word));
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return new MifCoordSys(projection, datum, unit.toLowerCase(Locale.ROOT), numbers);
    }

    private @Nullable DeclaredCrs crs() {
        String code = code();
        if (code != null) {
            return DeclaredCrs.code(code, WHERE);
        }
        String wkt = wkt();
        return wkt == null ? null : DeclaredCrs.wkt(wkt, WHERE);
    }

    private boolean metres() {
        return unit.equals("7") || unit.equals("m");
    }

    private boolean is(double... wanted) {
        if (!metres() || numbers.size() < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (Math.abs(numbers.get(i) - wanted[i]) > CLOSE * Math.max(1, Math.abs(wanted[i]))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String code() {
        if (projection == 1) {
            return DEGREES.get(datum);
        }
        if (!metres()) {
            return null;
        }
        if (projection == 10 && (datum == 157 || datum == 104) && is(0)) {
            return datum == 157 ? "EPSG:3857" : "EPSG:3395";
        }
        for (Usual usual : USUAL) {
            if (usual.projections.contains(projection)
                    && is(usual.parameters.stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray())) {
                return usual.code;
            }
        }
        return projection == 8 ? zoned() : null;
    }

    private @Nullable String zoned() {
        if (numbers.size() < 5) {
            return null;
        }
        double meridian = numbers.get(0);
        if (datum == 1000 && is(meridian, 0, 1) && meridian % 3 == 0 && meridian >= 6 && meridian <= 15) {
            return "EPSG:" + (31_464 + (int) (meridian / 3));
        }
        double zone = (meridian + 183) / 6;
        boolean utm = zone >= 1 && zone <= 60 && zone == Math.rint(zone) && is(meridian, 0, 0.9996, 500_000);
        if (!utm || !(datum == 116 || UTM.containsKey(datum))) {
            return null;
        }
        boolean south = is(meridian, 0, 0.9996, 500_000, 10_000_000);
        boolean north = is(meridian, 0, 0.9996, 500_000, 0);
        if (north && datum != 116) {
            return "EPSG:" + (UTM.getOrDefault(datum, 0) + (int) zone);
        }
        if (south && datum == 116) {
            return "EPSG:" + (28_300 + (int) zone);
        }
        return south && UTM.getOrDefault(datum, 0) == 32_600 ? "EPSG:" + (32_700 + (int) zone) : null;
    }

    private @Nullable String wkt() {
        String name = DATUMS.get(datum);
        String metres =
                switch (unit) {
                    case "7", "m" -> "1";
                    case "3", "ft" -> "0.3048";
                    case "8", "survey ft" -> "0.3048006096012192";
                    default -> "";
                };
        String projected =
                switch (projection) {
                    case 3 ->
                        with(
                                "Lambert_Conformal_Conic_2SP",
                                "central_meridian",
                                "latitude_of_origin",
                                "standard_parallel_1",
                                "standard_parallel_2",
                                "false_easting",
                                "false_northing");
                    case 8 ->
                        with(
                                "Transverse_Mercator",
                                "central_meridian",
                                "latitude_of_origin",
                                "scale_factor",
                                "false_easting",
                                "false_northing");
                    case 9 ->
                        with(
                                "Albers_Conic_Equal_Area",
                                "longitude_of_center",
                                "latitude_of_center",
                                "standard_parallel_1",
                                "standard_parallel_2",
                                "false_easting",
                                "false_northing");
                    default -> "";
                };
        if (name == null || metres.isEmpty() || projected.isEmpty()) {
            return null;
        }
        return "PROJCS[\"CoordSys\",GEOGCS[\"" + name + "\",DATUM[\"" + name + "\"," + ellipsoid()
                + "],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]," + projected + ",UNIT[\"unit\","
                + metres
                + "]]";
    }

    private String ellipsoid() {
        return switch (datum) {
            case 28, 110 -> String.format(Locale.ROOT, ELLIPSOIDS, "International 1924", "6378388,297");
            case 62 -> String.format(Locale.ROOT, ELLIPSOIDS, "Clarke 1866", "6378206.4,294.978698213898");
            case 79 -> String.format(Locale.ROOT, ELLIPSOIDS, "Airy 1830", "6377563.396,299.3249646");
            case 1000 -> String.format(Locale.ROOT, ELLIPSOIDS, "Bessel 1841", "6377397.155,299.1528128");
            case 104 -> String.format(Locale.ROOT, ELLIPSOIDS, "WGS 84", "6378137,298.257223563");
            default -> String.format(Locale.ROOT, ELLIPSOIDS, "GRS 1980", "6378137,298.257222101");
        };
    }

    private String with(String projection, String... parameters) {
        if (numbers.size() < parameters.length) {
            return "";
        }
        StringBuilder text = new StringBuilder("PROJECTION[\"" + projection + "\"]");
        for (int i = 0; i < parameters.length; i++) {
            text.append(",PARAMETER[\"")
                    .append(parameters[i])
                    .append("\",")
                    .append(numbers.get(i))
                    .append(']');
        }
        return text.toString();
    }
}
