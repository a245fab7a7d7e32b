package org.copse.server.proposal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plans that were drawn by hand: what is drawn is known above, and goes by a name like those of alternatives, {@code drawn} for the latest revision and
 * {@code drawn-12} for one of them. Whatever takes an alternative takes it too.
 */
public interface DrawnPlans {

    /** Returns a saved working plan with its land; empty where there is none. */
    Optional<Drawn> findDrawn(UUID scenario, OptionalInt revision);

    /** Returns why boundaries of a saved working plan run where they do, the longest stretches first; none while a unit has no beat or a beat no unit. */
    List<Proposals.Stretch> listBoundaries(UUID scenario, OptionalInt revision);

    /** Returns the latest revision of a scenario's working plan; empty where there is none. */
    OptionalInt findRevision(UUID scenario);

    /**
     * A saved working plan.
     *
     * @param plan under its name with its revision; units without a beat have the id of none
     * @param units in the order of the plan's
     * @param unassigned how many of them have no beat
     * @param empty numbers of beats without a unit
     */
    record Drawn(ProposedPlan plan, List<ProposedPlan.Unit> units, int unassigned, List<String> empty) {}

    /** How a drawn plan is asked for. */
    final class Name {
        private static final Pattern DRAWN = Pattern.compile("drawn(?:-([1-9][0-9]{0,8}))?");

        private Name() {}

        /** Returns the name of a revision. */
        public static String of(int revision) {
            return "drawn-" + revision;
        }

        /** Returns whether this is the name of a drawn plan. */
        public static boolean is(String favour) {
            return DRAWN.matcher(favour).matches();
        }

        static OptionalInt revision(String favour) {
            Matcher name = DRAWN.matcher(favour);
            return name.matches() && name.group(1) != null
                    ? OptionalInt.of(Integer.parseInt(name.group(1)))
                    : OptionalInt.empty();
        }
    }
}
