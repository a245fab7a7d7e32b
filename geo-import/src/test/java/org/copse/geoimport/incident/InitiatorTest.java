package org.copse.geoimport.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InitiatorTest {

    @Test
    void residentsWhoCallThePoliceStartedIt() {
        for (String text : new String[] {
            "resident",
            "citizen call to police",
            "initiated by a resident",
            "Member of the public",
            "Reported to police by victim",
            "911",
            "999 call",
            "Dispatched",
            "Walk-in",
            "burger",
            "Melding door bewoner",
            "aangifte bij politie",
            "Plainte d'un riverain",
            "appel à la police",
            "Anzeige bei der Polizei",
            "Notruf",
            "بلاغ مواطن",
            "المواطن"
        }) {
            assertThat(Initiator.of(text)).as(text).isEqualTo(Initiator.RESIDENT);
        }
    }

    @Test
    void policeStartedWhatTheyBeganOfTheirOwnAccord() {
        for (String text : new String[] {
            "police", "Police patrol", "officer-initiated call", "proactive police work in public", "Self-initiated",
                    "On view", "politie",
            "ambtshalve", "d'initiative", "Polizei", "Eigeninitiative", "von Amts wegen", "الشرطة", "دورية"
        }) {
            assertThat(Initiator.of(text)).as(text).isEqualTo(Initiator.POLICE);
        }
    }

    @Test
    void othersAreUnknown() {
        for (String text :
                new String[] {"", "unknown", "n/a", "onbekend", "inconnu", "unbekannt", "غير معروف", "3", "X"}) {
            assertThat(Initiator.of(text)).as(text).isEqualTo(Initiator.UNKNOWN);
        }
    }
}
