package org.copse.samplemaps.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.copse.samplemaps.format.Row;
import org.copse.samplemaps.land.Block;
import org.copse.samplemaps.land.Shapes;
import org.locationtech.jts.geom.Coordinate;

/**
 * Twelve months of incidents. Two thirds spread with residents and streets, one third gathers at a dozen spots, each with
 * its own kinds, hours and season. Who lives in a place plays no part: neither origin nor income is read here.
 */
final class Incidents {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 365;

    /** Kinds, their share in the background, the share that police found themselves, and the hour they peak at. */
    private enum Kind {
        BURGLARY("burglary", 0.13, 0.00, 14),
        THEFT("theft", 0.17, 0.02, 16),
        BICYCLE_THEFT("bicycle theft", 0.14, 0.01, 18),
        VEHICLE_CRIME("vehicle crime", 0.09, 0.02, 3),
        VANDALISM("vandalism", 0.11, 0.04, 22),
        VIOLENCE("violence", 0.08, 0.04, 23),
        NUISANCE("nuisance", 0.12, 0.05, 22),
        NEIGHBOUR_DISPUTE("neighbour dispute", 0.08, 0.00, 19),
        TRAFFIC("traffic", 0.05, 0.35, 17),
        DRUGS("drugs", 0.02, 0.78, 20),
        WEAPONS("weapons", 0.01, 0.70, 21);

        private final String label;
        private final double share;
        private final double foundByPolice;
        private final int peakHour;

        Kind(String label, double share, double foundByPolice, int peakHour) {
            this.label = label;
            this.share = share;
            this.foundByPolice = foundByPolice;
            this.peakHour = peakHour;
        }
    }

    private record Spot(
            double u, double v, double spreadMetres, double share, boolean summer, boolean weekend, Kind... kinds) {}

    private static final List<Spot> SPOTS = List.of(
            new Spot(-30, 20, 150, 0.20, false, true, Kind.VIOLENCE, Kind.NUISANCE, Kind.THEFT, Kind.DRUGS),
            new Spot(-320, 1060, 150, 0.17, false, false, Kind.THEFT, Kind.BICYCLE_THEFT, Kind.DRUGS, Kind.NUISANCE),
            new Spot(-2000, -2880, 330, 0.12, true, true, Kind.THEFT, Kind.NUISANCE, Kind.BICYCLE_THEFT, Kind.VIOLENCE),
            new Spot(430, -420, 170, 0.09, false, false, Kind.THEFT, Kind.BICYCLE_THEFT, Kind.VANDALISM),
            new Spot(
                    2500,
                    1500,
                    260,
                    0.09,
                    false,
                    false,
                    Kind.VANDALISM,
                    Kind.NUISANCE,
                    Kind.VEHICLE_CRIME,
                    Kind.WEAPONS),
            new Spot(-2250, 1100, 220, 0.08, false, false, Kind.NUISANCE, Kind.VANDALISM, Kind.NEIGHBOUR_DISPUTE),
            new Spot(760, -1300, 210, 0.06, false, true, Kind.VIOLENCE, Kind.DRUGS, Kind.WEAPONS),
            new Spot(-760, 640, 200, 0.05, true, false, Kind.NUISANCE, Kind.DRUGS, Kind.THEFT),
            new Spot(1250, 820, 220, 0.05, false, false, Kind.BURGLARY, Kind.BICYCLE_THEFT),
            new Spot(-3900, 2500, 260, 0.04, false, false, Kind.VEHICLE_CRIME, Kind.BURGLARY),
            new Spot(3050, 4300, 240, 0.03, false, false, Kind.BURGLARY, Kind.TRAFFIC),
            new Spot(-1500, -650, 230, 0.02, false, false, Kind.TRAFFIC, Kind.VANDALISM));

    private static final double GATHERED = 0.36;

    private final Random random;
    private final Streetwalk walk;
    private final List<Block> blocks;
    private final double[] upTo;

    Incidents(List<Block> blocks, double[] residents, Streetwalk walk, Random random) {
        this.blocks = blocks;
        this.walk = walk;
        this.random = random;
        this.upTo = new double[residents.length];
        double sum = 0;
        for (int b = 0; b < residents.length; b++) {
            sum += residents[b];
            upTo[b] = sum;
        }
    }

    /** Returns incidents in the order of their dates. */
    List<Row> record(int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(random.nextDouble() < GATHERED ? atSpot() : anywhere());
        }
        rows.sort(Comparator.comparing((Row row) -> row.text("date"))
                .thenComparingInt(row -> Integer.parseInt(row.text("hour"))));
        List<Row> numbered = new ArrayList<>();
        for (Row row : rows) {
            List<Object> cells =
                    new ArrayList<>(List.of("incident_id", String.format("I25-%05d", numbered.size() + 1)));
            row.values().forEach((name, value) -> cells.addAll(List.of(name, value)));
            numbered.add(Row.of(row.shape(), cells.toArray()));
        }
        return numbered;
    }

    private Row atSpot() {
        double pick = random.nextDouble();
        Spot spot = SPOTS.get(SPOTS.size() - 1);
        for (Spot candidate : SPOTS) {
            pick -= candidate.share;
            if (pick < 0) {
                spot = candidate;
                break;
            }
        }
        Kind kind = spot.kinds[
                (int) (spot.kinds.length * Math.min(0.999, random.nextDouble() * random.nextDouble() * 1.35))];
        Coordinate place = walk.nearest(
                spot.u + spot.spreadMetres * random.nextGaussian(),
                spot.v + spot.spreadMetres * random.nextGaussian(),
                random);
        return row(kind, place, day(spot.summer, spot.weekend));
    }

    private Row anywhere() {
        Coordinate place;
        if (random.nextDouble() < 0.12) {
            place = walk.nearest(walk.any(random), random);
        } else {
            Block block = blocks.get(weighted());
            double reach = StrictMath.sqrt(block.landSquareMetres()) / 2;
            Coordinate centre = block.centre();
            place = walk.nearest(
                    new Coordinate(centre.x + reach * random.nextGaussian(), centre.y + reach * random.nextGaussian()),
                    random);
        }
        double pick = random.nextDouble();
        Kind kind = Kind.THEFT;
        for (Kind candidate : Kind.values()) {
            pick -= candidate.share;
            if (pick < 0) {
                kind = candidate;
                break;
            }
        }
        return row(kind, place, day(false, false));
    }

    private int weighted() {
        double pick = random.nextDouble() * upTo[upTo.length - 1];
        int found = java.util.Arrays.binarySearch(upTo, pick);
        return Math.min(upTo.length - 1, found < 0 ? -found - 1 : found);
    }

    private Row row(Kind kind, Coordinate place, LocalDate date) {
        int hour = Math.floorMod((int) Math.round(kind.peakHour + 3.6 * random.nextGaussian()), 24);
        double who = random.nextDouble();
        String initiator = who < kind.foundByPolice ? "police" : who > 0.94 ? "unknown" : "resident";
        return Row.of(
                Shapes.METRES.createPoint(place),
                "date",
                date.toString(),
                "hour",
                hour,
                "category",
                kind.label,
                "initiator",
                initiator);
    }

    private LocalDate day(boolean summer, boolean weekend) {
        while (true) {
            LocalDate date = FIRST_DAY.plusDays(random.nextInt(DAYS));
            double season = summer
                    ? (date.getMonthValue() >= 6 && date.getMonthValue() <= 9 ? 1 : 0.22)
                    : 0.86 + 0.14 * StrictMath.cos((date.getDayOfYear() - 330) * 2 * Math.PI / DAYS);
            boolean late = date.getDayOfWeek() == DayOfWeek.FRIDAY || date.getDayOfWeek() == DayOfWeek.SATURDAY;
            double week = weekend && !late ? 0.4 : 1;
            if (random.nextDouble() < season * week) {
                return date;
            }
        }
    }
}
