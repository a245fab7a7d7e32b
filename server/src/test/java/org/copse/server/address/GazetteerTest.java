package org.copse.server.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.copse.server.address.FoundAddress.Level;
import org.copse.server.address.Gazetteer.Near;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {
    private final GazetteerBuilder builder = new GazetteerBuilder();
    private final Gazetteer town = town();

    private Gazetteer town() {
        for (int number : new int[] {1, 3, 5, 21, 23, 24, 40}) {
            house("Kerkstraat", number + "", "9902", "Oudekaai", 2.70 + number * 1e-5, 51.40);
        }
        house("Kerkstraat", "12bis", "9902", "Oudekaai", 2.7012, 51.40);
        house("Kerkstraat", "12", "9905", "Torenakker", 2.80, 51.43);
        house("Oude Kerkstraat", "2", "9902", "Oudekaai", 2.71, 51.41);
        house("Kerselarenlaan", "7", "9903", "Noord", 2.72, 51.42);
        house("Avenue de l'Écluse", "15", "9903", "Noord", 2.73, 51.42);
        house("Boulevard du 4 Août", "9", "9903", "Noord", 2.74, 51.42);
        house("Sint-Jansplein", "2", "9903", "Noord", 2.75, 51.42);
        house("Müllergasse", "8", "9904", "Ost", 2.76, 51.42);
        house("Lange Straße", "4", "9904", "Ost", 2.77, 51.42);
        house("High Street", "12", "SW1A 2AA", "Westham", 2.78, 51.42);
        house("شارع محمود درويش", "5", "9906", "الحديقة", 2.79, 51.42);
        house("Улица Ленина", "6", "9907", "Заречье", 2.795, 51.42);
        builder.add(new AddressRow(
                List.of("Rue Neuve", "Nieuwstraat"), "11", "1000", List.of("Bruxelles", "Brussel"), 2.81, 51.42));
        return builder.build();
    }

    private void house(String street, String number, String postcode, String town, double lon, double lat) {
        builder.add(new AddressRow(List.of(street), number, postcode, List.of(town), lon, lat));
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Kerkstraat 23                | Kerkstraat 23, 9902 Oudekaai
                    kerkstraat 23 oudekaai       | Kerkstraat 23, 9902 Oudekaai
                    9902 Oudekaai Kerkstraat 23  | Kerkstraat 23, 9902 Oudekaai
                    23, Kerkstraat               | Kerkstraat 23, 9902 Oudekaai
                    Kerkstr. 23                  | Kerkstraat 23, 9902 Oudekaai
                    kerk str 23                  | Kerkstraat 23, 9902 Oudekaai
                    kerk straat nr 23            | Kerkstraat 23, 9902 Oudekaai
                    krekstraat 23                | Kerkstraat 23, 9902 Oudekaai
                    erkstraat 23                 | Kerkstraat 23, 9902 Oudekaai
                    kerkstaat 23                 | Kerkstraat 23, 9902 Oudekaai
                    Kerkstraat 23 bus 4          | Kerkstraat 23, 9902 Oudekaai
                    Kerkstraat 23-24             | Kerkstraat 23, 9902 Oudekaai
                    Kerkstraat 12 bis            | Kerkstraat 12bis, 9902 Oudekaai
                    Kerkstraat 12                | Kerkstraat 12, 9905 Torenakker
                    Kerkstraat 12 torenaker      | Kerkstraat 12, 9905 Torenakker
                    Oude Kerkstr 2               | Oude Kerkstraat 2, 9902 Oudekaai
                    kersel                       | Kerselarenlaan, 9903 Noord
                    kresel                       | Kerselarenlaan, 9903 Noord
                    av de l'ecluse 15            | Avenue de l'Écluse 15, 9903 Noord
                    avenue lecluse 15            | Avenue de l'Écluse 15, 9903 Noord
                    ecluse                       | Avenue de l'Écluse, 9903 Noord
                    bd 4 aout 9                  | Boulevard du 4 Août 9, 9903 Noord
                    9 boulevard du 4 aout        | Boulevard du 4 Août 9, 9903 Noord
                    st jansplein 2               | Sint-Jansplein 2, 9903 Noord
                    Sint Jans pl. 2              | Sint-Jansplein 2, 9903 Noord
                    muellergasse 8               | Müllergasse 8, 9904 Ost
                    lange str. 4                 | Lange Straße 4, 9904 Ost
                    langestrasse 4               | Lange Straße 4, 9904 Ost
                    12 high st                   | 12 High Street, SW1A 2AA Westham
                    high street 12 sw1a2aa       | 12 High Street, SW1A 2AA Westham
                    rue neuve 11                 | Rue Neuve 11, 1000 Bruxelles
                    nieuwstr 11 brussel          | Nieuwstraat 11, 1000 Brussel
                    shari mahmud darwish 5       | شارع محمود درويش 5, 9906 الحديقة
                    محمود درويش 5                | شارع محمود درويش 5, 9906 الحديقة
                    ulitsa lenina 6              | Улица Ленина 6, 9907 Заречье
                    Ленина                       | Улица Ленина, 9907 Заречье
                    oudekaai                     | Oudekaai
                    Torenaker                    | Torenakker
                    9903                         | 9903 Noord
                    sw1a 2aa                     | SW1A 2AA Westham
                    """)
    void findsWhatIsMeant(String text, String label) {
        assertThat(town.search(text, 8, null)).extracting(FoundAddress::label).startsWith(label);
    }

    @ParameterizedTest(name = "while {0} is typed, {1} is offered")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ke           | Kerkstraat, 9902 Oudekaai
                    kerks        | Kerkstraat, 9902 Oudekaai
                    avenue de l  | Avenue de l'Écluse, 9903 Noord
                    sint-j       | Sint-Jansplein, 9903 Noord
                    oudeka       | Oudekaai
                    """)
    void offersWhileItIsTyped(String text, String label) {
        assertThat(town.search(text, 8, null)).extracting(FoundAddress::label).contains(label);
    }

    @Test
    void saysWhichNumberIsNearestToOneThatIsNotKnown() {
        FoundAddress found = first("Kerkstraat 25 Oudekaai");

        assertThat(found.level()).isEqualTo(Level.HOUSE);
        assertThat(found.number()).isEqualTo("23");
        assertThat(found.asked()).isEqualTo("25");
        assertThat(first("Kerkstraat 23").asked()).isNull();
    }

    @Test
    void staysOnTheSideOfTheStreet() {
        assertThat(first("Kerkstraat 38 Oudekaai").number()).isEqualTo("40");
        assertThat(first("Kerkstraat 7 Oudekaai").number()).isEqualTo("5");
    }

    @Test
    void saysHowCloselyItMatches() {
        assertThat(first("Kerkstraat 23").level()).isEqualTo(Level.HOUSE);
        assertThat(first("Kerselarenlaan").level()).isEqualTo(Level.STREET);
        assertThat(first("Oudekaai").level()).isEqualTo(Level.PLACE);
        assertThat(first("9903").level()).isEqualTo(Level.PLACE);
    }

    @Test
    void theNearestOfEqualsComesFirst() {
        assertThat(town.search("Kerkstraat", 8, new Near(2.80, 51.43)).get(0).town())
                .isEqualTo("Torenakker");
        assertThat(town.search("Kerkstraat", 8, new Near(2.70, 51.40)).get(0).town())
                .isEqualTo("Oudekaai");
    }

    @Test
    void idsFindAgainWhatTheyWereGivenFor() {
        for (String text : List.of("Kerkstraat 12bis", "Kerkstraat 1", "High Street", "Oudekaai", "9903")) {
            FoundAddress found = first(text);
            assertThat(town.find(Optional.ofNullable(found.id()).orElseThrow()))
                    .get()
                    .extracting(FoundAddress::label)
                    .isEqualTo(found.label());
        }
        assertThat(town.find("nothing")).isEmpty();
        assertThat(town.find(first("Kerkstraat 23").id() + "9")).isEmpty();
        assertThat(town.find("-")).isEmpty();
    }

    @Test
    void idsAreTheSameInAnotherGazetteerOfTheSameAddresses() {
        Gazetteer other = new GazetteerTest().town;

        assertThat(other.entries())
                .extracting(Entry::id)
                .isEqualTo(town.entries().stream().map(Entry::id).toList());
        assertThat(town.entries()).extracting(Entry::id).doesNotHaveDuplicates();
    }

    @Test
    void streetsOfOneNameThatLieApartAreTwo() {
        GazetteerBuilder city = new GazetteerBuilder();
        for (int i = 0; i < 20; i++) {
            city.add(new AddressRow(List.of("High Street"), "" + i, null, List.of("London"), -0.1 + i * 1e-4, 51.5));
            city.add(new AddressRow(List.of("High Street"), "" + i, null, List.of("London"), 0.1 + i * 1e-4, 51.5));
        }

        assertThat(city.build().search("High Street", 8, null))
                .extracting(found -> Math.signum(found.lon()))
                .containsExactlyInAnyOrder(-1.0, 1.0);
    }

    @Test
    void findsNothingForWhatIsNoAddress() {
        for (String text :
                List.of("", " ", "?!", "xqzzy", "12", "💥", "'; DROP TABLE layer; --", "\u0000", "a".repeat(200))) {
            assertThat(town.search(text, 8, null)).as(text).isEmpty();
        }
    }

    @Test
    void answersNoMoreThanTheLimit() {
        assertThat(town.search("kerkstraat", 1, null)).hasSize(1);
    }

    @Test
    void everyPositionOfAStreetIsKnown() {
        assertThat(town.findPlaces(
                        Optional.ofNullable(first("Kerkstraat Oudekaai").id()).orElseThrow()))
                .get()
                .extracting(places -> places.length)
                .isEqualTo(16);
    }

    private FoundAddress first(String text) {
        return town.search(text, 8, null).get(0);
    }
}
