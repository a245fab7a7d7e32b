package org.copse.server.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.copse.geoimport.district.EnclosedChoice;
import org.copse.geoimport.district.WeightsFile;
import org.copse.geoimport.incident.IncidentPeriod;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.Staffing;
import org.copse.planning.workload.NormProfile;
import org.copse.planning.workload.WorkloadWeights;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a scenario is to be planned: checked, and kept as JSON.
 *
 * @param profile residents per officer
 * @param officers null to take them from the profile
 * @param sectors null with a team size
 * @param teamSize null with sectors
 * @param weights as a weights file
 * @param mix columns, each with its kind where one was given
 * @param tolerance share of a beat's target
 * @param favour as asked: one, or all
 * @param budgetSeconds for the search
 * @param period days to count incidents over, as {@link IncidentPeriod#parse} reads them; null to take those of the incidents
 * @param includeEnclosed enclosed land that belongs to the district, as {@link EnclosedChoice#parse} reads it
 */
public record Settings(
        int profile,
        @Nullable Integer officers,
        @Nullable Integer sectors,
        @Nullable TeamSize teamSize,
        String weights,
        List<String> mix,
        double tolerance,
        String favour,
        long seed,
        int budgetSeconds,
        @Nullable String period,
        List<String> includeEnclosed) {
    static final String ALL = "all";
    private static final String ENCLOSED = "includeEnclosed";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TeamSize USUAL_TEAM = new TeamSize(5, 9);

    public Settings {
        mix = List.copyOf(mix);
        includeEnclosed = List.copyOf(includeEnclosed);
    }

    /** The smallest and the largest team, both included. */
    record TeamSize(int smallest, int largest) {
        TeamSize {
            if (smallest < 1 || largest < smallest) {
                throw new IllegalArgumentException("a team size of " + smallest + "-" + largest + " is no range");
            }
        }

        @Override
        public String toString() {
            return smallest + "-" + largest;
        }
    }

    static Settings ofJson(String json) {
        ObjectNode stored = (ObjectNode) JSON.readTree(json);
        // Settings stored before there was a choice of enclosed land have chosen none.
        if (!stored.has(ENCLOSED)) {
            stored.putArray(ENCLOSED);
        }
        return JSON.treeToValue(stored, Settings.class);
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    /** Returns the days to count incidents over; empty to take those of the incidents. */
    Optional<IncidentPeriod> incidentPeriod() {
        return Optional.ofNullable(period).map(IncidentPeriod::parse);
    }

    public WorkloadWeights workloadWeights() {
        return WeightsFile.parse(weights, "weights", NormProfile.of(profile).startingWeights());
    }

    /** Returns the officers and their teams; the norm profile gives the officers where the planner did not. */
    public Staffing staffing(double residents, int units) {
        int count = officers != null
                ? officers
                : Math.min(units, NormProfile.of(profile).officersFor(residents));
        if (sectors != null) {
            return Staffing.sectors(count, sectors);
        }
        TeamSize size = teamSize != null ? teamSize : USUAL_TEAM;
        if (teamSize == null && count < size.smallest()) {
            return Staffing.sectors(count, 1);
        }
        return Staffing.teamSize(count, size.smallest(), size.largest());
    }

    /** Returns the favours: the one asked for, or all that the district has data for. */
    public Set<Favour> favours(boolean communities, boolean inForce) {
        if (!favour.equals(ALL)) {
            return Set.of(Favours.ofKey(favour));
        }
        Set<Favour> all = new TreeSet<>(Set.of(Favour.BALANCED, Favour.COMPACT));
        if (communities) {
            all.add(Favour.COMMUNITIES);
        }
        if (inForce) {
            all.add(Favour.LEAST_CHANGE);
        }
        return all;
    }
}
