package org.copse.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that compares plans, on both databases. */
class CompareIT {
    @TempDir
    Path folder = Path.of("");

    @Test
    void plannerComparesAndSharesOnH2gis() throws Exception {
        try (RunningServer server = RunningServer.onH2gis(folder)) {
            compare(server);
        }
    }

    @Test
    void plannerComparesAndSharesOnPostgis() throws Exception {
        try (Postgis database = Postgis.create();
                RunningServer server = RunningServer.onPostgis(database.url(), folder)) {
            compare(server);
        }
    }

    private static void compare(RunningServer server) throws Exception {
        try (Chromium browser = Chromium.start();
                Visit planner = browser.desktop(server);
                Visit reader = browser.phone(server, 390)) {
            new Comparing(planner, reader).compare();
        }
    }
}
