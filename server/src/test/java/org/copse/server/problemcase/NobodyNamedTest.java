package org.copse.server.problemcase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NobodyNamedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is Mr Janssens again",
                "volgens mevrouw De Smet",
                "Frau Müller ruft an",
                "plainte de Mme Dupont",
                "de heer van der Velde",
                "قال السيد محمود",
                "write to a.b@example.org",
                "number 85.07.30-033.28 said so",
                "son numéro est le 255081416802538"
            })
    void refusesWhatPointsAtAPerson(String text) {
        assertThat(NobodyNamed.complain(text))
                .isPresent()
                .get()
                .asString()
                .doesNotContain("Janssens", "example", "85.07");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bikes are taken in front of the station between 17:00 and 23:00",
                "Frauen und Männer, Herrenstraße 5",
                "Sint-Jansplein and Rue Haute, at the school of the same name",
                "150 incidents in 2025, 2,000 residents, phone box no. 4711",
                "Telephone 02 555 01 02"
            })
    void takesPlacesTimesAndNumbers(String text) {
        assertThat(NobodyNamed.complain(text)).isEmpty();
    }
}
