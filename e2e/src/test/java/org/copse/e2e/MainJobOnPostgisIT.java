package org.copse.e2e;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class MainJobOnPostgisIT extends MainJob {

    private @Nullable Postgis database;

    @Override
    RunningServer start(Path folder) throws Exception {
        Postgis created = Postgis.create();
        database = created;
        return RunningServer.onPostgis(created.url(), folder);
    }

    @AfterEach
    void drop() throws Exception {
        if (database != null) {
            database.close();
        }
    }
}
