package org.copse.server.finding;

import java.time.LocalDate;
import java.util.UUID;

/** What is sent of findings and of the walks to them. */
final class FindingBodies {
    private FindingBodies() {}

    /** Steps of an open finding that are refused, and the field that is to blame. */
    static String[][] wrongSteps(UUID walk) {
        return new String[][] {
            {"{\"after\":0,\"state\":\"checked\"}", "state"},
            {"{\"after\":0,\"state\":\"solved\"}", "state"},
            {"{\"after\":0,\"state\":\"accepted\",\"dueOn\":\"2031-01-01\"}", "agency"},
            {"{\"after\":0,\"state\":\"accepted\",\"agency\":\"Mr Jones\",\"dueOn\":\"2031-01-01\"}", "agency"},
            {"{\"after\":0,\"state\":\"accepted\",\"agency\":\"parks\"}", "dueOn"},
            {"{\"after\":0,\"state\":\"accepted\",\"agency\":\"parks\",\"dueOn\":\"+999999-01-01\"}", "dueOn"},
            {"{\"after\":0,\"state\":\"not-accepted\"}", "note"},
            {"{\"after\":0,\"state\":\"not-accepted\",\"note\":\"  \"}", "note"},
            {"{\"after\":0,\"state\":\"open\",\"isPublic\":true}", "told"},
            {"{\"after\":0,\"state\":\"open\",\"isPublic\":true,\"told\":\"A lamp\",\"language\":\"xx\"}", "language"},
            {"{\"after\":0,\"state\":\"open\",\"note\":\"a\\u0000b\"}", "note"},
            {"{\"after\":0,\"state\":\"open\",\"note\":\"" + "x".repeat(2001) + "\"}", "note"},
            {"{\"after\":0,\"state\":\"open\",\"checkedOn\":\"" + walk + "\"}", "checkedOn"},
        };
    }

    /** A walk in two days, for a beat or along a route. */
    static String plannedWalk(String where) {
        return """
                {"title":"Again",%s,"why":"To look","language":"en","starts":"%2$sT19:00:00","ends":"%2$sT20:00:00","light":"night",
                 "place":"Library","lon":2.605,"lat":51.405,"languages":["en"]}"""
                .formatted(where, LocalDate.now().plusDays(2));
    }
}
