package org.copse.server.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.copse.server.Adopting;
import org.copse.server.Awaited;
import org.copse.server.TownFiles;
import org.copse.server.Visitor;

/** A published plan and a scenario that differs from it; a scenario of another layer. */
public record Town(String units, String first, String scenario, String other) implements AutoCloseable {
    /** Makes it. */
    public static Town planned(Visitor planner, Visitor supervisor) {
        String units = layer(
                planner,
                "town.geojson",
                TownFiles.units()
                        .replace("\"POP\":100", "\"POP\":100,\"NEWCOMERS\":0")
                        .replace(
                                "\"UNIT\":\"u00\",\"POP\":100,\"NEWCOMERS\":0",
                                "\"UNIT\":\"u00\",\"POP\":100,\"NEWCOMERS\":90"));
        String first = scenario(planner, "First", units, 3);
        String plan = new Adopting(planner, supervisor)
                .adopted("/api/v1/scenarios/" + first, "{\"name\":\"In force\",\"reason\":\"a test\"}");
        planner.post(plan + "/entry", "{\"reason\":\"a test\",\"withoutContacts\":true}");
        String strange = layer(planner, "strange.geojson", TownFiles.units().replace("\"UNIT\":\"u", "\"UNIT\":\"x"));
        return new Town(units, first, scenario(planner, "Next", units, 4), scenario(planner, "Elsewhere", strange, 3));
    }

    private static String scenario(Visitor planner, String name, String units, int officers) {
        return scenario(planner, name, units, officers, "balanced");
    }

    static String scenario(Visitor planner, String name, String units, int officers, String favour) {
        boolean plain = name.equals("Elsewhere") || name.equals("Bare");
        String mix = plain ? "" : ",\"mix\":[\"NEWCOMERS\"]";
        HttpResponse<String> made = planner.post(
                "/api/v1/scenarios",
                "{\"name\":\"" + name + "\",\"layers\":{\"units\":\"" + units + "\"},\"officers\":" + officers
                        + ",\"sectors\":1,\"favour\":\"" + favour + "\",\"budgetSeconds\":1" + mix + "}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String id = Visitor.json(made).get("id").asString();
        String job = planner.post("/api/v1/scenarios/" + id + "/jobs", "")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        try {
            Awaited.until("the proposal of " + name, () -> Visitor.json(planner.get(job)), found -> found.get("state")
                    .asString()
                    .equals("succeeded"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    private static String layer(Visitor planner, String file, String content) {
        return layer(planner, file, content, "{\"ID\":\"UNIT\",\"POPULATION\":\"POP\",\"BEAT\":\"BEAT\"}");
    }

    /** Uploads units. */
    public static String layer(Visitor planner, String file, String content, String roles) {
        HttpResponse<String> answer = TownFiles.upload(
                planner,
                file,
                content,
                Map.of(
                        "kind",
                        "UNITS",
                        "name",
                        file,
                        "roles",
                        roles,
                        "purpose",
                        "service in languages",
                        "legalBasis",
                        "By-law 7"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Visitor.json(answer).get("layer").get("id").asString();
    }

    @Override
    public void close() {}
}
