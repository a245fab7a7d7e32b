package org.copse.geoimport.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.copse.geoimport.ImportRefused;
import org.copse.planning.workload.Counted;
import org.copse.planning.workload.WorkloadWeights;
import org.junit.jupiter.api.Test;

class WeightsFileTest {

    private static final WorkloadWeights DEFAULTS = WorkloadWeights.defaults();

    @Test
    void readsBackWhatItWrites() {
        assertThat(parse(WeightsFile.write(DEFAULTS))).isEqualTo(DEFAULTS);
    }

    @Test
    void whatAFileDoesNotSayKeepsItsStartingValue() {
        WorkloadWeights weights = parse(
                """
                {"conflict": {"perIncident": {"minutes": 25, "reason": "measured in March", "author": "A. Planner"}},
                 "places": {"byType": {"mosque": {"minutes": {"minutes": 5, "reason": "r", "author": "a"}, "visitsPerMonth": 1}}}}
                """);
        assertThat(weights.conflict().perIncident().minutes()).isEqualTo(25);
        assertThat(weights.conflict().categories())
                .isEqualTo(DEFAULTS.conflict().categories());
        assertThat(weights.places().byType().keySet()).contains("mosque", "worship", "school");
        assertThat(weights.contact()).isEqualTo(DEFAULTS.contact());
    }

    @Test
    void readsWhichCategoriesCount() {
        WorkloadWeights weights = parse(
                """
                {"conflict": {"categories": {"Parking": {"counted": "NONE", "reason": "wardens do this", "author": "A. Planner"}}}}
                """);
        assertThat(weights.conflict().ruleOf("PARKING").counted()).isEqualTo(Counted.NONE);
        refuses(
                "{\"conflict\": {\"categories\": {\"x\": {\"counted\": \"SOME\", \"reason\": \"r\", \"author\": \"a\"}}}}",
                "counted");
        refuses(
                "{\"conflict\": {\"categories\": {\"x\": {\"counted\": \"ALL\", \"reason\": \" \", \"author\": \"a\"}}}}",
                "reason");
    }

    @Test
    void takesTheWordsThatEarlierVersionsShippedAndRefusesOthers() {
        assertThat(parse("{\"conflict\": {\"policeFound\": [\"drug\", \"weapon\"]}}"))
                .isEqualTo(DEFAULTS);
        refuses("{\"conflict\": {\"policeFound\": [\"alcohol\"]}}", "conflict.categories");
    }

    @Test
    void refusesAWordThatNobodyKnowsWithItsPlace() {
        refuses("{\"conflict\": {\"perIncidnet\": {}}}", "conflict.perIncidnet");
    }

    @Test
    void refusesNumbersOutsideTheirBoundsWithTheirPlace() {
        refuses(
                "{\"contact\": {\"perResident\": {\"minutes\": -1}}}",
                "contact.perResident",
                "minutes is -1.0: it must be a number from 0 to 10000");
        refuses("{\"mix\": {\"capShare\": 0.9}}", "mix", "capShare is 0.9: it must be a number from 0 to 0.25");
        refuses("{\"travel\": {\"kilometresPerHour\": 1e400}}", "travel");
        refuses("{\"travel\": {\"kilometresPerHour\": null}}", "travel");
        refuses("{\"travel\": {\"kilometresPerHour\": \"NaN\"}}", "travel");
    }

    @Test
    void refusesWhatIsNoJson() {
        refuses("{\"contact\": ", "line 1", "no JSON");
        refuses("[]", "no JSON object");
        refuses("{\"profile\": \"a\", \"profile\": \"b\"}", "no JSON");
    }

    @Test
    void refusalNamesNoClass() {
        assertThatThrownBy(() -> parse("{\"contact\": 5}"))
                .isInstanceOf(ImportRefused.class)
                .message()
                .doesNotContain("org.copse")
                .doesNotContain("java.");
    }

    private static void refuses(String json, String... parts) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(ImportRefused.class)
                .message()
                .contains(parts);
    }

    private static WorkloadWeights parse(String json) {
        return WeightsFile.parse(json, "weights.json", DEFAULTS);
    }
}
