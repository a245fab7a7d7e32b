package org.copse.server.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.copse.server.job.Job;
import org.copse.server.job.JobState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A scenario on the wire.
 *
 * @param state of its latest job; null before the first
 * @param job its latest job
 * @param hasProposal whether a proposal can be read: of the latest job, or of one before
 */
record ScenarioView(
        UUID id,
        String name,
        Map<String, UUID> layers,
        int profile,
        @Nullable Integer officers,
        @Nullable Integer sectors,
        @Nullable String teamSize,
        JsonNode weights,
        List<String> mix,
        double tolerance,
        String favour,
        long seed,
        int budgetSeconds,
        String createdBy,
        Instant createdAt,
        @Nullable JobState state,
        @Nullable UUID job,
        boolean hasProposal) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ScenarioView of(Scenario scenario, @Nullable Job latest, boolean hasProposal) {
        Settings settings = scenario.settings();
        Map<String, UUID> layers = new TreeMap<>();
        scenario.layers().forEach((role, layer) -> layers.put(role.key(), layer));
        Settings.TeamSize team = settings.teamSize();
        return new ScenarioView(
                scenario.id(),
                scenario.name(),
                layers,
                settings.profile(),
                settings.officers(),
                settings.sectors(),
                team == null ? null : team.toString(),
                JSON.readTree(settings.weights()),
                settings.mix(),
                settings.tolerance(),
                settings.favour(),
                settings.seed(),
                settings.budgetSeconds(),
                scenario.createdBy(),
                scenario.createdAt(),
                latest == null ? null : latest.state(),
                latest == null ? null : latest.id(),
                hasProposal);
    }
}
