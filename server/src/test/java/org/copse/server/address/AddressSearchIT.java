package org.copse.server.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.copse.server.Awaited;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.TownFiles;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From an imported file to an answer, over HTTP; two servers on one database. */
@OnBothDatabases
class AddressSearchIT {
    private static final String FIRST =
            """
            street,number,postcode,town,lon,lat
            Kerkstraat,12,9902,Oudekaai,2.705,51.405
            Kerkstraat,14,9902,Oudekaai,2.705,51.406
            """;
    private static final String SECOND = FIRST + "Molenweg,3,9902,Oudekaai,2.755,51.405\n";

    private final TestDatabase database;

    AddressSearchIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void aLayerIsFoundOnEveryServerUntilANewerVersionTakesItsPlace() throws Exception {
        String[] settings = {"copse.accounts.demo=true", "copse.addresses.look-every=200ms"};
        try (RunningServer one = RunningServer.start(database, settings);
                RunningServer other = RunningServer.start(database, settings)) {
            Visitor planner = one.visitor().signInAs("planner");
            known(one, 0);

            importAddresses(planner, FIRST);
            known(one, 2);
            known(other, 2);
            JsonNode here = search(one, "kerkstr 12").get("results").get(0);
            assertThat(here.get("label").asString()).isEqualTo("Kerkstraat 12, 9902 Oudekaai");
            assertThat(here.get("level").asString()).isEqualTo("house");
            assertThat(search(other, "kerkstr 12").get("results").get(0)).isEqualTo(here);

            importAddresses(planner, SECOND);
            known(one, 3);
            known(other, 3);
            assertThat(search(other, "kerkstr 12").get("results").get(0)).isEqualTo(here);
            assertThat(search(other, "molenweg")
                            .get("results")
                            .get(0)
                            .get("level")
                            .asString())
                    .isEqualTo("street");
        }
        try (RunningServer again = RunningServer.start(database, settings())) {
            known(again, 3);
        }
    }

    private static String[] settings() {
        return new String[] {"copse.accounts.demo=true", "copse.addresses.look-every=200ms"};
    }

    @Test
    void refusesWhatIsOutOfBoundsWithoutRepeatingIt() throws Exception {
        try (RunningServer server = RunningServer.start(database, settings())) {
            HttpResponse<String> tooLong = ask(server, "{\"text\":\"" + "secret lane ".repeat(20) + "\"}");
            assertThat(tooLong.statusCode()).isEqualTo(400);
            assertThat(tooLong.body()).contains("200 characters").doesNotContain("secret");
            for (String wrong : new String[] {
                "{}", "{\"text\":null}", "{\"text\":\"a\",\"limit\":0}", "{\"text\":\"a\",\"limit\":21}",
                "{\"text\":\"a\",\"lon\":2}", "{\"text\":\"a\",\"lon\":200,\"lat\":1}", "[]", "{\"text\":{}}"
            }) {
                assertThat(ask(server, wrong).statusCode()).as(wrong).isEqualTo(400);
            }
        }
    }

    @Test
    void positionsAreFoundWithoutAnyAddresses() throws Exception {
        try (RunningServer server = RunningServer.start(database, settings())) {
            JsonNode found = search(server, "51.42, 2.72").get("results").get(0);
            assertThat(found.get("level").asString()).isEqualTo("position");
            assertThat(found.get("lat").asDouble()).isEqualTo(51.42);
            assertThat(search(server, "7FG49QCJ+2V")
                            .get("results")
                            .get(0)
                            .get("lon")
                            .asDouble())
                    .isCloseTo(2.7821875, within(1e-9));
        }
    }

    private static void known(RunningServer server, int addresses) throws Exception {
        Awaited.until(
                addresses + " addresses",
                () -> ask(server, "{\"text\":\"a\"}"),
                answer -> answer.statusCode() == 200
                        && Visitor.json(answer).get("addresses").asInt() == addresses);
    }

    private static JsonNode search(RunningServer server, String text) throws Exception {
        return Awaited.until(
                        "an answer",
                        () -> ask(server, "{\"text\":\"" + text + "\",\"limit\":8}"),
                        answer -> answer.statusCode() == 200)
                .body()
                .transform(body -> new tools.jackson.databind.json.JsonMapper().readTree(body));
    }

    private static HttpResponse<String> ask(RunningServer server, String json) {
        return server.visitor()
                .exchange(
                        "POST",
                        "/api/v1/addresses/search",
                        BodyPublishers.ofString(json),
                        "Content-Type",
                        "application/json");
    }

    private static void importAddresses(Visitor planner, String csv) {
        HttpResponse<String> answer =
                TownFiles.upload(planner, "addresses.csv", csv, Map.of("kind", "addresses", "name", "Addresses"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}
