package org.copse.server.redraw;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.copse.server.redraw.Drawing.Step;

/** The kinds of edits that need nothing but the plan and its ground. */
enum EditKind {
    MOVE(UnitEdits::move),
    BEST(UnitEdits::best),
    MOVES(UnitEdits::moves),
    CLEAR(UnitEdits::clear),
    REFILL(Refill::refill),
    NEW_BEAT(BeatEdits::create),
    MERGE(BeatEdits::merge),
    SPLIT(BeatEdits::split),
    REMOVE_BEAT(BeatEdits::remove),
    RENUMBER(BeatEdits::renumber),
    RENAME(BeatEdits::rename),
    RECOLOUR(BeatEdits::recolour),
    MOVE_BEATS(SectorEdits::moveBeats),
    NEW_SECTOR(SectorEdits::create),
    MERGE_SECTORS(SectorEdits::merge),
    LOCK(LockEdits::lock),
    UNLOCK(LockEdits::unlock);

    // A method of this package, without a state of its own.
    @SuppressWarnings("ImmutableEnumChecker")
    private final BiFunction<Drawing, EditRequest, Step> making;

    EditKind(BiFunction<Drawing, EditRequest, Step> making) {
        this.making = making;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<EditKind> findByKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(EditKind::key).toList();
    }

    /**
     * Returns what the edit makes.
     *
     * @throws org.copse.server.system.ProblemException when it cannot be made
     */
    Step make(Drawing at, EditRequest request) {
        return making.apply(at, request);
    }
}
