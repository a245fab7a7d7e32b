package org.copse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.copse.server.TownFiles;
import org.copse.server.drawing.Palette;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Plans beside each other on the command line: a town of 24 units of 100 residents. */
class CompareCommandIT {
    @TempDir
    Path folder = Path.of("");

    private Path half = Path.of("");
    private Path third = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("town.geojson"),
                TownFiles.units().replace("\"POP\":100", "\"POP\":100,\"NEWCOMERS\":40"));
        half = plan("half.csv", column -> column < 3 ? 7 : 8);
        third = plan("third.csv", column -> column < 2 ? 1 : 2);
    }

    private Path plan(String name, IntUnaryOperator beatOfColumn) throws IOException {
        StringBuilder rows = new StringBuilder("unit_id,beat_id,sector_id\n");
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 6; column++) {
                rows.append("u" + row + column + "," + beatOfColumn.applyAsInt(column) + ",1\n");
            }
        }
        return Files.writeString(folder.resolve(name), rows);
    }

    private CommandRun compare(String... more) {
        return CommandRun.comparing(
                List.of(
                        "--units",
                        folder.resolve("town.geojson").toString(),
                        "--id",
                        "UNIT",
                        "--population",
                        "POP",
                        "--mix",
                        "NEWCOMERS:count"),
                more);
    }

    private String out() {
        return folder.resolve("beside").toString();
    }

    @Test
    void saysWhoGetsAnotherBeat() throws IOException {
        CommandRun run = compare("--out", out(), half.toString(), third.toString());

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("400 residents (16.7 %) in 4 units get another beat than in " + half);
        JsonNode document = CommandRun.json(folder.resolve("beside/comparison.json"));
        JsonNode change = document.get("changes").get(0);
        assertThat(change.get("beats").toString())
                .isEqualTo(
                        "[{\"from\":\"7\",\"to\":\"7\",\"residentsFrom\":1200.0,\"residentsTo\":800.0,\"residentsKept\":800.0},"
                                + "{\"from\":\"8\",\"to\":\"8\",\"residentsFrom\":1200.0,\"residentsTo\":1600.0,\"residentsKept\":1200.0}]");
        assertThat(change.get("flows").toString())
                .isEqualTo("[{\"from\":\"7\",\"to\":\"8\",\"units\":4,\"residents\":400.0}]");
        assertThat(verdict(document, "max-deviation")).isEqualTo("worse");
        assertThat(verdict(document, "officers")).isEqualTo("none");
        assertThat(verdict(document, "beats-in-pieces")).isEqualTo("same");
    }

    @Test
    void reckonsFairnessAsByHand() {
        CommandRun run = compare("--out", out(), half.toString(), third.toString());

        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode plans = CommandRun.json(folder.resolve("beside/comparison.json"))
                .get("fairness")
                .get("plans");
        JsonNode even = plans.get(0);
        JsonNode uneven = plans.get(2);
        // 140 hours for 1,200 residents; then for 800 and for 1,600: on average 140 · 2 / 2,400 of a resident each.
        assertThat(even.get("leastHours").get("value").asDouble()).isCloseTo(140 / 1.2, within(1e-9));
        assertThat(uneven.get("leastHours").get("value").asDouble()).isCloseTo(140 / 1.6, within(1e-9));
        assertThat(uneven.get("everyone").get("hoursPerThousand").asDouble()).isCloseTo(280 / 2.4, within(1e-9));
        assertThat(uneven.get("groups").get(0).get("dissimilarity").asDouble()).isCloseTo(0, within(1e-12));
        assertThat(uneven.get("groups").get(0).get("isolation").asDouble()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void changesNothingBesideItself() {
        CommandRun run = compare(half.toString(), half.toString(), third.toString());

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("0 residents (0.0 %) in 0 units", "400 residents (16.7 %) in 4 units");
    }

    @Test
    void writesAReportThatCanBeReadBackAndShowsTheMaps() throws IOException {
        assertThat(compare("--out", out(), "--lang", "ar", half.toString(), third.toString())
                        .exit())
                .isZero();
        assertThat(compare("--out", out(), half.toString(), third.toString()).exit())
                .isZero();
        try (PDDocument read =
                Loader.loadPDF(folder.resolve("beside/comparison.pdf").toFile())) {
            String text = new PDFTextStripper().getText(read);
            assertThat(text).contains("Compare plans", "get another beat than in", "Largest deviation", "NEWCOMERS");
            int coloured = 0;
            for (int page = 0; page < read.getNumberOfPages(); page++) {
                coloured += pixels(
                        new PDFRenderer(read).renderImage(page), Palette.light().beat(0));
            }
            assertThat(coloured).isGreaterThan(1000);
        }
    }

    private static int pixels(BufferedImage image, Color wanted) {
        int count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                Color seen = new Color(image.getRGB(x, y));
                count += Math.abs(seen.getRed() - wanted.getRed()) < 4
                                && Math.abs(seen.getGreen() - wanted.getGreen()) < 4
                                && Math.abs(seen.getBlue() - wanted.getBlue()) < 4
                        ? 1
                        : 0;
            }
        }
        return count;
    }

    @Test
    void asksForTwoToFivePlans() {
        String plan = half.toString();
        assertThat(compare(plan).exit()).isEqualTo(2);
        assertThat(compare(plan, plan, plan, plan, plan, plan).err()).contains("There are 6 plans: give 2 to 5.");
        assertThat(compare("--lang", "tlh", plan, plan).err()).contains("give en, nl, fr, de or ar");
    }

    @Test
    void refusesPlansOfOtherUnitsAndWritesNothing() throws IOException {
        Path strange = Files.writeString(folder.resolve("strange.csv"), "unit_id,beat_id\nx99,1\n");
        Path few = Files.writeString(folder.resolve("few.csv"), "unit_id,beat_id\nu00,1\nu01,1\n");
        Path torn = Files.writeString(
                folder.resolve("torn.csv"), Files.readString(half).replace("u35,8,1", "u35,8,2"));

        refuses(strange, "no unit has the id \"x99\"");
        refuses(few, "22 units are in no beat, such as u02, u03");
        refuses(torn, "beat 8 is in two sectors");
    }

    private void refuses(Path plan, String why) {
        CommandRun run = compare("--out", out(), half.toString(), plan.toString());
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains(why);
        assertThat(folder.resolve("beside")).doesNotExist();
    }

    private static String verdict(JsonNode document, String key) {
        for (JsonNode row : document.get("measures")) {
            if (row.get("key").asString().equals(key)) {
                return row.get("verdicts").get(1).asString();
            }
        }
        throw new IllegalArgumentException("no measure " + key);
    }
}
