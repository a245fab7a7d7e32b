package org.copse.e2e;

import java.io.IOException;
import java.nio.file.Path;

class MainJobOnH2gisIT extends MainJob {

    @Override
    RunningServer start(Path folder) throws IOException {
        return RunningServer.onH2gis(folder);
    }
}
