package org.copse.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.copse.server.TownFiles;
import org.copse.server.Visitor;
import org.copse.server.comparison.Town;

/** A scenario of newer layers: 900 residents in place of 100 and twelve incidents in the south-western unit. */
record YearOn(String scenario) implements AutoCloseable {
    static YearOn in(Visitor planner, Town town) {
        String units = Town.layer(
                planner,
                "newer.geojson",
                TownFiles.units().replace("\"UNIT\":\"u00\",\"POP\":100", "\"UNIT\":\"u00\",\"POP\":900"),
                "{\"ID\":\"UNIT\",\"POPULATION\":\"POP\",\"BEAT\":\"BEAT\"}");
        HttpResponse<String> incidents = TownFiles.upload(
                planner, "incidents.csv", TownFiles.incidents(), Map.of("kind", "INCIDENTS", "name", "2025"));
        assertThat(incidents.statusCode()).as(incidents.body()).isEqualTo(201);
        HttpResponse<String> made = planner.post(
                "/api/v1/scenarios",
                "{\"name\":\"A year on\",\"layers\":{\"units\":\"" + units + "\",\"incidents\":\""
                        + Visitor.json(incidents).get("layer").get("id").asString()
                        + "\"},\"officers\":3,\"sectors\":1,\"favour\":\"balanced\",\"budgetSeconds\":1}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return new YearOn(Visitor.json(made).get("id").asString());
    }

    @Override
    public void close() {}
}
