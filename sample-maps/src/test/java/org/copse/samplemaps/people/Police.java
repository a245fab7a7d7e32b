package org.copse.samplemaps.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.copse.samplemaps.format.Row;
import org.copse.samplemaps.land.Shapes;
import org.locationtech.jts.geom.Point;

/** The fictional police of Wervelmonde: bases, contact points, and one resident officer per beat, by duty name alone. */
final class Police {

    private static final List<String> DUTY_NAMES = List.of(
            "Sam",
            "Robin",
            "Alex",
            "Noor",
            "Kim",
            "Charlie",
            "Jo",
            "Mika",
            "Sacha",
            "Dominique",
            "Lou",
            "Andrea",
            "Yael",
            "Maxime",
            "Eden",
            "Camille",
            "Rayan",
            "Billie",
            "Remi",
            "Luka",
            "Nour",
            "Toni",
            "Ariel",
            "Morgan",
            "Sky",
            "Elia",
            "Jules",
            "Bo",
            "Inaya",
            "Claude",
            "Valery",
            "Quinn",
            "Marijn",
            "Ashley",
            "Fenne",
            "Loïs",
            "Zhen",
            "Dilan",
            "Senne",
            "Amal");
    private static final List<String> MORE_LANGUAGES =
            List.of("en", "ar", "tr", "de", "pl", "ro", "es", "fa", "sq", "uk");
    private static final List<String> HOURS = List.of(
            "Mon-Fri 09:00-17:00",
            "Mon-Fri 10:00-18:00",
            "Tue-Sat 10:00-18:00",
            "Mon-Thu 08:00-16:00; Sat 10:00-14:00",
            "Tue-Fri 12:00-20:00");
    private static final Object[][] BASES = {
        {"Hoofdbureau Centrum", 180, 560}, {"Wijkbureau Haven", 700, -1200}, {"Wijkbureau Noord", 2500, -1500},
        {"Wijkbureau Oost", 2350, 1750}, {"Wijkbureau Zuid", -600, 3000}, {"Wijkbureau West", -2300, 900},
        {"Wijkbureau Strand", -2300, -2500},
    };
    private static final Object[][] CONTACT_POINTS = {
        {"Bibliotheek De Vuurbaak", "library", 300, -350, "Wed 14:00-17:00"},
        {"Wijkhuis Het Anker", "community centre", -1300, 1700, "Tue 10:00-12:00"},
        {"Wijkhuis De Klaver", "community centre", 2700, 1400, "Thu 16:00-19:00"},
        {"Marktkraam Grote Aldwinmarkt", "market stall", -20, 10, "Sat 08:00-12:00"},
        {"Mobiele post Strand", "mobile stop", -2000, -2850, "Jul-Aug daily 13:00-19:00"},
        {"Mobiele post Buitenring", "mobile stop", 3000, 4300, "Fri 15:00-17:00"},
        {"Wijkhuis De Bron", "community centre", -4200, 1900, "Mon 13:00-16:00"},
        {"Stationshal Centraal", "station hall", -320, 1060, "Mon-Fri 07:00-09:00; Mon-Fri 16:00-18:00"},
        {"Wijkhuis De Wulp", "community centre", -2200, 4200, "Wed 09:00-11:00"},
        {"Bibliotheek Le Saule", "library", 1900, -300, "Tue 15:00-18:00"},
        {"Jeugdhuis De Kiem", "youth centre", -2300, 1200, "Wed 14:00-18:00"},
        {"Sporthal Het Zeil", "sports hall", 4500, 300, "Thu 18:00-20:00"},
    };

    private final Streetwalk walk;
    private final Random random;

    Police(Streetwalk walk, Random random) {
        this.walk = walk;
        this.random = random;
    }

    List<Row> bases() {
        List<Row> rows = new ArrayList<>();
        for (Object[] base : BASES) {
            rows.add(Row.of(at(base, 1), "base_id", "B" + (rows.size() + 1), "name", base[0]));
        }
        return rows;
    }

    /** Returns where police can be met; {@code addresses} gives each the number and street next to it. */
    List<Row> contactPoints(List<Row> addresses) {
        List<Row> rows = new ArrayList<>();
        for (Object[] base : BASES) {
            add(rows, (String) base[0], "police station", at(base, 1), "Mon-Sun 08:00-20:00", addresses);
        }
        for (Object[] point : CONTACT_POINTS) {
            add(rows, (String) point[0], (String) point[1], at(point, 2), (String) point[4], addresses);
        }
        return rows;
    }

    private static void add(List<Row> rows, String name, String kind, Point at, String hours, List<Row> addresses) {
        Row nearest = addresses.get(0);
        for (Row address : addresses) {
            if (address.shape().distance(at) < nearest.shape().distance(at)) {
                nearest = address;
            }
        }
        String address = nearest.text("street") + " " + nearest.text("number");
        rows.add(Row.of(
                at,
                "point_id",
                String.format("C%02d", rows.size() + 1),
                "name",
                name,
                "kind",
                kind,
                "address",
                address,
                "hours",
                hours));
    }

    /** Returns one officer for each beat; the telephone numbers cannot exist, the mail domain is reserved for examples. */
    List<Row> officers(List<Area> beats) {
        List<Row> rows = new ArrayList<>();
        Set<Integer> numbers = new LinkedHashSet<>();
        for (Area beat : beats) {
            int number = 4100 + random.nextInt(600);
            while (!numbers.add(number)) {
                number = 4100 + random.nextInt(600);
            }
            String name = DUTY_NAMES.get(rows.size() % DUTY_NAMES.size());
            rows.add(Row.of(
                    Shapes.METRES.createPoint(),
                    "officer_id",
                    String.valueOf(number),
                    "duty_name",
                    name,
                    "languages",
                    languages(),
                    "phone",
                    String.format("+32 000 00 %02d %02d", number / 100, number % 100),
                    "email",
                    name.toLowerCase(Locale.ROOT).replace('ï', 'i') + "." + number + "@wervelmonde.example",
                    "hours",
                    HOURS.get(random.nextInt(HOURS.size())),
                    "beat_id",
                    beat.id(),
                    "since",
                    String.format("%d-%02d-01", 2019 + number % 7, 1 + number % 12)));
        }
        return rows;
    }

    private String languages() {
        Set<String> spoken =
                new LinkedHashSet<>(random.nextDouble() < 0.75 ? List.of("nl", "fr") : List.of("fr", "nl"));
        int more = random.nextInt(3);
        for (int i = 0; i < more; i++) {
            spoken.add(MORE_LANGUAGES.get(random.nextInt(MORE_LANGUAGES.size())));
        }
        return String.join(",", spoken);
    }

    private Point at(Object[] row, int first) {
        return Shapes.METRES.createPoint(walk.nearest((int) row[first], (int) row[first + 1], random));
    }
}
