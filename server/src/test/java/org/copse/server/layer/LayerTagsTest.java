package org.copse.server.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.copse.geoimport.AttributeTag.Measure;
import org.copse.geoimport.AttributeTag.Sensitivity;
import org.copse.server.layer.LayerTagRepository.Decided;
import org.junit.jupiter.api.Test;

class LayerTagsTest {
    @Test
    void aReportHasTheReasonsThatPeopleGaveAndNotTheEnglishOnesOfTheListOfWords() {
        Decided byWords =
                new Decided(new StatedTag(Measure.COUNT, Sensitivity.SPECIAL, "its header has \"orig\""), null);
        Decided byPlanner = new Decided(new StatedTag(Measure.INDEX, Sensitivity.ORDINARY, "lantaarns"), "planner");

        assertThat(LayerTags.reasons(Map.of("V18", "bomen"), Map.of("ORIG_NAFR", byWords, "V17", byPlanner)))
                .isEqualTo(Map.of("V18", "bomen", "V17", "lantaarns"));
    }
}
