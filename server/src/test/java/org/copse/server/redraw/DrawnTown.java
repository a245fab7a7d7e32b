package org.copse.server.redraw;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Map;
import org.copse.server.RunningServer;
import org.copse.server.TownFiles;
import org.copse.server.Visitor;
import org.copse.server.account.AccountRepository;
import org.copse.server.account.NewAccount;
import org.copse.server.permission.Role;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;

/** A scenario of the town of 6 × 4 units, whose working plan begins as its two areas in force: beat 1 is the west, beat 2 the east. */
final class DrawnTown {
    private static final String PASSWORD = "a password of their own";

    private final String path;

    private DrawnTown(String path) {
        this.path = path;
    }

    /** Signs a planner in, whose account is made when there is none. */
    static Visitor planner(RunningServer server, String name) {
        AccountRepository accounts = server.bean(AccountRepository.class);
        if (accounts.findByName(name).isEmpty()) {
            accounts.add(
                    new NewAccount(name, PASSWORD, EnumSet.of(Role.PLANNER)),
                    server.bean(PasswordEncoder.class).encode(PASSWORD));
        }
        Visitor visitor = server.visitor();
        visitor.signIn(name, PASSWORD);
        return visitor;
    }

    static DrawnTown begun(Visitor planner) {
        DrawnTown town = created(planner);
        HttpResponse<String> begun = planner.post(town.path + "/plan", "{\"from\":\"in-force\"}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return town;
    }

    static DrawnTown created(Visitor planner) {
        HttpResponse<String> layer = TownFiles.upload(
                planner,
                "units.geojson",
                TownFiles.units(),
                Map.of("kind", "UNITS", "roles", "{\"ID\":\"UNIT\",\"POPULATION\":\"POP\",\"BEAT\":\"BEAT\"}"));
        assertThat(layer.statusCode()).as(layer.body()).isEqualTo(201);
        String units = Visitor.json(layer).get("layer").get("id").asString();
        HttpResponse<String> scenario = planner.post(
                "/api/v1/scenarios",
                "{\"name\":\"North\",\"layers\":{\"units\":\"" + units
                        + "\"},\"officers\":2,\"sectors\":1,\"budgetSeconds\":1,\"favour\":\"balanced\"}");
        assertThat(scenario.statusCode()).as(scenario.body()).isEqualTo(201);
        return new DrawnTown(scenario.headers().firstValue("Location").orElseThrow());
    }

    /** Returns the scenario's address. */
    String path() {
        return path;
    }

    String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    JsonNode draft(Visitor planner) {
        return ok(planner.get(path + "/draft"));
    }

    JsonNode plan(Visitor planner) {
        return ok(planner.get(path + "/plan"));
    }

    /** Makes an edit; quotes are single. */
    JsonNode edit(Visitor planner, String edit) {
        return ok(tried(planner, edit));
    }

    HttpResponse<String> tried(Visitor planner, String edit) {
        return planner.post(path + "/draft/edits", edit.replace('\'', '"'));
    }

    JsonNode undo(Visitor planner) {
        return ok(planner.post(path + "/draft/undo", ""));
    }

    JsonNode redo(Visitor planner) {
        return ok(planner.post(path + "/draft/redo", ""));
    }

    HttpResponse<String> save(Visitor planner, int revision) {
        return matching(planner, "POST", path + "/draft/save", "\"" + revision + "\"", "{}");
    }

    HttpResponse<String> matching(Visitor planner, String method, String address, String ifMatch, String body) {
        return planner.exchange(
                method,
                address,
                BodyPublishers.ofString(body.replace('\'', '"')),
                "Content-Type",
                "application/json",
                "X-CSRF-TOKEN",
                planner.csrf(),
                "If-Match",
                ifMatch);
    }

    static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Visitor.json(answer);
    }
}
