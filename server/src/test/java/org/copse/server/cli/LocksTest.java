package org.copse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.ImportedLayer;
import org.copse.geoimport.LayerImport;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.DistrictInputs;
import org.copse.geoimport.district.DistrictLayer;
import org.copse.geoimport.district.UnitMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocksTest {
    @TempDir
    Path folder;

    @Test
    void matchesIdsAsLooselyAsTablesDoAndSaysSo() throws IOException {
        List<String> said = new ArrayList<>();
        Map<Integer, Integer> locks = Locks.of(table("01.0,1", " b 2 ,2"), district("001", "B2"), 2, said::add);
        assertThat(locks).containsOnly(Map.entry(0, 0), Map.entry(1, 1));
        assertThat(said)
                .containsExactly(
                        "2 ids of locks.csv match units only without blanks, case, leading zeros or a .0 at the end");
    }

    @Test
    void saysNothingOfIdsThatAreTheUnitsOwn() throws IOException {
        List<String> said = new ArrayList<>();
        assertThat(Locks.of(table("B2,2"), district("001", "B2"), 2, said::add)).containsOnly(Map.entry(1, 1));
        assertThat(said).isEmpty();
    }

    private ImportedLayer table(String... rows) throws IOException {
        Path file = folder.resolve("locks.csv");
        Files.writeString(file, "unit_id,beat_id\n" + String.join("\n", rows) + "\n");
        return LayerImport.read(ImportRequest.of(file, LayerKind.PLAIN));
    }

    private District district(String one, String other) throws IOException {
        Path file = folder.resolve("units.geojson");
        Files.writeString(
                file, "{\"type\":\"FeatureCollection\",\"features\":[" + unit(one, 0) + "," + unit(other, 1) + "]}");
        ImportedLayer units = LayerImport.read(ImportRequest.of(file, LayerKind.UNITS)
                .withRole(Role.ID, "code")
                .withRole(Role.POPULATION, "pop"));
        UnitMap map = UnitMap.of(
                new DistrictLayer(LayerKind.UNITS, "units", units.features(), units.roles()),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
        return District.assemble(map, DistrictInputs.none());
    }

    private static String unit(String id, int column) {
        double west = 4.35 + column * 0.01;
        double east = west + 0.01;
        return ("{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\",\"pop\":900},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[%s,50.85],[%s,50.85],[%s,50.86],[%s,50.86],[%s,50.85]]]}}")
                .formatted(id, west, east, east, west, west);
    }
}
