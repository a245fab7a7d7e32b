package org.copse.server.redraw;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which units an edit moves, which it leaves and what is refused; over HTTP. */
@OnBothDatabases
class EditRulesIT {
    private final Visitor planner;

    EditRulesIT(TestDatabase database) {
        planner = database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"))
                .visitor()
                .signInAs("planner");
    }

    @Test
    void whatIsLockedNeitherGoesNorGrows() {
        DrawnTown town = DrawnTown.begun(planner);
        town.edit(planner, "{'kind':'lock','units':['u02'],'beats':[2]}");

        HttpResponse<String> grows = town.tried(planner, "{'kind':'move','units':['u12'],'to':2}");
        HttpResponse<String> leaves = town.tried(planner, "{'kind':'move','units':['u03'],'to':1}");
        JsonNode some = town.edit(planner, "{'kind':'move','units':['u02','u12','u03'],'to':null}");

        assertThat(Visitor.json(grows).get("code").asString()).isEqualTo("beat-locked");
        assertThat(Visitor.json(leaves).get("code").asString()).isEqualTo("all-locked");
        assertThat(some.get("units").size()).isEqualTo(1);
        assertThat(some.get("left").get("locked").asInt()).isEqualTo(2);
        town.edit(planner, "{'kind':'lock','all':true}");
        for (String edit : new String[] {
            "{'kind':'refill'}",
            "{'kind':'clear'}",
            "{'kind':'merge','beats':[1],'into':2}",
            "{'kind':'split','beat':1}",
            "{'kind':'new-beat'}",
            "{'kind':'remove-beat','beat':1}",
            "{'kind':'take','from':'in-force'}"
        }) {
            assertThat(town.tried(planner, edit).statusCode()).as(edit).isEqualTo(409);
        }
    }

    @Test
    void aFilterMovesOnlyWhatItNames() {
        DrawnTown town = DrawnTown.begun(planner);
        town.edit(planner, "{'kind':'new-beat','units':['u00','u01']}");

        JsonNode fromWest = town.edit(planner, "{'kind':'move','units':['u01','u02','u03'],'to':2,'onlyFrom':1}");
        town.edit(planner, "{'kind':'move','units':['u10'],'to':null}");
        JsonNode free = town.edit(planner, "{'kind':'move','units':['u10','u11'],'to':3,'onlyUnassigned':true}");

        assertThat(fromWest.get("units").findValuesAsString("unit")).containsExactly("u02");
        assertThat(fromWest.get("left").get("filtered").asInt()).isEqualTo(1);
        assertThat(free.get("units").findValuesAsString("unit")).containsExactly("u10");
    }

    @Test
    void aRefillMovesOnlyWhatIsFree() {
        DrawnTown town = DrawnTown.begun(planner);
        JsonNode cleared = town.edit(planner, "{'kind':'clear','beats':[1]}");
        JsonNode filled = town.edit(planner, "{'kind':'refill'}");

        assertThat(cleared.get("plan").get("emptyBeats").asInt()).isEqualTo(1);
        assertThat(filled.get("plan").get("unassignedUnits").asInt()).isZero();
        assertThat(filled.get("plan").get("emptyBeats").asInt()).isZero();
        assertThat(filled.get("plan").get("beatsInPieces").asInt()).isZero();
        JsonNode units = town.draft(planner).get("plan").get("units");
        JsonNode before = town.plan(planner).get("plan").get("units");
        for (int unit = 0; unit < units.size(); unit++) {
            if (before.get(unit).asInt() == 2) {
                assertThat(units.get(unit).asInt()).isEqualTo(2);
            }
        }
    }

    @Test
    void anEmptyPlanIsFilledAnew() {
        DrawnTown town = DrawnTown.created(planner);
        planner.post(town.path() + "/plan", "{\"from\":\"empty\"}");

        JsonNode filled = town.edit(planner, "{'kind':'refill'}");

        assertThat(filled.get("plan").get("unassignedUnits").asInt()).isZero();
        assertThat(filled.get("plan").get("beatsOutOfBounds").asInt()).isZero();
    }

    @Test
    void aBeatIsSplitIntoConnectedPartsOfEvenHours() {
        DrawnTown town = DrawnTown.begun(planner);

        JsonNode split = town.edit(planner, "{'kind':'split','beat':1,'parts':3}");

        assertThat(split.get("plan").get("officers").asInt()).isEqualTo(4);
        assertThat(split.get("plan").get("beatsInPieces").asInt()).isZero();
        for (JsonNode beat : split.get("beats")) {
            int units = beat.get("figures").get("units").asInt();
            assertThat(units).isEqualTo(beat.get("number").asInt() == 2 ? 12 : 4);
        }
        assertThat(Visitor.json(town.tried(planner, "{'kind':'split','beat':3,'parts':9}"))
                        .get("code")
                        .asString())
                .isEqualTo("cannot-split");
    }

    @Test
    void refusesWhatIsNotThereAndWhatIsNoEdit() {
        DrawnTown town = DrawnTown.begun(planner);
        JsonNode before = town.draft(planner);
        String many = "'u00',".repeat(100_000);
        String[] refused = {
            "{'kind':'move','units':['u99'],'to':2}",
            "{'kind':'move','units':['u00'],'to':7}",
            "{'kind':'move','units':['u00'],'to':-1}",
            "{'kind':'move','units':['u00'],'to':1}",
            "{'kind':'merge','beats':[1],'into':1}",
            "{'kind':'new-beat','number':2}",
            "{'kind':'move-beats','beats':[1],'sector':9}",
            "{'kind':'lock','beats':[9]}",
        };
        String[] wrong = {
            "{}",
            "{'kind':'dance'}",
            "{'kind':'move'}",
            "{'kind':'move','units':[],'to':2}",
            "{'kind':'move','units':[null],'to':2}",
            "{'kind':'moves','moves':[null]}",
            "{'kind':'moves','moves':[{'unit':'u00','beat':2},{'unit':'u00','beat':1}]}",
            "{'kind':'split','beat':1,'parts':100000}",
            "{'kind':'split','beat':1,'parts':-2}",
            "{'kind':'renumber','beat':1,'number':0}",
            "{'kind':'rename','beat':1,'name':'  '}",
            "{'kind':'rename','beat':1,'name':'" + "x".repeat(201) + "'}",
            "{'kind':'recolour','beat':1,'colour':6}",
            "{'kind':'lock'}",
            "{'kind':'take','from':'thin air'}",
            "{'kind':'take','from':'published'}",
            "{'kind':'move','units':'u00','to':{}}",
            "[]",
            "{'kind':'move','units':['u00'],'to':1e400}",
        };
        for (String edit : refused) {
            HttpResponse<String> answer = town.tried(planner, edit);
            assertThat(answer.statusCode()).as("%s: %s", edit, answer.body()).isEqualTo(409);
            assertThat(Visitor.json(answer).get("type").asString()).isEqualTo("/problems/edit-refused");
        }
        for (String edit : wrong) {
            HttpResponse<String> answer = town.tried(planner, edit);
            assertThat(answer.statusCode()).as("%s: %s", edit, answer.body()).isEqualTo(400);
        }
        HttpResponse<String> long100k = town.tried(planner, "{'kind':'move','units':[" + many + "'u01'],'to':2}");
        assertThat(long100k.statusCode()).isEqualTo(200);
        assertThat(Visitor.json(long100k).get("units").size()).isEqualTo(2);
        town.undo(planner);
        assertThat(town.tried(planner, "{'kind':'move','units':[" + many.repeat(2) + "'u01'],'to':2}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(town.tried(
                                planner,
                                "{'kind':'take','from':'published','plan':'00000000-0000-0000-0000-000000000001'}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(town.draft(planner).get("plan")).isEqualTo(before.get("plan"));
    }
}
