package org.copse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A walk as the server has it. */
record StoredWalk(
        APIRequestContext server,
        String id,
        JsonNode walk,
        List<JsonNode> findings,
        JsonNode manifest,
        JsonNode track) {

    static StoredWalk of(APIRequestContext server, String title) {
        List<JsonNode> named = new ArrayList<>();
        json(server, "/api/v1/walks").forEach(one -> {
            if (one.get("title").asString().equals(title)) {
                named.add(one);
            }
        });
        assertThat(named).as("walks named " + title).hasSize(1);
        String id = named.get(0).get("id").asString();
        List<JsonNode> findings = new ArrayList<>();
        json(server, "/api/v1/walks/" + id + "/findings").forEach(findings::add);
        JsonNode view = json(server, "/api/v1/walks/" + id);
        return new StoredWalk(
                server,
                id,
                view.get("walk"),
                findings,
                json(server, "/api/v1/walks/" + id + "/manifest"),
                view.get("track"));
    }

    List<String> words() {
        return findings.stream()
                .map(one -> one.get("finding").get("words").asString())
                .toList();
    }

    List<Integer> severities() {
        return findings.stream()
                .map(one -> one.get("finding").get("severity").asInt())
                .toList();
    }

    List<String> ids() {
        return findings.stream().map(one -> one.get("id").asString()).toList();
    }

    /** Returns how many ways without a gap the server has pieces of; what readers see lacks the ends. */
    int segments() {
        return manifest.get("track").size();
    }

    byte[] photo(int index) {
        String sha256 = manifest.get("photos").get(index).get("sha256").asString();
        APIResponse answer = server.get("/api/v1/walks/" + id + "/photos/" + sha256);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode json(APIRequestContext server, String path) {
        APIResponse answer = server.get(path);
        assertThat(answer.status()).as(path + answer.text()).isEqualTo(200);
        return JsonMapper.builder().build().readTree(answer.body());
    }
}
