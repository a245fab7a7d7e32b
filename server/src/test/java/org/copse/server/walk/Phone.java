package org.copse.server.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.copse.server.Visitor;
import tools.jackson.databind.JsonNode;

/** An officer's phone on one walk, without what makes it forget: it sends what a test tells it to. */
public final class Phone {
    public final Visitor officer;
    public final UUID walk;
    private final String csrf;

    public Phone(Visitor officer, UUID walk) {
        this.officer = officer;
        this.walk = walk;
        this.csrf = officer.csrf();
    }

    public static String walkBody(int version, String title) {
        return "{\"version\":" + version + ",\"title\":\"" + title + "\",\"startedAt\":\"2026-05-01T18:00:00Z\"}";
    }

    public static String findingBody(int version, String words) {
        return "{\"version\":" + version
                + ",\"at\":\"2026-05-01T18:10:00Z\",\"category\":\"lighting\",\"kind\":\"problem\","
                + "\"severity\":3,\"place\":{\"lon\":4.35,\"lat\":50.85,\"accuracyMetres\":6.5,\"how\":\"gps\"},\"words\":\""
                + words + "\"}";
    }

    public HttpResponse<String> put(String path, String body) {
        return officer.exchange(
                "PUT",
                at(path),
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json",
                "X-CSRF-TOKEN",
                csrf);
    }

    public Phone begun() {
        ok(put("", walkBody(1, "North")));
        return this;
    }

    HttpResponse<String> putPhoto(byte[] photo, int from, int to) {
        return putPhoto(Received.sha256(photo), photo, from, to);
    }

    HttpResponse<String> putPhoto(String name, byte[] photo, int from, int to) {
        return officer.exchange(
                "PUT",
                at("/photos/" + name),
                BodyPublishers.ofByteArray(Arrays.copyOfRange(photo, from, to)),
                "Content-Type",
                "application/octet-stream",
                "Content-Range",
                "bytes " + from + "-" + (to - 1) + "/" + photo.length,
                "X-CSRF-TOKEN",
                csrf);
    }

    JsonNode manifest() {
        return ok(officer.get(at("/manifest")));
    }

    public JsonNode get(String path) {
        return ok(officer.get(at(path)));
    }

    public String at(String path) {
        return "/api/v1/walks/" + walk + path;
    }

    public static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Visitor.json(answer);
    }

    /** North along a meridian from the equator, a point every 11 m. */
    public static String track(String recorder, int segment, double degrees) {
        int steps = 100;
        String points = IntStream.rangeClosed(0, steps)
                .mapToObj(i -> "[0," + degrees * i / steps + ",5," + (1_777_658_400_000L + i * 10_000L) + "]")
                .collect(Collectors.joining(","));
        return "{\"version\":1,\"recorder\":\"" + recorder + "\",\"segment\":" + segment + ",\"points\":[" + points
                + "]}";
    }
}
