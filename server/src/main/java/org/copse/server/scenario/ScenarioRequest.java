package org.copse.server.scenario;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A scenario as a planner asks for it; {@link ScenarioChecks} says what each field may be.
 *
 * @param layers a layer for each role; units are needed
 * @param profile residents per officer, which gives the officers where they are not given
 * @param teamSize smallest and largest team, such as {@code 5-9}; in place of sectors
 * @param weights laid over the profile's starting values
 * @param mix columns of the units chosen for the mix of the population
 * @param tolerance share of the target that a beat's hours may be off
 * @param period days to count incidents over, {@code FROM..TO}; those of the incidents when not given
 * @param includeEnclosed enclosed land that belongs to the district: positions {@code LON,LAT}, or {@code all}
 * @param favour one of balanced, compact, communities, least-change, or all
 */
record ScenarioRequest(
        @Nullable String name,
        @Nullable Map<String, @Nullable UUID> layers,
        @Nullable Integer profile,
        @Nullable Integer officers,
        @Nullable Integer sectors,
        @Nullable String teamSize,
        @Nullable JsonNode weights,
        @Nullable List<String> mix,
        @Nullable Double tolerance,
        @Nullable String favour,
        @Nullable Long seed,
        @Nullable Integer budgetSeconds,
        @Nullable String period,
        @Nullable List<String> includeEnclosed) {}
