package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.rejections;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Small files that would keep a repair busy for minutes. */
class CostlyGeometryTest {
    @TempDir
    Path folder;

    private ImportReport withGoodOne(String wkt) throws IOException {
        Path file = new ImportFixture(folder)
                .text("t.csv", "id;wkt\na;" + wkt + "\nb;POLYGON ((4 50, 4.1 50, 4.1 50.1, 4 50))\n");
        return LayerImport.read(ImportRequest.of(file, LayerKind.UNITS)).report();
    }

    /** A star whose every ray crosses nearly all others. */
    private static String star(int points, double step) {
        StringBuilder wkt = new StringBuilder("POLYGON ((");
        for (int i = 0; i <= points; i++) {
            double angle = 2 * Math.PI * step * (i % points) / points;
            wkt.append(i == 0 ? "" : ", ")
                    .append(String.format(Locale.ROOT, "%.9f %.9f", 5 + Math.cos(angle), 51 + Math.sin(angle)));
        }
        return wkt.append("))").toString();
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void rejectsAStarThatCrossesItselfAMillionTimes() throws IOException {
        ImportReport report = withGoodOne(star(1_501, 700));
        assertThat(rejections(report)).isEqualTo(Map.of("geometry-tangled", 1L));
        assertThat(report.counts().accepted()).isEqualTo(1);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void repairsAStarWithinTheBoundsInSeconds() throws IOException {
        ImportReport report = withGoodOne(star(301, 140));
        assertThat(report.counts().changed()).isEqualTo(1);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void rejectsThousandsOfSquaresOnOneSpot() throws IOException {
        StringBuilder wkt = new StringBuilder("MULTIPOLYGON (");
        for (int i = 0; i < 12_000; i++) {
            wkt.append(i == 0 ? "" : ", ").append("((4 50, 4.1 50, 4.1 50.1, 4 50.1, 4 50))");
        }
        assertThat(rejections(withGoodOne(wkt.append(')').toString()))).hasSize(1);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void endsTheLookAtACombOfLongTeeth() throws IOException {
        StringBuilder wkt = new StringBuilder("POLYGON ((0 0");
        int teeth = 20_000;
        for (int i = 0; i < teeth; i++) {
            double x = 10.0 * i / teeth;
            // Each tooth leans over all the others, so that no box keeps two of them apart.
            wkt.append(String.format(Locale.ROOT, ", %.5f 40, %.5f 0", x + 20, x + 0.0001));
        }
        ImportReport report = withGoodOne(wkt.append(", 60 -1, 0 -1, 0 0))").toString());
        assertThat(report.counts().read()).isEqualTo(2);
    }
}
