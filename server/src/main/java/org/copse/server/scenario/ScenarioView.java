package org.copse.server.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import org.copse.server.job.Job;
import org.copse.server.job.JobState;
import org.copse.server.layer.NewerVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A scenario on the wire.
 *
 * @param note what planners say of it
 * @param archived whether it was put aside
 * @param state of its latest job; null before the first
 * @param job its latest job
 * @param newer layers of which there is a newer version than the one that the scenario uses
 * @param hasProposal whether a proposal can be read: of the latest job, or of one before
 * @param workingPlan the latest revision of its working plan; null before it was begun
 */
record ScenarioView(
        UUID id,
        String name,
        Map<String, UUID> layers,
        List<NewerLayer> newer,
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
        @Nullable String period,
        List<String> includeEnclosed,
        String createdBy,
        Instant createdAt,
        @Nullable String note,
        boolean archived,
        @Nullable JobState state,
        @Nullable UUID job,
        boolean hasProposal,
        @Nullable Integer workingPlan) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A layer of which there is a newer version.
     *
     * @param role in the scenario, such as {@code units}
     * @param version that the scenario uses
     * @param versions after it, the latest last, each with what it changed
     */
    record NewerLayer(String role, String name, int version, List<NewerVersion> versions) {}

    static ScenarioView of(
            Scenario scenario,
            List<NewerLayer> newer,
            @Nullable Job latest,
            boolean hasProposal,
            OptionalInt workingPlan) {
        Settings settings = scenario.settings();
        Map<String, UUID> layers = new TreeMap<>();
        scenario.layers().forEach((role, layer) -> layers.put(role.key(), layer));
        Settings.TeamSize team = settings.teamSize();
        return new ScenarioView(
                scenario.id(),
                scenario.name(),
                layers,
                newer,
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
                settings.period(),
                settings.includeEnclosed(),
                scenario.createdBy(),
                scenario.createdAt(),
                scenario.note(),
                scenario.archived(),
                latest == null ? null : latest.state(),
                latest == null ? null : latest.id(),
                hasProposal,
                workingPlan.isPresent() ? workingPlan.getAsInt() : null);
    }
}
