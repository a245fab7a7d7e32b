package org.copse.server.redraw;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/** A plan on its ground, as an edit finds it: finds what a request names, or refuses. */
record Drawing(Ground ground, WorkingPlan plan) {

    /**
     * What an edit makes.
     *
     * @param left units that were asked for and stayed
     */
    record Step(WorkingPlan plan, EditName name, Left left) {
        static Step of(WorkingPlan.Sketch sketch, String code, Map<String, Object> values) {
            return new Step(sketch.done(), new EditName(code, values), Left.NONE);
        }
    }

    /**
     * Units that were asked for and stayed.
     *
     * @param locked because they, their beat or the beat that they were to go to is locked
     * @param filtered because the request's filter left them out
     */
    record Left(int locked, int filtered) {
        static final Left NONE = new Left(0, 0);
    }

    /** Returns the units of these ids, each once. */
    int[] units(@Nullable List<String> ids) {
        if (ids == null || ids.isEmpty()) {
            throw FieldErrors.of("units", "is missing: name at least one unit");
        }
        Set<Integer> found = new LinkedHashSet<>();
        for (String id : ids) {
            found.add(unit(id));
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    int unit(@Nullable String id) {
        if (id == null) {
            throw FieldErrors.of("unit", "is missing");
        }
        return ground.findUnit(id).orElseThrow(() -> Refusal.noSuchUnit(id));
    }

    DrawnBeat beat(@Nullable Integer number) {
        if (number == null) {
            throw FieldErrors.of("beat", "is missing");
        }
        return plan.findBeat(number).orElseThrow(() -> Refusal.noSuchBeat(number));
    }

    /** Returns a beat whose units may change. */
    DrawnBeat openBeat(@Nullable Integer number) {
        DrawnBeat beat = beat(number);
        if (plan.isClosed(beat.key())) {
            throw Refusal.beatLocked(beat.number());
        }
        return beat;
    }

    List<DrawnBeat> beats(@Nullable List<Integer> numbers) {
        if (numbers == null || numbers.isEmpty()) {
            throw FieldErrors.of("beats", "is missing: name at least one beat");
        }
        List<DrawnBeat> beats = new ArrayList<>();
        for (Integer number : new LinkedHashSet<>(numbers)) {
            beats.add(beat(number));
        }
        return beats;
    }

    DrawnSector sector(@Nullable Integer number) {
        if (number == null) {
            throw FieldErrors.of("sector", "is missing");
        }
        return plan.findSector(number).orElseThrow(() -> Refusal.noSuchSector(number));
    }

    /** Returns a number as it was asked for, within bounds. */
    static int within(String field, @Nullable Integer value, int least, int most) {
        if (value == null || value < least || value > most) {
            throw FieldErrors.of(field, "must be " + least + " to " + most + ", not " + value);
        }
        return value;
    }

    static String name(@Nullable String name) {
        String stripped = name == null ? "" : name.strip();
        if (stripped.isEmpty() || stripped.length() > DrawnBeat.LONGEST_NAME) {
            throw FieldErrors.of(
                    "name", "must have 1 to " + DrawnBeat.LONGEST_NAME + " characters, not " + stripped.length());
        }
        return stripped;
    }

    /** Returns a key that none of these has. */
    static int freshKey(Map<Integer, ?> taken) {
        int key;
        do {
            key = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
        } while (taken.containsKey(key));
        return key;
    }
}
