package org.copse.server.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.copse.server.Awaited;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlanOrigin;
import org.copse.server.publication.Publication;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A server with a plan in force of two beats side by side, from 2.60 to 2.62 east: one with an officer, and one whose id and name would be something else in a
 * path or a page.
 */
public final class TwoAreas {
    /** The id of the second beat, and how the address of its page has it. */
    public static final String ODD_ID = "N/1;%";

    public static final String ODD_PATH = "N_1__";
    public static final String ODD_NAME = "<script>window.hacked=1</script>";

    private TwoAreas() {}

    /** Starts a server and waits until its plan is in force. */
    public static RunningServer start(TestDatabase database, String... properties) throws Exception {
        String[] all = java.util.Arrays.copyOf(properties, properties.length + 1);
        all[properties.length] = "copse.accounts.demo=true";
        RunningServer server = RunningServer.start(database, all);
        String plan = publish(server, "Plan <1>");
        Visitor supervisor = server.visitor().signInAs("supervisor");
        Awaited.until(
                "the plan is in force",
                () -> supervisor.get("/api/v1/plans/current").statusCode(),
                status -> status == 200);
        HttpResponse<String> officer = supervisor.post(
                "/api/v1/officers",
                "{\"number\":\"17\",\"dutyName\":\"Sam\",\"languages\":[\"nl\",\"ar\"],\"phone\":\"+32 2 555 01 02\","
                        + "\"hours\":\"Mon-Thu 08:00-16:00\",\"bio\":\"<b>Hello</b>\"}");
        assertThat(officer.statusCode()).as(officer.body()).isEqualTo(201);
        String id = Visitor.json(officer).get("id").asString();
        HttpResponse<String> assigned = supervisor.post(
                "/api/v1/assignments",
                "{\"plan\":\"" + plan + "\",\"beat\":\"1\",\"officer\":\"" + id
                        + "\",\"rank\":\"main\",\"reason\":\"For the test\",\"replaces\":true}");
        assertThat(assigned.statusCode()).as(assigned.body()).isLessThan(300);
        Awaited.until(
                "the officer answers", () -> server.visitor().get("/en/beats/1").body(), page -> page.contains("Sam"));
        return server;
    }

    /** Publishes a plan of the two beats, and returns its id; it is in force some seconds later. */
    public static String publish(RunningServer server, String name) {
        NewPlan plan = new NewPlan(
                name,
                "For the test",
                PlanOrigin.AREAS_IN_FORCE,
                null,
                null,
                null,
                List.of(new NewPlan.Sector(
                        "S", "Harbour", 2, new NewPlan.Contact("+32 2 555 01 99", null), box(2.60, 2.62))),
                List.of(
                        new NewPlan.Beat("1", "S", "Beat 1", 0, 100, box(2.60, 2.61)),
                        new NewPlan.Beat(ODD_ID, "S", ODD_NAME, 1, 50, box(2.61, 2.62))),
                List.of(
                        new NewPlan.Unit("u1", "1", 100, new NewPlan.Position(2.605, 51.405)),
                        new NewPlan.Unit("u2", ODD_ID, 50, new NewPlan.Position(2.615, 51.405))));
        return server.bean(Publication.class).publish(plan, "test").id().toString();
    }

    private static Geometry box(double west, double east) {
        return new GeometryFactory().toGeometry(new Envelope(west, east, 51.40, 51.41));
    }

    /** Sends a form as a browser without script does; {@code fields} alternate name and value. */
    public static HttpResponse<String> send(Visitor visitor, String path, String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return visitor.exchange(
                "POST",
                path,
                BodyPublishers.ofString(form.toString()),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "text/html");
    }
}
