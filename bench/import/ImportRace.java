import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.district.DistrictLayer;
import org.copse.geoimport.district.IncidentCounter;
import org.copse.geoimport.district.IncidentTally;
import org.copse.geoimport.district.UnitMap;
import org.copse.server.CopseServer;
import org.copse.server.layer.Layer;
import org.copse.server.layer.LayerOrigin;
import org.copse.server.layer.LayerStore;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Times what the server does with a file of incidents: reads, checks and stores it as a layer, and counts its incidents into units.
 * Run by import_race.sh, on the built server's class path.
 */
final class ImportRace {
    private ImportRace() {}

    /** Arguments: JDBC URL, file of incidents, file of units, how many times. */
    public static void main(String[] arguments) {
        Path incidents = Path.of(arguments[1]);
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(CopseServer.class)
                .run("--server.port=0", "--spring.datasource.url=" + arguments[0], "--spring.datasource.username=",
                        "--spring.datasource.password=")) {
            LayerStore store = server.getBean(LayerStore.class);
            Layer wards = store.importFile(
                    ImportRequest.of(Path.of(arguments[2]), LayerKind.UNITS), "Units", LayerOrigin.UNKNOWN, "bench");
            UnitMap map = UnitMap.of(
                    DistrictLayer.of(store.load(wards.id()), "Units"),
                    Optional.empty(), Optional.empty(), OptionalDouble.empty());
            for (int run = 1; run <= Integer.parseInt(arguments[3]); run++) {
                time(store, map, incidents, run);
            }
        }
        System.exit(0);
    }

    private static void time(LayerStore store, UnitMap map, Path incidents, int run) {
        long began = System.nanoTime();
        Layer layer = store.importFile(
                ImportRequest.of(incidents, LayerKind.INCIDENTS), "Incidents", LayerOrigin.UNKNOWN, "bench");
        long stored = System.nanoTime();
        IncidentCounter counter = map.countIncidents();
        counter.begin(layer.roles());
        store.forEachFeature(layer.id(), counter::accept);
        IncidentTally tally = counter.tally();
        long counted = System.nanoTime();
        System.out.printf(
                "run %d: %d incidents imported in %.2f s, counted into %d units in %.2f s (%d inside, %d outside); together %.2f s%n",
                run, layer.features(), (stored - began) / 1e9, map.size(), (counted - stored) / 1e9, tally.inside(), tally.outside(),
                (counted - began) / 1e9);
    }
}
