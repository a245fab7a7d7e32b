package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of real data sets, which are not part of the project. */
final class RealData {

    private RealData() {}

    /** Returns a file or folder of the data sets, or skips the test where they are not at hand. */
    static Path find(String name) {
        String folder = System.getenv("COPSE_REAL_DATA");
        assumeTrue(folder != null, "COPSE_REAL_DATA names no folder: skipped");
        Path path = Path.of(folder, name);
        assertThat(Files.exists(path)).as("%s in COPSE_REAL_DATA", name).isTrue();
        return path;
    }
}
