package org.copse.server.problemcase;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/** A row of the matrix as it is to be: all of it. */
record ResponseRequest(
        @Nullable String what,
        @Nullable String who,
        @Nullable List<String> with,
        @Nullable String place,
        @Nullable LocalDate from,
        @Nullable LocalDate due,
        @Nullable String how,
        @Nullable String wanted,
        @Nullable String state) {
    /** Kinds of organisations and groups; never a person. */
    static final List<String> PARTNERS = List.of(
            "police",
            "municipality",
            "lighting",
            "parks",
            "roads",
            "transport",
            "landlord",
            "school",
            "youth-work",
            "care",
            "fire-service",
            "justice",
            "shops",
            "associations",
            "residents",
            "other");

    static final List<String> STATES = List.of("planned", "doing", "done", "dropped");

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /** Returns the row, or ends the request naming all that is wrong. */
    Response checked(UUID id, int number) {
        FieldErrors errors = new FieldErrors();
        String doing = NobodyNamed.text("what", what, 1, 1000, errors);
        String lead = Objects.requireNonNullElse(who, "");
        if (!PARTNERS.contains(lead)) {
            errors.add("who", "must be one of " + PARTNERS);
        }
        List<String> partners = Triangle.several("with", with, PARTNERS, errors);
        String where = NobodyNamed.text("place", place, 1, 300, errors);
        String way = NobodyNamed.text("how", how, 0, 2000, errors);
        String hoped = NobodyNamed.text("wanted", wanted, 1, 1000, errors);
        LocalDate first = day("from", from, errors);
        LocalDate last = day("due", due, errors);
        if (last.isBefore(first)) {
            errors.add("due", "is before its first day");
        }
        String stands = Objects.requireNonNullElse(state, STATES.get(0));
        if (!STATES.contains(stands)) {
            errors.add("state", "must be one of " + STATES);
        }
        errors.throwIfAny();
        return new Response(id, number, doing, lead, partners, where, first, last, way, hoped, stands);
    }

    private static LocalDate day(String field, @Nullable LocalDate day, FieldErrors errors) {
        if (day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            errors.add(field, "must be a day between " + FIRST_YEAR + " and " + LAST_YEAR + ", not " + day);
            return LocalDate.EPOCH;
        }
        return day;
    }
}
