package org.copse.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentGroupTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Domestic abuse",
                "Violence and sexual offences",
                "RAPE",
                "Hate crime",
                "Human trafficking",
                "Huiselijk geweld",
                "Zedenfeiten",
                "mensenhandel",
                "Violences conjugales",
                "Viol",
                "Traite des êtres humains",
                "Häusliche Gewalt",
                "Haeusliche Gewalt",
                "Vergewaltigung",
                "Hasskriminalität",
                "العنف الأسري",
                "الاتجار بالبشر",
                "جرائم الكراهية",
                "Racisme",
                "Kindesmissbrauch"
            })
    void neverPublishesWhatMayMeanFewPeopleAnywhere(String category) {
        assertThat(IncidentGroup.isNever(category)).isTrue();
        assertThat(IncidentGroup.propose(category)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Burglary,THEFT",
        "Vehicle crime - theft from,THEFT",
        "Diefstal met geweld,VIOLENCE",
        "Vol avec violence,VIOLENCE",
        "Vols simples,THEFT",
        "Robbery,VIOLENCE",
        "Criminal damage and arson,DAMAGE",
        "Sachbeschädigung,DAMAGE",
        "Anti-social behaviour,NUISANCE",
        "Geluidsoverlast,NUISANCE",
        "Lärm,NUISANCE",
        "ضوضاء,NUISANCE",
        "سرقة,THEFT",
        "Parkeren,TRAFFIC",
        "Stationnement gênant,TRAFFIC",
        "Other crime,OTHER",
        "Violences,VIOLENCE"
    })
    void proposesWhatTheNameSays(String category, IncidentGroup group) {
        assertThat(IncidentGroup.propose(category)).contains(group);
    }

    @Test
    void proposesNothingWhereTheNameSaysNothing() {
        assertThat(IncidentGroup.propose("Code 17b")).isEmpty();
        assertThat(IncidentGroup.propose("")).isEmpty();
        assertThat(IncidentGroup.isNever("Code 17b")).isFalse();
        // Part of another word is no word.
        assertThat(IncidentGroup.isNever("Sussex Street, grapes")).isFalse();
    }
}
