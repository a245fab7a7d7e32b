package org.copse.server.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WithheldProposalTest {

    @Test
    void warningsOfTheMixAreLeftOutAndOthersStay() {
        JsonNode shown = JsonMapper.builder()
                .build()
                .readTree(
                        WithheldProposal.of(
                                """
                        {"alternatives": [{"beats": [{"warnings": [
                          {"code": "mix-capped", "values": {"units": 2, "of": 5}, "words": "2 of 5 units are capped."},
                          {"code": "residents-estimated", "values": {"units": 1, "of": 5}, "words": "1 of 5 is estimated."}
                        ]}]}]}
                        """));

        assertThat(shown.at("/alternatives/0/beats/0/warnings"))
                .extracting(warning -> warning.path("code").asString())
                .containsExactly("residents-estimated");
    }
}
