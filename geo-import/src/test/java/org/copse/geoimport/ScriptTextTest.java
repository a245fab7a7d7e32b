package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTextTest {
    private static final String LAYER = "{\"type\":\"FeatureCollection\",\n\"note\":\"a \\\"}\\\\\",\"features\":["
            + "{\"type\":\"Feature\",\"properties\":{\"a\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[4,50]}}]}";

    @TempDir
    Path folder;

    @Test
    void readsTheJsonInsideAScript() throws IOException {
        for (String around : new String[] {
            "var areas = %s;",
            "\ufeffvar json_Wards_1 = %s",
            "const areas=%s;\nexport { areas };",
            "let a = %s;",
            "export default %s;\n",
            "export const data = %s;",
            "areasLoaded(%s);",
            "window.areas = %s;\nwindow.ready();",
            "window['areas'] = %s;",
            "/* made by a map\n program */\n// and by hand\n'use strict';\nvar areas =\n %s;",
            "module.exports = %s",
            "/**/jsonp( %s );"
        }) {
            Path file = new ImportFixture(folder).text("areas.js", String.format(around, LAYER));
            ImportedLayer layer = read(file, LayerKind.PLACES);
            assertThat(layer.features()).as(around).hasSize(1);
            assertThat(layer.report().format()).isEqualTo("GeoJSON");
        }
    }

    @Test
    void refusesScriptsWhoseObjectsAreNoJson() throws IOException {
        for (String script : new String[] {
            "var areas = {type: 'FeatureCollection'};", "var areas = {\"a\": [", "f(" + "[".repeat(20_000)
        }) {
            ImportRefused refused = refusal(new ImportFixture(folder).text("a.js", script), LayerKind.PLACES);
            assertThat(refused.code()).as(script).isIn("broken-file", "limit-passed");
        }
    }

    @Test
    void looksAtLongTextsWithoutLosingTime() throws IOException {
        String spaces = "/*" + " ".repeat(200_000) + "*/" + "a.".repeat(100_000) + "=";
        assertThat(refusal(new ImportFixture(folder).text("a.js", spaces), LayerKind.PLACES)
                        .code())
                .isNotBlank();
    }
}
