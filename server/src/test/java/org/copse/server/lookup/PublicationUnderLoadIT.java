package org.copse.server.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.copse.server.Awaited;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlanOrigin;
import org.copse.server.publication.Publication;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;

/** Residents ask two servers while plans are published: every request has an answer, and every answer is one plan's. */
@OnBothDatabases
class PublicationUnderLoadIT {
    private static final int ASKERS = 3;
    private static final int PLANS = 4;

    private final TestDatabase database;

    PublicationUnderLoadIT(TestDatabase database) {
        this.database = database;
    }

    /**
     * What one asker heard.
     *
     * @param beat is named after its plan
     */
    private record Heard(int status, String plan, String beat, String body) {}

    @Test
    void noRequestFailsAndNoAnswerMixesPlansOrGoesBack() throws Exception {
        String unlimited = "copse.lookup.per-minute=10000000";
        try (RunningServer one = RunningServer.start(database, unlimited);
                RunningServer other = RunningServer.start(database, unlimited)) {
            publish(one, 0);
            hears(other, "Plan 0");
            AtomicBoolean go = new AtomicBoolean(true);
            List<ConcurrentLinkedQueue<Heard>> heard = new ArrayList<>();
            List<Future<?>> askers = new ArrayList<>();
            // Threads of their own: the common pool has one on a machine of two cores, and the askers would follow one
            // another.
            ExecutorService threads = Executors.newFixedThreadPool(2 * ASKERS);
            for (int asker = 0; asker < 2 * ASKERS; asker++) {
                ConcurrentLinkedQueue<Heard> mine = new ConcurrentLinkedQueue<>();
                Visitor visitor = (asker % 2 == 0 ? one : other).visitor();
                heard.add(mine);
                askers.add(threads.submit(() -> {
                    while (go.get()) {
                        mine.add(ask(visitor));
                    }
                    // Whoever was busy during the last publication hears it here.
                    mine.add(ask(visitor));
                }));
            }
            threads.shutdown();
            for (int plan = 1; plan < PLANS; plan++) {
                publish(plan % 2 == 0 ? one : other, plan);
                hears(one, "Plan " + plan);
                hears(other, "Plan " + plan);
            }
            go.set(false);
            for (Future<?> asker : askers) {
                asker.get();
            }

            for (ConcurrentLinkedQueue<Heard> mine : heard) {
                assertThat(mine).hasSizeGreaterThan(PLANS);
                int latest = 0;
                for (Heard answer : mine) {
                    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                    int plan = Integer.parseInt(answer.plan().substring("Plan ".length()));
                    assertThat(answer.beat()).as("a beat of its own plan").isEqualTo("Beat of plan " + plan);
                    assertThat(plan).as("no plan comes back").isGreaterThanOrEqualTo(latest);
                    latest = plan;
                }
                assertThat(latest).isEqualTo(PLANS - 1);
            }
        }
    }

    private static void hears(RunningServer server, String plan) throws Exception {
        Visitor visitor = server.visitor();
        Awaited.until(plan, () -> ask(visitor), answer -> answer.plan().equals(plan));
        // One more answer of each asker is of it.
        assertThat(ask(visitor).plan()).isEqualTo(plan);
    }

    private static Heard ask(Visitor visitor) {
        HttpResponse<String> answer = visitor.exchange(
                "POST",
                "/api/v1/lookup",
                BodyPublishers.ofString("{\"lon\":0.5,\"lat\":0.5}"),
                "Content-Type",
                "application/json");
        if (answer.statusCode() != 200) {
            return new Heard(answer.statusCode(), "", "", answer.body());
        }
        JsonNode body = Visitor.json(answer);
        return new Heard(
                200,
                body.get("plan").get("name").asString(),
                body.get("beats").get(0).get("name").asString(),
                answer.body());
    }

    private static void publish(RunningServer server, int number) {
        Geometry land = new GeometryFactory().toGeometry(new Envelope(0, 1, 0, 1));
        String beat = "b" + number;
        NewPlan plan = new NewPlan(
                "Plan " + number,
                "For the test",
                PlanOrigin.AREAS_IN_FORCE,
                null,
                null,
                null,
                List.of(new NewPlan.Sector("S", "South", 1, null, land)),
                List.of(new NewPlan.Beat(beat, "S", "Beat of plan " + number, 0, 100, land)),
                List.of(new NewPlan.Unit("u", beat, 100, new NewPlan.Position(0.5, 0.5))));
        server.bean(Publication.class).publish(plan, "test");
    }
}
