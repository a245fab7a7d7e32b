package org.copse.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerKind;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.layer.ImportWatch;
import org.copse.server.layer.LayerOrigin;
import org.copse.server.layer.LayerStore;
import org.copse.server.layer.NewLayer;
import org.copse.server.officer.Officer;
import org.copse.server.officer.Officers;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlanOrigin;
import org.copse.server.publication.Publication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of a sector that rest on layers: the languages of its residents beside its team's, and streets whose officer changes. */
@OnBothDatabases
class SectorFiguresIT {
    private final RunningServer server;
    private final UUID units;

    SectorFiguresIT(TestDatabase database, @TempDir Path folder) throws IOException {
        server = database.shared(RunningServer.class, () -> RunningServer.start(database));
        new TwoTowns(database, server).clear();
        StringBuilder features = new StringBuilder();
        for (int i = 0; i < 2; i++) {
            features.append(i == 0 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT,
                            "{\"type\":\"Feature\",\"properties\":{\"ID\":\"u%1$d\",\"NAME\":\"Unit %1$d\",\"POP\":100,"
                                    + "\"LANG_NL\":60,\"LANG_AR\":38,\"LANG_PL\":2},\"geometry\":{\"type\":\"Polygon\","
                                    + "\"coordinates\":[[[%1$d,0],[%2$d,0],[%2$d,1],[%1$d,1],[%1$d,0]]]}}",
                            i,
                            i + 1));
        }
        Path file = Files.writeString(
                folder.resolve("units.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
        units = server.bean(LayerStore.class)
                .importFile(
                        new NewLayer(
                                ImportRequest.of(file, LayerKind.UNITS),
                                "Units " + UUID.randomUUID(),
                                LayerOrigin.UNKNOWN,
                                null,
                                "test"),
                        ImportWatch.NONE)
                .id();
    }

    private UUID published() {
        NewPlan town = TwoTowns.plan("AB");
        return server.bean(Publication.class)
                .publish(
                        new NewPlan(
                                town.name(),
                                town.reason(),
                                PlanOrigin.AREAS_IN_FORCE,
                                null,
                                null,
                                units,
                                town.sectors(),
                                town.beats(),
                                town.units()),
                        "planner")
                .id();
    }

    @Test
    void comparesTheTeamsLanguagesWithThoseOfTheSectorAndNamesNoFew() {
        UUID plan = published();
        UUID officer = server.bean(Officers.class)
                .add(new Officer("1", "Sam", List.of("nl", "fr"), null, null, null), "supervisor");
        LocalDate today = server.bean(Assignments.class).today();
        server.bean(AssignmentRepository.class)
                .insert(
                        new BeatAssignment(UUID.randomUUID(), plan, "A", officer, Rank.MAIN, Days.from(today), today),
                        "why",
                        "test");

        TeamLanguages.Balance balance = server.bean(TeamLanguages.class).balance();

        TeamLanguages.Team team = balance.teams().get(0);
        assertThat(team.officers()).isEqualTo(1);
        assertThat(team.speakers()).isEqualTo(Map.of("fr", 1, "nl", 1));
        assertThat(team.residents())
                .containsExactly(
                        new TeamLanguages.Spoken("nl", 0.6, 1),
                        new TeamLanguages.Spoken("ar", 0.38, 0),
                        new TeamLanguages.Spoken("pl", null, 0));
    }

    @Test
    void countsPerUnitAndSaysSoWhereNoStreetIsKnown() {
        StreetSource.Report report = server.bean(StreetSource.class)
                .report(
                        units,
                        List.of(
                                new StreetChanges.Unit("u0", "u0", 100, true),
                                new StreetChanges.Unit("u1", "u1", 100, false)));

        assertThat(report.source()).isEqualTo("units");
        assertThat(report.changing()).isEqualTo(100);
        assertThat(report.rows().get(0).name()).isEqualTo("Unit 0 (u0)");
    }
}
