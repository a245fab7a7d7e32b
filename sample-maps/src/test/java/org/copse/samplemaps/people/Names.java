package org.copse.samplemaps.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Names that could stand on a street sign of such a city. They are put together from common words; no place has them all. */
final class Names {

    static final List<String> NEIGHBOURHOODS = List.of(
            "Oudekaai",
            "Wervelpoort",
            "Zilverduin",
            "Dokkenkant",
            "Aldwinskerk",
            "Belvague",
            "Lantaarnhoek",
            "Rondeweide",
            "Mistermolen",
            "Clairduin",
            "Kraanwijk",
            "Spoorhagen",
            "Torenakker",
            "Valdrune",
            "Nieuwgarde",
            "Hazeldries",
            "Lisbrouck",
            "Ormeraie",
            "Vlasgaarde",
            "Wulpenhof",
            "Montrive",
            "Zandhaeghe",
            "Eikenvoorde",
            "Kwintveld");

    static final List<String> UNIT_SUFFIXES = List.of(
            "Kern", "Markt", "Noord", "Zuid", "Oost", "West", "Brug", "Hof", "Molen", "Tuinen", "Dreef", "Plein",
            "Heuvel", "Rand", "Kruis", "Vijver", "Gaard", "Poort", "Akker", "Linde");

    static final List<String> BEATS = List.of(
            "Windmolen",
            "Lantaarn",
            "IJsvogel",
            "Anker",
            "Zeester",
            "Vuurtoren",
            "Kompas",
            "Wulp",
            "Steenuil",
            "Meerkoet",
            "Kastanje",
            "Esdoorn",
            "Hazelaar",
            "Vlier",
            "Berk",
            "Wilg",
            "Els",
            "Meidoorn",
            "Kornoelje",
            "Iep",
            "Weefgetouw",
            "Klokkenstoel",
            "Sluiswachter",
            "Kraan",
            "Loods",
            "Zeilmaker",
            "Kuiper",
            "Smidse",
            "Brouwketel",
            "Drukpers",
            "Hermine",
            "Alouette",
            "Hirondelle",
            "Mouette",
            "Pinson",
            "Genêt",
            "Bruyère",
            "Tilleul",
            "Marjolaine",
            "Sureau");

    static final List<String> SECTORS = List.of("Haven", "Centrum", "Noord", "Oost", "Zuid", "West");

    private static final List<String> STEMS = List.of(
            "Linden",
            "Kraai",
            "Haring",
            "Zout",
            "Molen",
            "Kuiper",
            "Vlas",
            "Meeuwen",
            "Schipper",
            "Anker",
            "Touw",
            "Garnaal",
            "Wever",
            "Klaver",
            "Distel",
            "Egel",
            "Vossen",
            "Reiger",
            "Bakker",
            "Turf",
            "Kalk",
            "Mortel",
            "Leem",
            "Hop",
            "Gerst",
            "Appel",
            "Kersen",
            "Noten",
            "Eiken",
            "Beuken",
            "Popel",
            "Hulst",
            "Varen",
            "Mos",
            "Kikker",
            "Karper",
            "Snoek",
            "Paling",
            "Zalm",
            "Wolk",
            "Regen",
            "Mist",
            "Maan",
            "Ster",
            "Zon",
            "Noorder",
            "Storm",
            "Zeil",
            "Mast",
            "Roer",
            "Boei",
            "Kade",
            "Sluis",
            "Dijk",
            "Polder",
            "Duin",
            "Helm",
            "Schelp",
            "Kreeft",
            "Brem",
            "Heide",
            "Akker");
    private static final List<String> ENDINGS =
            List.of("straat", "straat", "straat", "laan", "weg", "dreef", "steeg", "pad", "hof", "gang");
    private static final List<String> BEFORE = List.of(
            "Oude ", "Nieuwe ", "Lange ", "Korte ", "Hoge ", "Lage ", "Groene ", "Stille ", "Kleine ", "Verloren ");
    private static final List<String> FRENCH_KINDS =
            List.of("Rue ", "Rue ", "Rue ", "Avenue ", "Chemin ", "Impasse ", "Sentier ", "Allée ");
    private static final List<String> FRENCH_THINGS = List.of(
            "des Mouettes",
            "du Tisserand",
            "de la Brume",
            "des Ormes",
            "du Vieux Phare",
            "des Trois Puits",
            "de la Corderie",
            "du Saule",
            "des Joncs",
            "de la Saline",
            "du Four",
            "des Roseaux",
            "de la Vigie",
            "du Hibou",
            "des Cerises",
            "de la Grève",
            "du Héron",
            "des Tuiles",
            "de l'Ancre",
            "du Lavoir",
            "des Moissons",
            "de la Fougère",
            "du Grillon",
            "des Bateliers",
            "de la Digue",
            "du Merisier",
            "des Hirondelles",
            "de l'Écluse",
            "du Sable",
            "des Lilas",
            "de la Houle",
            "du Chardon",
            "des Genêts",
            "de l'Alouette",
            "du Pommier",
            "des Vannes",
            "de la Lanterne");
    /** Main streets in the order in which they are drawn: rings, boulevards, market, then radials. */
    static final List<String> MAIN = List.of(
            "Wervelring",
            "Grote Ringweg",
            "Zeedijk",
            "Noordstrandweg",
            "Dokkenlaan",
            "Buitenring",
            "Grote Aldwinmarkt",
            "Duinpoortlaan",
            "Zeepoortlaan",
            "Vuurtorenlaan",
            "Noordbruglaan",
            "Hopmarktlaan",
            "Avenue de la Brume",
            "Molenpoortlaan",
            "Spoorpoortlaan",
            "Chaussée du Tisserand",
            "Weidepoortlaan");

    private final Random random;
    private final Set<String> taken = new HashSet<>(MAIN);

    Names(Random random) {
        this.random = random;
    }

    /** Returns a street name that was not given before. */
    String street(boolean frenchQuarter) {
        for (int attempt = 0; ; attempt++) {
            String name = random.nextDouble() < (frenchQuarter ? 0.7 : 0.12) ? french() : dutch(attempt > 3);
            if (taken.add(name)) {
                return name;
            }
        }
    }

    private String dutch(boolean longer) {
        String plain = pick(STEMS) + pick(ENDINGS);
        return longer || random.nextDouble() < 0.15 ? pick(BEFORE) + plain : plain;
    }

    private String french() {
        String name = pick(FRENCH_KINDS) + pick(FRENCH_THINGS);
        if (random.nextDouble() < 0.3) {
            int space = name.indexOf(' ');
            return pick(List.of("Vieille ", "Petite ", "Grande "))
                    + name.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                    + name.substring(1, space)
                    + name.substring(space);
        }
        return name;
    }

    /** Returns a quay's name that was not given before. */
    String quay() {
        while (true) {
            String name = pick(STEMS) + "kaai";
            if (taken.add(name)) {
                return name;
            }
        }
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Returns the values in an order of this city's own. */
    <T> List<T> shuffled(List<T> values) {
        List<T> copy = new ArrayList<>(values);
        java.util.Collections.shuffle(copy, random);
        return copy;
    }
}
