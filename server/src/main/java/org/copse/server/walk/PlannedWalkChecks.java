package org.copse.server.walk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.copse.server.inforce.PlanIndex;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.system.FieldErrors;
import org.copse.server.words.Language;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;
import org.springframework.stereotype.Component;

/** Reads a walk that staff plan, and says all that is wrong with it at once. */
@Component
class PlannedWalkChecks {
    private static final GeometryFactory WGS_84 = new GeometryFactory(new PrecisionModel(), 4326);
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_PLACE = 300;
    private static final int LONGEST_WHY = 2000;
    private static final int LONGEST_REASON = 1000;
    private static final int MOST_CORNERS = 500;
    private static final int MOST_PLACES = 500;
    private static final int MOST_LANGUAGES = 10;
    private static final Duration LONGEST_WALK = Duration.ofHours(12);

    private final PlanIndex plans;
    private final Clock clock;

    PlannedWalkChecks(PlanIndex plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Returns the walk of a request.
     *
     * @param known as it is until now; null for a new one
     * @param by who plans a new one
     */
    PlannedWalk walk(UUID id, PlannedWalkRequest request, @Nullable PlannedWalk known, String by) {
        FieldErrors errors = new FieldErrors();
        String beat = request.beat() == null || request.beat().isBlank() ? null : request.beat();
        LineString route = route(request.route(), errors);
        checkWhere(beat, route, known, errors);
        String title = text("title", request.title(), LONGEST_TITLE, errors);
        String why = text("why", request.why(), LONGEST_WHY, errors);
        String place = text("place", request.place(), LONGEST_PLACE, errors);
        Received.checkPosition("lon", request.lon(), request.lat(), errors);
        String language = Objects.requireNonNullElse(request.language(), "");
        if (Language.ofCode(language).isEmpty()) {
            errors.add("language", "must be en, nl, fr, de or ar");
        }
        PlannedWalk.Light light = PlannedWalk.Light.findByKey(request.light()).orElse(null);
        if (light == null) {
            errors.add("light", "must be day or night");
        }
        List<String> spoken = spoken(request.languages(), errors);
        Integer places = request.places();
        if (places != null && (places < 1 || places > MOST_PLACES)) {
            errors.add("places", "must be 1 to " + MOST_PLACES + ", or nothing, not " + places);
        }
        Instant starts = instant("starts", request.starts(), errors);
        Instant ends = instant("ends", request.ends(), errors);
        checkTimes(starts, ends, known, errors);
        errors.throwIfAny();
        return new PlannedWalk(
                id,
                beat,
                route,
                title,
                why,
                language,
                starts,
                ends,
                Optional.ofNullable(light).orElseThrow(),
                new PlannedWalk.MeetingPoint(
                        place,
                        Optional.ofNullable(request.lon()).orElseThrow(),
                        Optional.ofNullable(request.lat()).orElseThrow()),
                spoken,
                places,
                invitation(request, known),
                null,
                known == null ? by : known.createdBy());
    }

    /** Returns why a walk does not take place, or ends the request. */
    static String reason(@Nullable String given) {
        FieldErrors errors = new FieldErrors();
        String reason = text("reason", given, LONGEST_REASON, errors);
        errors.throwIfAny();
        return reason;
    }

    private static @Nullable WalkCode invitation(PlannedWalkRequest request, @Nullable PlannedWalk known) {
        if (!Boolean.TRUE.equals(request.byInvitation())) {
            return null;
        }
        WalkCode present = known == null ? null : known.invitation();
        return present == null || Boolean.TRUE.equals(request.newInvitation()) ? WalkCode.fresh() : present;
    }

    private static String text(String field, @Nullable String given, int most, FieldErrors errors) {
        Received.checkText(field, given, 1, most, errors);
        return given == null ? "" : given.strip();
    }

    private void checkWhere(
            @Nullable String beat, @Nullable LineString route, @Nullable PlannedWalk known, FieldErrors errors) {
        List<BeatTerritory> beats = plans.get().beats();
        boolean kept = beat != null && known != null && beat.equals(known.beat());
        if (beat != null && !kept && beats.stream().noneMatch(one -> one.id().equals(beat))) {
            errors.add("beat", "must be a beat of the plan in force");
        } else if (beat == null && route == null && errors.isEmpty()) {
            errors.add("beat", "is missing: give a beat or draw a route");
        } else if (beat == null && route != null && beats.stream().noneMatch(one -> route.intersects(one.lonLat()))) {
            errors.add("route", "goes through no beat of the plan in force");
        }
    }

    private static @Nullable LineString route(
            @Nullable List<@Nullable List<@Nullable Double>> given, FieldErrors errors) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        if (given.size() < 2 || given.size() > MOST_CORNERS) {
            errors.add("route", "must have 2 to " + MOST_CORNERS + " corners, not " + given.size());
            return null;
        }
        Coordinate[] corners = new Coordinate[given.size()];
        for (int i = 0; i < corners.length; i++) {
            List<@Nullable Double> at = given.get(i);
            Double lon = at != null && at.size() == 2 ? at.get(0) : null;
            Double lat = at != null && at.size() == 2 ? at.get(1) : null;
            Received.checkPosition("route[" + i + "]", lon, lat, errors);
            corners[i] = lon == null || lat == null ? new Coordinate() : new Coordinate(lon, lat);
        }
        LineString route = errors.isEmpty() ? WGS_84.createLineString(corners) : null;
        if (route != null && !(route.getLength() > 0)) {
            errors.add("route", "has all its corners in one place");
        }
        return route;
    }

    private static List<String> spoken(@Nullable List<@Nullable String> given, FieldErrors errors) {
        Set<String> codes = new LinkedHashSet<>();
        for (String code : Objects.requireNonNullElse(given, List.<@Nullable String>of())) {
            if (code == null || !code.matches("[a-z]{2,3}")) {
                errors.add("languages", "must be codes such as nl, not \"" + code + "\"");
            } else {
                codes.add(code);
            }
        }
        if (errors.isEmpty() && (codes.isEmpty() || codes.size() > MOST_LANGUAGES)) {
            errors.add("languages", "must be 1 to " + MOST_LANGUAGES + " codes, not " + codes.size());
        }
        return List.copyOf(codes);
    }

    private void checkTimes(Instant starts, Instant ends, @Nullable PlannedWalk known, FieldErrors errors) {
        boolean moved = known == null || !known.startsAt().equals(starts);
        if (errors.isEmpty() && moved && starts.isBefore(clock.instant())) {
            errors.add("starts", "must be a time to come");
        }
        if (errors.isEmpty() && (!ends.isAfter(starts) || ends.isAfter(starts.plus(LONGEST_WALK)))) {
            errors.add("ends", "must be after it starts, by 12 hours at most");
        }
    }

    private Instant instant(String field, @Nullable LocalDateTime given, FieldErrors errors) {
        if (given == null) {
            errors.add(field, "is missing");
            return Instant.EPOCH;
        }
        Instant at = given.atZone(clock.getZone()).toInstant();
        if (at.isAfter(Received.LATEST)) {
            errors.add(field, "must be before 2200");
        }
        return at;
    }
}
