package org.copse.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The sample city's files, unpacked into a folder, and the options that name them. */
final class SampleCity {
    private final Path folder;

    SampleCity(Path folder) {
        this.folder = folder;
    }

    Path file(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            try (InputStream in =
                    Objects.requireNonNull(SampleCity.class.getResourceAsStream("/sample-city/" + name), name)) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }

    /** Returns the options for every layer of the city, mix left out. */
    List<String> allLayers() {
        List<String> options = new ArrayList<>(List.of("--id", "UNIT_ID", "--population", "POP"));
        option(options, "--units", "units.zip");
        option(options, "--incidents", "incidents.csv");
        option(options, "--worship", "worship.geojson");
        option(options, "--places", "places.csv");
        option(options, "--neighbourhoods", "neighbourhoods.geojson");
        option(options, "--barriers", "barriers.geojson");
        option(options, "--crossings", "crossings.geojson");
        option(options, "--bases", "bases.csv");
        option(options, "--in-force", "beats_in_force.gpkg");
        options.addAll(List.of("--in-force-id", "BEAT_ID", "--minutes-to-centre", "MIN_CENTRE"));
        return options;
    }

    private void option(List<String> options, String name, String file) {
        options.add(name);
        options.add(file(file).toString());
    }
}
