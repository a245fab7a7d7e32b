package org.copse.server.problemcase;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * The problem triangle: a place, a target, and who does it; and around it who could hold each: the handler, the guardian, the manager. All of them are kinds from
 * closed lists, so that nobody can be named and no origin or religion be written.
 *
 * @param place kind of place; null as long as nobody knows
 * @param target kind of target; null as long as nobody knows
 * @param doers kinds of people who do it, by what they come for
 * @param handlers who has a say with those who do it
 * @param guardians who could look after the target
 * @param managers who runs the place
 */
record Triangle(
        @Nullable String place,
        @Nullable String target,
        List<String> doers,
        List<String> handlers,
        List<String> guardians,
        List<String> managers) {
    static final List<String> PLACES = List.of(
            "street",
            "square",
            "park",
            "station",
            "school",
            "shops",
            "housing",
            "car-park",
            "nightlife",
            "building-site",
            "several",
            "other");
    static final List<String> TARGETS = List.of(
            "pedestrians",
            "cyclists",
            "drivers",
            "residents",
            "shops",
            "vehicles",
            "bicycles",
            "homes",
            "public-property",
            "young-people",
            "older-people",
            "passengers",
            "other");
    static final List<String> DOERS = List.of(
            "drivers",
            "guests",
            "neighbours",
            "customers",
            "young-groups",
            "adult-groups",
            "traders",
            "owners",
            "organised",
            "once-only",
            "unknown");
    static final List<String> HANDLERS = List.of(
            "parents",
            "school",
            "employer",
            "youth-work",
            "care",
            "friends",
            "associations",
            "probation",
            "police",
            "none");
    static final List<String> GUARDIANS = List.of(
            "residents", "shopkeepers", "caretaker", "wardens", "staff", "passers-by", "police", "owners", "none");
    static final List<String> MANAGERS = List.of(
            "municipality", "landlord", "shops", "school", "transport", "parks", "roads", "venue", "owners", "none");

    /** Copies the lists. */
    Triangle {
        doers = List.copyOf(doers);
        handlers = List.copyOf(handlers);
        guardians = List.copyOf(guardians);
        managers = List.copyOf(managers);
    }

    /** As it is asked for: each part may be missing. */
    record Asked(
            @Nullable String place,
            @Nullable String target,
            @Nullable List<String> doers,
            @Nullable List<String> handlers,
            @Nullable List<String> guardians,
            @Nullable List<String> managers) {

        Triangle checked(FieldErrors errors) {
            return new Triangle(
                    one("triangle.place", place, PLACES, errors),
                    one("triangle.target", target, TARGETS, errors),
                    several("triangle.doers", doers, DOERS, errors),
                    several("triangle.handlers", handlers, HANDLERS, errors),
                    several("triangle.guardians", guardians, GUARDIANS, errors),
                    several("triangle.managers", managers, MANAGERS, errors));
        }
    }

    static final Triangle UNKNOWN = new Triangle(null, null, List.of(), List.of(), List.of(), List.of());

    /** Returns whether place, target and who does it are known, as far as anybody does. */
    boolean isDrawn() {
        return place != null && target != null && !doers.isEmpty();
    }

    private static @Nullable String one(String field, @Nullable String given, List<String> known, FieldErrors errors) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        if (!known.contains(given)) {
            errors.add(field, "must be one of " + known);
        }
        return given;
    }

    /** Returns those of a list that were chosen, each once, in the list's order. */
    static List<String> several(String field, @Nullable List<String> given, List<String> known, FieldErrors errors) {
        Set<String> chosen = new LinkedHashSet<>(Objects.requireNonNullElse(given, List.of()));
        if (!known.containsAll(chosen)) {
            errors.add(field, "must be of " + known);
        }
        return known.stream().filter(chosen::contains).toList();
    }
}
