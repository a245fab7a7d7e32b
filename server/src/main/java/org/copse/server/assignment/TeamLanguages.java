package org.copse.server.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.geoimport.Feature;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.server.layer.Layer;
import org.copse.server.layer.LayerStore;
import org.copse.server.officer.Officers;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlansInForce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which languages a sector's team speaks beside those its residents speak, in sums over the sector. A hint for whom to look for; it
 * compares teams with residents, and no officer with another.
 */
@Component
class TeamLanguages {
    /** A column such as {@code LANG_FR} or {@code language_ar} counts those who speak it at home. */
    private static final Pattern COLUMN = Pattern.compile("(?i)(?:lang|language|langue|taal|sprache)_([a-z]{2,3})");

    private static final int FEWEST = 5;

    private final AssignmentRepository repository;
    private final Officers officers;
    private final PlansInForce plans;
    private final LayerStore layers;
    private final Assignments assignments;

    TeamLanguages(
            AssignmentRepository repository,
            Officers officers,
            PlansInForce plans,
            LayerStore layers,
            Assignments assignments) {
        this.repository = repository;
        this.officers = officers;
        this.plans = plans;
        this.layers = layers;
        this.assignments = assignments;
    }

    /**
     * The teams of the plan in force.
     *
     * @param layer from which residents' languages are, or null where no layer has such columns
     */
    record Balance(@Nullable String layer, @Nullable String asOf, List<Team> teams) {}

    /**
     * A sector's team.
     *
     * @param officers how many full officers it has on beats today
     * @param speakers how many of the team speak each language
     */
    record Team(String sector, String name, int officers, Map<String, Integer> speakers, List<Spoken> residents) {}

    /**
     * A language of a sector's residents.
     *
     * @param share of those whose language is known, 0 to 1; null where fewer than five speak it
     * @param speakers how many of the team speak it
     */
    record Spoken(String language, @Nullable Double share, int speakers) {}

    Balance balance() {
        UUID plan = plans.get().id();
        Map<String, BeatTerritory> beats = new HashMap<>();
        Map<String, String> sectors = new TreeMap<>();
        plans.listBeats(plan).forEach(beat -> {
            beats.put(beat.id(), beat);
            sectors.put(beat.sectorId(), beat.sectorName());
        });
        Map<String, Map<String, Integer>> speakers = new HashMap<>();
        Map<String, Integer> team = new HashMap<>();
        count(plan, beats, speakers, team);
        Map<String, Map<String, Double>> residents = new HashMap<>();
        Layer source = residents(plan, beats, residents).orElse(null);
        List<Team> teams = new ArrayList<>();
        sectors.forEach((sector, name) -> teams.add(new Team(
                sector,
                name,
                team.getOrDefault(sector, 0),
                speakers.getOrDefault(sector, Map.of()),
                spoken(residents.getOrDefault(sector, Map.of()), speakers.getOrDefault(sector, Map.of())))));
        return new Balance(
                source == null ? null : source.name(),
                source == null ? null : source.origin().asOf(),
                teams);
    }

    private void count(
            UUID plan,
            Map<String, BeatTerritory> beats,
            Map<String, Map<String, Integer>> speakers,
            Map<String, Integer> team) {
        LocalDate today = assignments.today();
        Map<UUID, StoredOfficer> roster = officers.mapById();
        for (BeatAssignment one : repository.listContinuing(plan, today)) {
            StoredOfficer officer = roster.get(one.officer());
            BeatTerritory beat = beats.get(one.beatId());
            if (officer != null && beat != null && one.days().include(today) && officer.servesOn(today)) {
                if (officer.particulars().role().countsAsOfficer()) {
                    team.merge(beat.sectorId(), 1, Integer::sum);
                }
                for (String language : officer.particulars().languages()) {
                    speakers.computeIfAbsent(beat.sectorId(), sector -> new TreeMap<>())
                            .merge(language, 1, Integer::sum);
                }
            }
        }
    }

    private Optional<Layer> residents(
            UUID plan, Map<String, BeatTerritory> beats, Map<String, Map<String, Double>> bySector) {
        Map<String, String> sectorOfUnit = new HashMap<>();
        for (NewPlan.Unit unit : plans.listUnits(plan)) {
            BeatTerritory beat = beats.get(unit.beatId());
            if (beat != null) {
                sectorOfUnit.put(unit.id(), beat.sectorId());
            }
        }
        List<Layer> candidates = new ArrayList<>();
        plans.findUnitsLayer(plan).flatMap(layers::find).ifPresent(candidates::add);
        layers.list().stream()
                .filter(layer -> layer.kind() == LayerKind.POPULATION)
                .forEach(candidates::add);
        for (Layer layer : candidates) {
            String key = layer.roles().find(Role.KEY).orElse(null);
            layers.forEachFeature(layer.id(), feature -> {
                String unit = key == null ? feature.id() : feature.text(key).orElse("");
                String sector = sectorOfUnit.get(unit);
                if (sector != null) {
                    add(feature, bySector.computeIfAbsent(sector, name -> new TreeMap<>()));
                }
            });
            if (bySector.values().stream().anyMatch(languages -> !languages.isEmpty())) {
                return Optional.of(layer);
            }
        }
        return Optional.empty();
    }

    private static void add(Feature feature, Map<String, Double> languages) {
        for (String column : feature.attributes().keySet()) {
            Matcher language = COLUMN.matcher(column);
            if (language.matches()) {
                feature.number(column)
                        .ifPresent(count ->
                                languages.merge(language.group(1).toLowerCase(Locale.ROOT), count, Double::sum));
            }
        }
    }

    private static List<Spoken> spoken(Map<String, Double> residents, Map<String, Integer> speakers) {
        double all = residents.values().stream().mapToDouble(count -> count).sum();
        return residents.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .filter(language -> language.getValue() > 0)
                .map(language -> new Spoken(
                        language.getKey(),
                        language.getValue() < FEWEST ? null : language.getValue() / all,
                        speakers.getOrDefault(language.getKey(), 0)))
                .toList();
    }
}
