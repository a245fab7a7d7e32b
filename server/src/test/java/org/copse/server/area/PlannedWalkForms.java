package org.copse.server.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is sent to plan a walk, and what is read in the forms of its page. */
final class PlannedWalkForms {
    static final LocalDateTime SOON = LocalDateTime.now(ZoneId.systemDefault())
            .plusDays(3)
            .truncatedTo(ChronoUnit.HOURS)
            .withHour(19);
    static final Pattern CODE = Pattern.compile("name=\"code\" value=\"([a-z0-9-]+)\"");
    static final Pattern SHOWN = Pattern.compile("class=\"code\">([a-z0-9-]+)<");

    private PlannedWalkForms() {}

    /** A walk for a beat or along a route (JSON, or null), as it is sent. */
    static String body(String title, String beat, String route, String places, String more) {
        return """
                {"title":"%s","beat":%s,"route":%s,"why":"Lampen <b>bekijken</b>","language":"nl","starts":"%s","ends":"%s","light":"night",
                 "place":"Voor de bib <1>","lon":2.605,"lat":51.405,"languages":["nl","ar"],"places":%s%s}"""
                .formatted(title, beat, route, SOON, SOON.plusHours(2), places, more);
    }

    static String body(String title) {
        return body(title, "\"1\"", "null", "5", "");
    }

    static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }
}
