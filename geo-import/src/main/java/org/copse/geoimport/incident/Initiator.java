package org.copse.geoimport.incident;

import java.util.List;
import java.util.Set;

/** Who started an incident, as the words of a column say it. */
public enum Initiator {
    /** A resident, by call, report or complaint. */
    RESIDENT,
    /** Police, by stops, checks and what they see on their way. */
    POLICE,
    /** The words do not say. */
    UNKNOWN;

    /** Beginnings of words, without accents, as {@link CategoryTokens} gives them. */
    private static final List<String> POLICE_WORDS = List.of(
            "polic",
            "politi",
            "polizei",
            "officer",
            "constable",
            "patrol",
            "patrouil",
            "streife",
            "agent",
            "شرط",
            "دوري",
            "ضابط");

    private static final List<String> RESIDENT_WORDS = List.of(
            "resident",
            "citizen",
            "public",
            "caller",
            "call",
            "phone",
            "telephon",
            "telefo",
            "victim",
            "witness",
            "report",
            "complain",
            "dispatch",
            "walk",
            "online",
            "emergency",
            "burger",
            "bewoner",
            "inwoner",
            "aangifte",
            "aangever",
            "melding",
            "melder",
            "slachtoffer",
            "getuige",
            "klacht",
            "oproep",
            "citoyen",
            "habitant",
            "riverain",
            "plaint",
            "plaignant",
            "appel",
            "victime",
            "temoin",
            "requerant",
            "signale",
            "burger",
            "anwohner",
            "einwohner",
            "anzeige",
            "anruf",
            "notruf",
            "opfer",
            "zeuge",
            "geschadigt",
            "beschwerde",
            "mitteil",
            "مواطن",
            "ساكن",
            "سكان",
            "بلاغ",
            "اتصال",
            "شكوي",
            "ضحيه",
            "شاهد");

    private static final List<String> OWN_ACCORD = List.of(
            "initiat",
            "proactive",
            "proactief",
            "proactif",
            "proaktiv",
            "selfinitiat",
            "ambtshalve",
            "eigeninitiative",
            "مبادر",
            "استباقي");

    private static final Set<String> NUMBERS_TO_CALL = Set.of("911", "112", "999", "101", "110", "17", "18", "100");

    /** Returns who started an incident, where {@code text} says so in one of the five languages. */
    public static Initiator of(String text) {
        List<CategoryTokens.Token> tokens = CategoryTokens.of(text);
        boolean police = says(tokens, POLICE_WORDS);
        boolean resident = says(tokens, RESIDENT_WORDS) || NUMBERS_TO_CALL.contains(text.strip());
        if (IncidentCategory.isBegunByPolice(text)) {
            return POLICE;
        }
        // "citizen call to police" names the police as those who came, "officer-initiated call" as those who began
        if (police && (says(tokens, OWN_ACCORD) || !resident)) {
            return POLICE;
        }
        return resident ? RESIDENT : UNKNOWN;
    }

    private static boolean says(List<CategoryTokens.Token> tokens, List<String> beginnings) {
        return tokens.stream().flatMap(token -> token.forms().stream()).anyMatch(form -> beginnings.stream()
                .anyMatch(form::startsWith));
    }
}
