package org.copse.server.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class AddressColumnsTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    @Test
    void readsTheSpellingsOfOtherLanguagesFromColumnsBesideTheStreets() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("streetname_fr", "Rue Neuve");
        row.put("streetname_nl", "Nieuwstraat");
        row.put("streetname_id", "7");
        row.put("municipality_name_fr", "Bruxelles");
        row.put("municipality_name_nl", "Brussel");
        row.put("house_number", 11L);
        row.put("postcode", "1000.0");
        AddressRow read = read(
                Map.of(
                        Role.STREET, "streetname_fr",
                        Role.TOWN, "municipality_name_fr",
                        Role.HOUSE_NUMBER, "house_number",
                        Role.POSTCODE, "postcode"),
                row);

        assertThat(read.streets()).containsExactly("Rue Neuve", "Nieuwstraat");
        assertThat(read.towns()).containsExactly("Bruxelles", "Brussel");
        assertThat(read.number()).isEqualTo("11");
        assertThat(read.postcode()).isEqualTo("1000");
    }

    @Test
    void readsSpellingsThatStandBesideEachOther() {
        assertThat(read(Map.of(Role.STREET, "street"), Map.of("street", "Rue Neuve - Nieuwstraat"))
                        .streets())
                .containsExactly("Rue Neuve", "Nieuwstraat");
        assertThat(read(Map.of(Role.STREET, "street"), Map.of("street", "Sint-Jansplein"))
                        .streets())
                .containsExactly("Sint-Jansplein");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    Kerkstraat 12, 9902 Oudekaai  | Kerkstraat  | 12   | 9902 | Oudekaai
                    12 High Street, Westham       | High Street | 12   | -    | Westham
                    Rue Neuve 11bis, 1000 Bruxelles | Rue Neuve | 11bis | 1000 | Bruxelles
                    Markt                         | Markt       | -    | -    | -
                    """)
    void readsAnAddressInOneLine(String line, String street, String number, String postcode, String town) {
        AddressRow read = read(Map.of(Role.ADDRESS, "line"), Map.of("line", line));

        assertThat(read.streets()).containsExactly(street);
        assertThat(read.number()).isEqualTo(number);
        assertThat(read.postcode()).isEqualTo(postcode);
        assertThat(read.towns()).isEqualTo(town == null ? List.of() : List.of(town));
    }

    @Test
    void leavesOutWhatHasNoPositionOrNoStreet() {
        AddressColumns columns = new AddressColumns(new FieldRoles(Map.of(Role.STREET, "street")));

        assertThat(columns.find(new Feature("1", 1, GEOMETRY.createPoint(), Map.of("street", "Markt"))))
                .isEmpty();
        assertThat(columns.find(
                        new Feature("1", 1, GEOMETRY.createPoint(new Coordinate(2.7, 51.4)), Map.of("street", " "))))
                .isEmpty();
    }

    private static AddressRow read(Map<Role, String> roles, Map<String, Object> attributes) {
        return new AddressColumns(new FieldRoles(roles))
                .find(new Feature("1", 1, GEOMETRY.createPoint(new Coordinate(2.7, 51.4)), attributes))
                .orElseThrow();
    }
}
