package org.copse.server.finding;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.copse.server.system.FieldErrors;
import org.copse.server.walk.Received;
import org.jspecify.annotations.Nullable;

/**
 * What was seen at one place.
 *
 * @param version which state of it this is; the phone counts from 1
 * @param at by the phone's clock
 * @param category one of {@link #CATEGORIES}
 * @param kind {@code problem} or {@code asset}
 * @param severity 0 to 4; 0 for an asset
 * @param place null where it was not known, and nobody tapped it
 * @param words at most 2,000 characters
 * @param photos by the SHA-256 of what the phone has of them; at most 12
 * @param rating how safe residents feel here, 1 to 5
 * @param again id of an earlier finding that was looked at again; its photos are from before, these from after
 * @param gone whether that one is no longer there; goes with {@code again}
 * @param removed whether it was taken back
 */
record Finding(
        @Nullable Integer version,
        @Nullable Instant at,
        @Nullable String category,
        @Nullable String kind,
        @Nullable Integer severity,
        @Nullable Place place,
        @Nullable String words,
        @Nullable List<String> photos,
        @Nullable Integer rating,
        @Nullable UUID again,
        @Nullable Boolean gone,
        @Nullable Boolean removed) {
    /** After crime prevention through environmental design and the guidelines of community policing. */
    static final List<String> CATEGORIES = List.of(
            "lighting",
            "sight-lines",
            "hiding",
            "movement",
            "isolation",
            "signs",
            "litter",
            "graffiti",
            "derelict",
            "vehicles",
            "traffic",
            "access",
            "activity",
            "noise",
            "animals",
            "drinking",
            "liked",
            "other");

    private static final List<String> PLACED = List.of("gps", "pin", "ahead");
    private static final int LONGEST_WORDS = 2000;
    private static final int MOST_PHOTOS = 12;
    private static final int WORST = 4;
    private static final int SAFEST = 5;
    private static final double LEAST_ACCURATE_METRES = 100_000;

    /**
     * Where it is.
     *
     * @param lon degrees, WGS 84
     * @param lat degrees, WGS 84
     * @param accuracyMetres 68 % of such positions are within it; null for a pin
     * @param how {@code gps}, {@code pin} (tapped on the map) or {@code ahead} (beside or before who recorded it)
     */
    record Place(@Nullable Double lon, @Nullable Double lat, @Nullable Double accuracyMetres, @Nullable String how) {}

    /** Ends the request when a value is not allowed, naming all of them. */
    void check() {
        FieldErrors errors = new FieldErrors();
        Received.checkVersion(version, errors);
        Received.checkTime("at", at, errors);
        if (category == null || !CATEGORIES.contains(category)) {
            errors.add("category", "must be one of " + CATEGORIES);
        }
        if (!"problem".equals(kind) && !"asset".equals(kind)) {
            errors.add("kind", "must be problem or asset");
        }
        if (severity == null || severity < 0 || severity > WORST) {
            errors.add("severity", "must be 0 to " + WORST + ", not " + severity);
        }
        if ((again == null) != (gone == null)) {
            errors.add("gone", "goes with again: is the earlier problem still there?");
        } else if (again != null && isAsset()) {
            errors.add("again", "is of problems alone");
        }
        if (place != null) {
            check(place, errors);
        }
        Received.checkText("words", Objects.requireNonNullElse(words, ""), 0, LONGEST_WORDS, errors);
        if (rating != null && (rating < 1 || rating > SAFEST)) {
            errors.add("rating", "must be 1 to " + SAFEST + ", not " + rating);
        }
        List<String> pictures = Objects.requireNonNullElse(photos, List.of());
        if (pictures.size() > MOST_PHOTOS || Set.copyOf(withoutNull(pictures)).size() != pictures.size()) {
            errors.add("photos", "must be at most " + MOST_PHOTOS + ", each once");
        } else if (!pictures.stream().allMatch(one -> one.matches("[0-9a-f]{64}"))) {
            errors.add("photos", "must be SHA-256 in lower-case hexadecimal");
        }
        errors.throwIfAny();
    }

    private static List<String> withoutNull(List<String> given) {
        return given.stream().filter(Objects::nonNull).toList();
    }

    private static void check(Place place, FieldErrors errors) {
        Received.checkPosition("place", place.lon(), place.lat(), errors);
        if (place.how() == null || !PLACED.contains(place.how())) {
            errors.add("place.how", "must be one of " + PLACED);
        }
        Double accuracy = place.accuracyMetres();
        if (accuracy != null && !(accuracy >= 0 && accuracy <= LEAST_ACCURATE_METRES)) {
            errors.add("place.accuracyMetres", "must be 0 to " + LEAST_ACCURATE_METRES + ", not " + accuracy);
        }
    }

    boolean isAsset() {
        return "asset".equals(kind);
    }

    boolean isRemoved() {
        return Boolean.TRUE.equals(removed);
    }
}
