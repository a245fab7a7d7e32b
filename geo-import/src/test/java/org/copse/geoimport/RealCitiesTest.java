package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.changes;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** London and Schaerbeek, as their authorities publish them. */
class RealCitiesTest {

    @Test
    void takesAllWardsOfLondonAndMendsTheTwoInvalidOnes() {
        ImportedLayer wards = read(RealData.find("london/london_wards.zip"), LayerKind.UNITS);
        assertThat(wards.report().counts()).isEqualTo(new ImportReport.Counts(654, 652, 2, 0, 0));
        assertThat(wards.report().crs().code()).isEqualTo("EPSG:27700");
        assertThat(wards.roles().find(Role.ID)).contains("GSS_CODE");
    }

    @Test
    void joinsAllButEightyFourWardsToTheirPopulation() {
        ImportedLayer wards = read(RealData.find("london/london_wards.zip"), LayerKind.UNITS);
        ImportedLayer table =
                LayerImport.read(ImportRequest.of(RealData.find("london/london_ward_pop.csv.gz"), LayerKind.POPULATION)
                        .where("Year", "2015"));
        Set<String> keys = new HashSet<>(ImportFixture.ids(table));
        assertThat(table.features()).hasSize(624);
        assertThat(wards.features().stream().filter(ward -> !keys.contains(ward.id())))
                .hasSize(84);
    }

    @Test
    void rejectsEveryRowOfTheBrokenTableOfWorship() {
        ImportRefused refused = refusal(RealData.find("london/london_religion_locations.csv"), LayerKind.WORSHIP);
        assertThat(refused.code()).isEqualTo("nothing-usable");
        assertThat(refused.whatToDo()).contains("Quote");
        ImportReport report = refused.report().orElseThrow();
        assertThat(report.counts()).isEqualTo(new ImportReport.Counts(1756, 0, 0, 1756, 0));
        assertThat(ImportFixture.rejections(report)).isEqualTo(Map.of("fields-more-than-headers", 1756L));
        assertThat(read(RealData.find("london/london_places_of_worship.geojson"), LayerKind.WORSHIP)
                        .features())
                .hasSize(1756);
    }

    @Test
    void streamsAllIncidentsOfLondonWithIdenticalRowsAndMonths() {
        AtomicLong streamed = new AtomicLong();
        ImportReport report = LayerImport.stream(
                ImportRequest.of(RealData.find("london/london_crimes_2022.csv.gz"), LayerKind.INCIDENTS),
                incident -> streamed.incrementAndGet());
        assertThat(streamed).hasValue(849_409);
        assertThat(report.counts().accepted()).isEqualTo(849_409);
        assertThat(ImportFixture.warnings(report)).contains("dates-coarse");
    }

    @Test
    void takesAllBlocksAndQuartersOfSchaerbeek() {
        ImportedLayer blocks =
                read(RealData.find("schaerbeek/SchaerbeekDemographicDistribution.geojson"), LayerKind.UNITS);
        assertThat(blocks.features()).hasSize(396);
        String population = blocks.roles().find(Role.POPULATION).orElseThrow();
        assertThat(blocks.features().stream()
                        .mapToDouble(block -> block.number(population).orElseThrow())
                        .sum())
                .isEqualTo(130_677);
        ImportedLayer quarters =
                read(RealData.find("schaerbeek/LimitesSchaerbeekQuartiers.geojson"), LayerKind.NEIGHBOURHOODS);
        assertThat(quarters.features())
                .hasSize(14)
                .allMatch(quarter -> quarter.geometry().getArea() > 0);
        assertThat(changes(quarters.report())).containsEntry("hole-filled", 14L);
    }
}
