package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fuzzing starts from, and what it found: each ends imported or refused. */
class FuzzSeedsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GeoJson",
                "TopoJson",
                "EsriJson",
                "Csv",
                "Zip",
                "Kml",
                "Gml",
                "Mif",
                "FlatGeobuf",
                "Shapefile",
                "Xlsx"
            })
    void everySeedEndsWell(String target) throws IOException, URISyntaxException, ReflectiveOperationException {
        Method fuzz = Class.forName("org.copse.geoimport.fuzz." + target + "Fuzz")
                .getMethod("fuzzerTestOneInput", byte[].class);
        Path folder = Path.of(
                Objects.requireNonNull(getClass().getResource("/fuzz/" + target.toLowerCase(java.util.Locale.ROOT)))
                        .toURI());
        try (Stream<Path> seeds = Files.list(folder)) {
            List<Path> all = seeds.sorted().toList();
            assertThat(all).isNotEmpty();
            for (Path seed : all) {
                fuzz.invoke(null, (Object) Files.readAllBytes(seed));
            }
        }
    }
}
