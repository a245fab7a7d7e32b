package org.copse.server.redraw;

import java.util.HashMap;
import java.util.Map;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;

/** Edits that cannot be made: each says why by a code and its values, and in words. */
final class Refusal {
    private Refusal() {}

    /** Returns the problem; {@code values} say which beat, which unit, how many. */
    static ProblemException of(String code, Map<String, Object> values, String words) {
        Map<String, Object> extras = new HashMap<>();
        extras.put("code", code);
        extras.put("values", values);
        return new ProblemException(ProblemType.EDIT_REFUSED, words, extras);
    }

    static ProblemException nothingToDo() {
        return of("nothing-to-do", Map.of(), "The plan is already as this edit would make it.");
    }

    static ProblemException noSuchBeat(int beat) {
        return of("no-such-beat", Map.of("beat", beat), "The plan has no beat " + beat + ".");
    }

    static ProblemException noSuchSector(int sector) {
        return of("no-such-sector", Map.of("sector", sector), "The plan has no sector " + sector + ".");
    }

    static ProblemException noSuchUnit(String unit) {
        return of("no-such-unit", Map.of("unit", unit), "The scenario has no unit " + unit + ".");
    }

    static ProblemException beatLocked(int beat) {
        return of("beat-locked", Map.of("beat", beat), "Beat " + beat + " is locked. Unlock it first.");
    }

    static ProblemException allLocked(int units) {
        return of("all-locked", Map.of("units", units), "All " + units + " units are locked. Unlock them first.");
    }
}
