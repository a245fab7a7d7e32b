package org.copse.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.copse.server.consultation.Consultation.Comment;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class ConsultationPageTest {
    @Test
    void aBeatWithoutANameIsCalledByItsNumberInTheLanguageOfThePage() {
        assertThat(page("Lente", Language.NL))
                .contains("<strong><bdi>2</bdi></strong>: <bdi>7</bdi>, <bdi>Windmolen</bdi>")
                .contains("Tussen Wijk 7 en Windmolen:")
                .contains(">Wijk: 7</option>")
                .contains("<title>7</title>")
                .doesNotContain("Beat ");
        assertThat(page("الربيع", Language.AR))
                .contains("بين المنطقة 7 وWindmolen:")
                .doesNotContain("Beat ");
    }

    @Test
    void aPlanMayBeNamedAsAPlaceOfThePageIs() {
        assertThat(page("{content} $1", Language.EN)).containsOnlyOnce("<h1>").contains("{content} $1");
    }

    private static String page(String plan, Language language) {
        Consultation consultation =
                new Consultation(UUID.randomUUID(), "", LocalDate.of(2099, 1, 1), null, null, null, null);
        return new ConsultationPage()
                .html(
                        new ConsultationPage.Content(
                                plan,
                                consultation,
                                true,
                                List.of(beat("7", "Beat 7", 0), beat("8", "Windmolen", 1)),
                                List.of(new BoundaryReason("7", "8", "nothing", null, 1)),
                                List.<Comment>of(),
                                List.of(),
                                List.of()),
                        Words.of(language),
                        new ConsultationPage.Visit(null, false, "_csrf", "x", null));
    }

    private static BeatTerritory beat(String id, String name, int west) {
        return new BeatTerritory(
                id,
                name,
                "2",
                "Sector 2",
                west,
                10,
                new GeometryFactory().toGeometry(new Envelope(west, west + 1, 50, 51)));
    }
}
