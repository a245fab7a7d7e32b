package org.copse.server.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.copse.server.address.Gazetteer.Near;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes are those of the specification's own test data. */
class PlusCodeTest {

    @ParameterizedTest
    @CsvSource({
        "7FG49QCJ+2V,20.3700625,2.7821875",
        "7FG49QCJ+2VX,20.3701125,2.782234375",
        "8FVC2222+22,47.0000625,8.0000625",
        "4VCPPQGP+Q9,-41.2730625,174.7859375"
    })
    void knowsTheMiddleOfASquare(String code, double lat, double lon) {
        Near at = PlusCode.find(code).orElseThrow().centre();

        assertThat(at.lat()).isCloseTo(lat, within(1e-9));
        assertThat(at.lon()).isCloseTo(lon, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7FG49Q00+", "62G20000+", "CFX30000+"})
    void aPaddedCodeIsARegionAndNoPlace(String code) {
        assertThat(PlusCode.find(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "9QCJ+2VX,51.3708675,-1.217765625,51.3701125,-1.217765625",
        "9QCJ+2V,51.3708675,-1.217765625,51.3700625,-1.2178125",
    })
    void aShortCodeIsTheOneNearestToItsPlace(String code, double nearLat, double nearLon, double lat, double lon) {
        Near at = PlusCode.find(code).orElseThrow().centre(new Near(nearLon, nearLat));

        assertThat(at.lat()).isCloseTo(lat, within(1e-6));
        assertThat(at.lon()).isCloseTo(lon, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "Kerkstraat+1", "9QCJ", "AAAA+22", "XXXXXXXX+22", "9F4+22", "9QCJ+2"})
    void whatIsNoCodeIsNone(String text) {
        assertThat(PlusCode.find(text)).isEmpty();
    }
}
