package org.copse.server.staffing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How many officers a scenario could be for.
 *
 * @param officers who serve today and can have a beat of their own
 * @param beatsInForce of the plan in force of these units, else of the areas in force among the layers; null without either
 * @param norm what the norm profile would give
 * @param suggested officers to begin with, at most one for each unit
 * @param from where that comes from
 */
record StaffingAdvice(
        int units,
        double residents,
        int officers,
        @Nullable Integer beatsInForce,
        Norm norm,
        int suggested,
        From from) {

    /** Where a number of officers comes from. */
    enum From {
        OFFICERS,
        BEATS_IN_FORCE,
        NORM;

        @JsonValue
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A norm profile's answer.
     *
     * @param unitsPerBeat how many units a beat would have; under four they are hard to balance
     * @param searched whether a number of beats that can be balanced was looked for, as is only done where beats would have fewer than four units
     * @param balanced a number of beats for which a plan within the tolerance was found; null where none was
     */
    record Norm(
            int residentsPerOfficer, int officers, double unitsPerBeat, boolean searched, @Nullable Integer balanced) {}

    /** Returns advice that begins with who is there: officers, else beats, else the norm. */
    static StaffingAdvice of(int units, double residents, int officers, @Nullable Integer beatsInForce, Norm norm) {
        From from = officers > 0 ? From.OFFICERS : beatsInForce != null ? From.BEATS_IN_FORCE : From.NORM;
        int wanted = from == From.OFFICERS ? officers : beatsInForce != null ? beatsInForce : norm.officers();
        return new StaffingAdvice(
                units, residents, officers, beatsInForce, norm, Math.max(1, Math.min(units, wanted)), from);
    }
}
