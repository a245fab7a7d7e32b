package org.copse.server.concern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "There is a FIRE behind the school",
                "He has a knife!",
                "it is happening  now",
                "Er is brand in de kelder",
                "Ze hebben een mes",
                "De vechtpartij is nu bezig",
                "Il y a un incendie",
                "un homme armé d'un couteau",
                "Ça se passe en ce moment",
                "de la fumee sort du toit",
                "Hier brennt es, Feuer!",
                "Er hat ein Messer",
                "Es passiert gerade, Schüsse",
                "jemand schiesst",
                "يوجد حريق في المبنى",
                "رأيت رجلا يحمل سِكّينًا معه سكين",
                "يحدث هذا الآن",
                "هناك إطلاق نار"
            })
    void sayDangerInAnyLanguage(String text) {
        assertThat(AlarmWords.areIn(text)).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cars speed past the school every morning",
                "Fireworks were sold here last year; a campfire site",
                "De verlichting in de tunnel is stuk; messing lampen, de brandweerkazerne",
                "Le feu rouge ne marche pas, il faut enlever les déchets",
                "Die Laterne ist kaputt, die Messe ist laut",
                "الإنارة معطلة والشارع مظلم، المنارة القديمة",
                ""
            })
    void areNotSeenInWordsThatOnlyBeginLikeThem(String text) {
        assertThat(AlarmWords.areIn(text)).as(text).isFalse();
    }
}
