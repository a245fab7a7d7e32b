package org.copse.server.problemcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.copse.server.Visitor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What staff do with a case, as requests. */
final class CaseDesk {
    static final String TRIANGLE =
            """
            {"place":"square","target":"residents","doers":["guests","unknown"],"handlers":["associations"],"guardians":["residents"],"managers":["venue"]}""";

    private final Visitor who;
    private final String id;

    private CaseDesk(Visitor who, String id) {
        this.who = who;
        this.id = id;
    }

    /** Opens a case of beat 1. @param source as JSON; null for none */
    static CaseDesk open(Visitor who, String title, @Nullable String source) {
        HttpResponse<String> answer = who.post(
                "/api/v1/problem-cases",
                "{\"problem\":" + body("null", title, "") + (source == null ? "" : ",\"source\":" + source) + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new CaseDesk(who, Visitor.json(answer).get("problem").get("id").asString());
    }

    static String body(String after, String title, String more) {
        return "{\"after\":" + after + ",\"title\":\"" + title + "\",\"beat\":\"1\",\"language\":\"en\""
                + ",\"scan\":\"Music until four, since May\"" + more + "}";
    }

    String id() {
        return id;
    }

    CaseDesk as(Visitor other) {
        return new CaseDesk(other, id);
    }

    String path(String rest) {
        return "/api/v1/problem-cases/" + id + rest;
    }

    JsonNode get() {
        return ok(who.get(path("")));
    }

    int version() {
        return get().get("problem").get("version").asInt();
    }

    HttpResponse<String> put(String body) {
        return who.send("PUT", path(""), body);
    }

    HttpResponse<String> source(String body) {
        return who.post(path("/sources"), body);
    }

    HttpResponse<String> step(String stage, String more) {
        return who.post(path("/steps"), "{\"after\":" + version() + ",\"stage\":\"" + stage + "\"" + more + "}");
    }

    HttpResponse<String> respond() {
        return who.post(path("/responses"), response("planned"));
    }

    static String response(String state) {
        return """
                {"what":"Close the terrace at midnight","who":"municipality","with":["police","residents"],"place":"The square",
                 "from":"2026-01-01","due":"2026-03-01","how":"By a condition of the permit","wanted":"Quiet after midnight","state":"%s"}"""
                .formatted(state);
    }

    /** Brings a case from its beginning to being assessed. */
    CaseDesk assessed() {
        ok(source(
                "{\"kind\":\"meeting\",\"words\":\"Neighbours of the square\",\"voices\":25,\"day\":\"2025-01-05\"}"));
        ok(put(body(
                String.valueOf(version()), "Noise", ",\"analysis\":\"Terraces close late\",\"triangle\":" + TRIANGLE)));
        ok(respond());
        for (String stage : List.of("analyse", "respond", "assess")) {
            ok(step(stage, ",\"reviewOn\":\"2025-06-01\""));
        }
        return this;
    }

    static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Visitor.json(answer);
    }
}
