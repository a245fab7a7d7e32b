package org.copse.server.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.copse.server.TownFiles;
import org.copse.server.Visitor;

/** The town of {@link TownFiles} with eight months of incidents: a cluster of nuisance in the south-west, the rest here and there. */
public final class RecordedTown {
    /** A category whose name has a comma. */
    public static final String BURGLARY = "Burglary, homes";

    private static final int CLUSTERED = 160;
    private static final int SCATTERED = 200;
    private static final int BY_POLICE = 40;

    private final Visitor planner;

    /** Imports as this account. */
    public RecordedTown(Visitor planner) {
        this.planner = planner;
    }

    /** Returns the incidents: dated by month alone, 40 of 400 begun by police, all of these in one corner. */
    public static String incidents() {
        return incidents(2.7551, 51.4351);
    }

    /** Returns them with those begun by police in the corner north-east of a position, in degrees. */
    public static String incidents(double policeLon, double policeLat) {
        Random random = new Random(7);
        StringBuilder csv = new StringBuilder("id,date,category,initiator,lon,lat\n");
        for (int i = 0; i < CLUSTERED + SCATTERED + BY_POLICE; i++) {
            boolean clustered = i < CLUSTERED;
            boolean police = i >= CLUSTERED + SCATTERED;
            double lon = clustered ? 2.7022 + 0.004 * random.nextDouble() : 2.7001 + 0.0598 * random.nextDouble();
            double lat = clustered ? 51.4022 + 0.003 * random.nextDouble() : 51.4001 + 0.0398 * random.nextDouble();
            csv.append(String.format(
                    Locale.ROOT,
                    "i%d,2025-%02d,%s,%s,%.6f,%.6f%n",
                    i,
                    1 + i % 8,
                    i % 4 == 3 ? '"' + BURGLARY + '"' : "nuisance",
                    police ? "police" : "resident",
                    police ? policeLon + 0.002 * random.nextDouble() : lon,
                    police ? policeLat + 0.002 * random.nextDouble() : lat));
        }
        return csv.toString();
    }

    /** Imports a layer and returns its id. */
    public String layer(String file, String content, Map<String, String> fields) {
        HttpResponse<String> answer = TownFiles.upload(planner, file, content, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Visitor.json(answer).get("layer").get("id").asString();
    }

    /** Stores a scenario and returns its id. @param layers members of the request's "layers" @param more members of the request */
    public String scenario(String layers, String more) {
        HttpResponse<String> answer = planner.post(
                "/api/v1/scenarios",
                """
                {"name":"Recorded","layers":{%s},"officers":2,"sectors":1,"favour":"balanced","budgetSeconds":1%s}
                """
                        .formatted(layers, more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Visitor.json(answer).get("id").asString();
    }

    /** Returns where the hotspots of a scenario are asked for. */
    public static String hotspots(String scenario, String query) {
        return "/api/v1/scenarios/" + scenario + "/hotspots" + query;
    }
}
