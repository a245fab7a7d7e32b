package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleDetectionTest {
    @TempDir
    Path folder;

    private Map<Role, String> roles(LayerKind kind, String header, String... rows) throws IOException {
        Path file = new ImportFixture(folder).text("t.csv", header + "\n" + String.join("\n", rows) + "\n");
        return ImportFixture.read(file, kind).roles().fields();
    }

    @Test
    void findsPopulationsInFiveLanguages() throws IOException {
        String[][] headers = {
            {"Code", "Population"},
            {"code", "nombre_habitants"},
            {"sleutel", "aantal inwoners"},
            {"Kennziffer", "Einwohnerzahl"},
            {"رمز", "عدد السكان"}
        };
        for (String[] header : headers) {
            assertThat(roles(LayerKind.POPULATION, header[0] + ";" + header[1], "a;10", "b;12"))
                    .isEqualTo(Map.of(Role.KEY, header[0], Role.POPULATION, header[1]));
        }
    }

    @Test
    void findsPositionsDatesAndCategories() throws IOException {
        assertThat(roles(
                        LayerKind.INCIDENTS,
                        "Datum;Uur;Soort;Melder;Lengtegraad;Breedtegraad",
                        "2022-01-05;7;x;politie;4,5;50,5"))
                .isEqualTo(Map.of(
                        Role.DATE,
                        "Datum",
                        Role.HOUR,
                        "Uur",
                        Role.CATEGORY,
                        "Soort",
                        Role.INITIATOR,
                        "Melder",
                        Role.X,
                        "Lengtegraad",
                        Role.Y,
                        "Breedtegraad"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OFFENSE",
                "Primary Type",
                "crime_type",
                "nature des faits",
                "Deliktart",
                "misdrijf",
                "الفئة",
                "نوع الجريمة"
            })
    void findsTheCategoryOfIncidents(String header) throws IOException {
        assertThat(roles(LayerKind.INCIDENTS, header + ";lon;lat", "x;4.5;50.5"))
                .containsEntry(Role.CATEGORY, header);
    }

    @Test
    void findsPositionsInFiveLanguages() throws IOException {
        String[][] headers = {
            {"Longitude", "Latitude"},
            {"lengtegraad", "breedtegraad"},
            {"Länge", "Breite"},
            {"خط الطول", "خط العرض"}
        };
        for (String[] header : headers) {
            assertThat(roles(LayerKind.PLACES, header[0] + ";" + header[1], "4,5;50,5"))
                    .containsEntry(Role.X, header[0])
                    .containsEntry(Role.Y, header[1]);
        }
    }

    @Test
    void findsTheColumnsOfOpenAddressesAndOfBelgianAddresses() throws IOException {
        assertThat(roles(
                        LayerKind.ADDRESSES,
                        "LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH",
                        "4.5,50.5,12A,Rue Haute,,Ville,,,1000,,f0"))
                .containsEntry(Role.X, "LON")
                .containsEntry(Role.HOUSE_NUMBER, "NUMBER")
                .containsEntry(Role.STREET, "STREET")
                .containsEntry(Role.TOWN, "CITY");
        assertThat(roles(
                        LayerKind.ADDRESSES,
                        "EPSG:31370_x,EPSG:31370_y,EPSG:4326_lat,EPSG:4326_lon,address_id,house_number,"
                                + "municipality_name_fr,postcode,streetname_fr",
                        "149000,170000,50.84041,4.35455,5,12,Bruxelles,1000,Rue Haute"))
                .containsEntry(Role.X, "EPSG:4326_lon")
                .containsEntry(Role.Y, "EPSG:4326_lat")
                .containsEntry(Role.ID, "address_id")
                .containsEntry(Role.STREET, "streetname_fr");
    }

    @Test
    void doesNotTakeADensityForAPopulation() throws IOException {
        assertThat(roles(
                        LayerKind.UNITS,
                        "block;Population density;Pop1030_Population;wkt",
                        "x1;10;20;POLYGON ((0 0, 1 0, 1 1, 0 0))",
                        "x2;10;30;POLYGON ((2 0, 3 0, 3 1, 2 0))"))
                .containsEntry(Role.POPULATION, "Pop1030_Population")
                .containsEntry(Role.ID, "block");
    }

    @Test
    void prefersWhatIsSaid() throws IOException {
        Path file = new ImportFixture(folder).text("t.csv", "id,other,lon,lat\na,b,1,2\n");
        ImportedLayer layer =
                LayerImport.read(ImportRequest.of(file, LayerKind.PLACES).withRole(Role.ID, "other"));
        assertThat(layer.features().get(0).id()).isEqualTo("b");
    }

    @Test
    void codesIdentifyAndRowNumbersDoNotWhileSomethingBetterIsThere() throws IOException {
        String shape = "\"POLYGON((4 50,5 50,5 51,4 50))\"";
        String[][] columns = {
            {"fid", "ward_code"},
            {"OBJECTID", "WD21CD"},
            {"OGC_FID", "Gemeindeschlüssel"},
            {"gid", "INSEE_code"},
            {"_id", "area_code"},
            {"FID_1", "lsoa_id"},
            {"id", "statcode"},
            {"row_number", "plot"},
            {"GlobalID", "wijkteam"},
            {"الرقم", "رمز_القطاع"},
            {"AutoID", "beat_number"}
        };
        for (String[] two : columns) {
            assertThat(roles(
                            LayerKind.UNITS,
                            two[0] + ";" + two[1] + ";wkt",
                            "1;E05;" + shape,
                            "2;E09;" + shape.replace("4 50", "3 50"),
                            "3;E01;" + shape.replace("4 50", "2 50")))
                    .as(String.join(", ", two))
                    .containsEntry(Role.ID, two[1]);
        }
        assertThat(roles(LayerKind.UNITS, "OBJECTID;wkt", "1;" + shape, "2;" + shape.replace("4 50", "3 50")))
                .as("nothing better")
                .containsEntry(Role.ID, "OBJECTID");
        assertThat(roles(LayerKind.UNITS, "id;code;wkt", "70;1;" + shape, "12;2;" + shape.replace("4 50", "3 50")))
                .as("ids that do not count rows")
                .containsEntry(Role.ID, "id");
    }

    @Test
    void aColumnOfASpecialCategoryIdentifiesNothing() throws IOException {
        String shape = "\"POLYGON((4 50,5 50,5 51,4 50))\"";
        assertThat(roles(
                        LayerKind.UNITS,
                        "ORIG_NAFR;plot;wkt",
                        "41;a;" + shape,
                        "40;b;" + shape.replace("4 50", "3 50")))
                .containsEntry(Role.ID, "plot");
    }

    /** Beats and wards are numbered with letters that are also those of the compass. */
    @Test
    void codesWithALetterOfTheCompassStayWhatTheyAre() throws IOException {
        for (String[] codes : new String[][] {
            {"S00", "S01", "S02"},
            {"E12", "N3", "W4"},
            {"12W", "3E", "4N"},
            {"Z1", "O2", "S3"},
            {"N1.1", "S1.2", "S1.10"},
            {"W 2,1", "E 2,2", "E 2,10"},
            {"1.1N", "1.2S", "1.10S"}
        }) {
            StringBuilder file = new StringBuilder("id;beat;lon;lat\n");
            for (int i = 0; i < codes.length; i++) {
                file.append("p%d;%s;4.%d;50.%d\n".formatted(i, codes[i], i + 1, i + 1));
            }
            ImportedLayer layer = LayerImport.read(
                    ImportRequest.of(new ImportFixture(folder).text("t.csv", file.toString()), LayerKind.PLACES));
            assertThat(layer.features().stream()
                            .map(feature -> String.valueOf(feature.attributes().get("beat"))))
                    .containsExactly(codes);
        }
    }

    @Test
    void aPostcodeIdentifiesNothingWhileACodeIsThere() throws IOException {
        String shape = "\"POLYGON((4 50,5 50,5 51,4 50))\"";
        for (String header : new String[] {
            "postcode",
            "code_postal",
            "Code postal",
            "Postleitzahl",
            "adres_postcode",
            "الرمز البريدي",
            "رمز_بريدي",
            "الرقم البريدي"
        }) {
            assertThat(roles(
                                    LayerKind.UNITS,
                                    header + ";رمز_القطاع;wkt",
                                    "1000;أ;" + shape,
                                    "1020;ب;" + shape.replace("4 50", "3 50"),
                                    "1030;ج;" + shape.replace("4 50", "2 50"))
                            .get(Role.ID))
                    .as(header)
                    .isEqualTo("رمز_القطاع");
        }
        for (String header :
                new String[] {"postcode", "Code postal", "Postleitzahl", "الرمز البريدي", "رمز_بريدي", "الرقم البريدي"
                }) {
            assertThat(roles(
                            LayerKind.ADDRESSES,
                            "street;number;" + header + ";lon;lat",
                            "Hoogstraat;1;1000;4.5;50.5",
                            "Hoogstraat;2;1020;4.6;50.6"))
                    .as(header)
                    .containsEntry(Role.POSTCODE, header)
                    .doesNotContainEntry(Role.ID, header);
        }
    }

    @Test
    void areasInForceAreNotKnownByTheNumbersOfTheirRows() throws IOException {
        String shape = "\"POLYGON((4 50,5 50,5 51,4 50))\"";
        assertThatThrownBy(() -> roles(
                        LayerKind.AREAS_IN_FORCE, "OBJECTID;wkt", "1;" + shape, "2;" + shape.replace("4 50", "3 50")))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("no column plays the role id or beat");
    }
}
