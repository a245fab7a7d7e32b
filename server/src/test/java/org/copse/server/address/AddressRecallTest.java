package org.copse.server.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The benchmark of addresses in small: streets of three languages in many towns, asked for with one mistake each. */
class AddressRecallTest {
    private static final String[] DUTCH = {
        "Akker",
        "Beuken",
        "Distel",
        "Eiken",
        "Haven",
        "Kapel",
        "Kerk",
        "Kloosterheide",
        "Linden",
        "Molen",
        "Nachtegaal",
        "Populieren",
        "Schippers",
        "Station",
        "Tarwe",
        "Vlinder",
        "Wijngaard",
        "Zonnebloem"
    };
    private static final String[] FRENCH = {
        "Abbaye",
        "Aubépines",
        "Bateliers",
        "Châtaigniers",
        "Coquelicots",
        "Écluses",
        "Étoiles",
        "Forêts",
        "Genêts",
        "Hirondelles",
        "Meuniers",
        "Tisserands"
    };
    private static final String[] GERMAN = {
        "Ahorn",
        "Blüten",
        "Brücken",
        "Drossel",
        "Gärtner",
        "Jäger",
        "Kräuter",
        "Mühlen",
        "Rathaus",
        "Schlüssel",
        "Vögel",
        "Ziegel"
    };
    private static final String[] TOWNS = {
        "Aalbeek",
        "Brandhove",
        "Daaldorp",
        "Eikenrode",
        "Hoogstede",
        "Kortmere",
        "Linhaven",
        "Moorkerke",
        "Oostbroek",
        "Roosveld",
        "Steenzele",
        "Waarhem"
    };

    private final Random dice = new Random(5);

    private record Street(String name, String postcode, String town, int houses) {}

    @Test
    void theFirstAnswerIsTheHouseThatWasMeantInNineteenOfTwenty() {
        GazetteerBuilder builder = new GazetteerBuilder();
        List<Street> streets = new ArrayList<>();
        for (int town = 0; town < TOWNS.length; town++) {
            Set<String> names = new HashSet<>();
            while (names.size() < 60) {
                String name = name();
                if (names.add(name)) {
                    Street street = new Street(name, "" + (1000 + 10 * town), TOWNS[town], 10 + dice.nextInt(40));
                    streets.add(street);
                    addHouses(street, town, builder);
                }
            }
        }
        Gazetteer gazetteer = builder.build();
        assertThat(gazetteer.addresses()).isGreaterThan(15_000);

        int asked = 600;
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < asked; i++) {
            Street street = streets.get(dice.nextInt(streets.size()));
            int number = 1 + dice.nextInt(street.houses());
            String text = mistaken(street.name(), i % 5) + " " + number + " "
                    + (dice.nextBoolean() ? street.town() : street.postcode());
            String right = street.name() + " " + number + ", " + street.postcode() + " " + street.town();
            List<FoundAddress> found = gazetteer.search(text, 1, null);
            if (found.isEmpty() || !found.get(0).label().equals(right)) {
                missed.add(text + " for " + right + ": "
                        + found.stream().map(FoundAddress::label).toList());
            }
        }

        assertThat(missed).hasSizeLessThanOrEqualTo(asked / 20);
    }

    private void addHouses(Street street, int town, GazetteerBuilder builder) {
        double lon = 2.5 + 0.1 * town + 0.02 * dice.nextDouble();
        double lat = 51 + 0.02 * dice.nextDouble();
        for (int number = 1; number <= street.houses(); number++) {
            builder.add(new AddressRow(
                    List.of(street.name()),
                    "" + number,
                    street.postcode(),
                    List.of(street.town()),
                    lon + number * 1e-5,
                    lat));
        }
    }

    private String name() {
        return switch (dice.nextInt(3)) {
            case 0 -> one("", "", "Oude ", "Korte ") + one(DUTCH) + one("straat", "laan", "weg", "plein", "steenweg");
            case 1 -> one("Rue des ", "Avenue des ", "Place des ", "Chemin des ") + one(FRENCH);
            default -> one(GERMAN) + one("straße", "weg", "gasse", "platz");
        };
    }

    private String mistaken(String name, int kind) {
        int at = 1 + dice.nextInt(name.length() - 2);
        return switch (kind) {
            case 0 -> name.substring(0, at) + (char) ('a' + dice.nextInt(26)) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + name.substring(at + 1);
            case 2 -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            case 3 ->
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replace("ß", "ss");
            default ->
                name.replace("straat", "str.")
                        .replace("straße", "str.")
                        .replace("Avenue", "Av.")
                        .replace("Place", "Pl.")
                        .replace("plein", "pl.");
        };
    }

    private String one(String... of) {
        return of[dice.nextInt(of.length)];
    }
}
