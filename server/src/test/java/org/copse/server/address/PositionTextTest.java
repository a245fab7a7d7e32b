package org.copse.server.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.copse.server.address.Gazetteer.Near;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    51.42, 2.72                | 51.42 | 2.72  | en
                    51.42 2.72                 | 51.42 | 2.72  | en
                    51,42 2,72                 | 51.42 | 2.72  | nl
                    51,42;2,72                 | 51.42 | 2.72  | de
                    51,42,2,72                 | 51.42 | 2.72  | fr
                    -33.9, 151.2               | -33.9 | 151.2 | en
                    51°25′12″N 2°43′12″E       | 51.42 | 2.72  | en
                    N 51.42 E 2.72             | 51.42 | 2.72  | en
                    2.72E 51.42N               | 51.42 | 2.72  | en
                    51.42 N 2.72 O             | 51.42 | 2.72  | de
                    51.42 N 2.72 O             | 51.42 | -2.72 | fr
                    ٥١٫٤٢، ٢٫٧٢                | 51.42 | 2.72  | ar
                    """)
    void readsPositionsAsPeopleWriteThem(String text, double lat, double lon, String language) {
        Near at = PositionText.find(text, language).orElseThrow();

        assertThat(at.lat()).isCloseTo(lat, within(1e-9));
        assertThat(at.lon()).isCloseTo(lon, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Kerkstraat 12",
                "91, 2",
                "51.4, 181",
                "51 60 0N 2 0 0E",
                "12",
                "12/3",
                "9902 12",
                "N 1 N 2",
                "1e3, 2"
            })
    void whatIsNoPositionIsNone(String text) {
        assertThat(PositionText.find(text, "en")).isEmpty();
    }
}
