package org.copse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.copse.server.account.DemoAccounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a browser: keeps cookies, follows no redirect, and sends the CSRF token with what changes something. */
public final class Visitor {
    private static final JsonMapper JSON = new JsonMapper();

    private final URI root;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** At the server of that address. */
    public Visitor(URI root) {
        this.root = root;
    }

    /** Returns the body as JSON. */
    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /** Signs in to the demo account of that name. */
    public Visitor signInAs(String account) {
        HttpResponse<String> answer = signIn(account, DemoAccounts.PASSWORD);
        assertThat(answer.statusCode())
                .as("sign-in as %s: %s", account, answer.body())
                .isEqualTo(303);
        return this;
    }

    /** Sends the sign-in form. */
    public HttpResponse<String> signIn(String name, String password, String... headers) {
        String form = "username=" + encode(name) + "&password=" + encode(password) + "&_csrf=" + encode(csrf());
        return exchange(
                "POST",
                "/login",
                BodyPublishers.ofString(form),
                with(headers, "Content-Type", "application/x-www-form-urlencoded"));
    }

    /** Sends a GET; {@code headers} alternate name and value. */
    public HttpResponse<String> get(String path, String... headers) {
        return exchange("GET", path, BodyPublishers.noBody(), headers);
    }

    /** Sends JSON with the CSRF token. */
    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, json);
    }

    /** Sends JSON with the CSRF token by any method. */
    public HttpResponse<String> send(String method, String path, String json) {
        return exchange(
                method,
                path,
                BodyPublishers.ofString(json),
                "Content-Type",
                "application/json",
                "X-CSRF-TOKEN",
                csrf());
    }

    /** Returns the present CSRF token. */
    public String csrf() {
        return json(get("/api/v1/session")).get("csrf").get("token").asString();
    }

    /** Returns the cookie's value, if there is one. */
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().get(root).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Sends anything; {@code headers} alternate name and value. */
    public HttpResponse<String> exchange(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(root.resolve(path)).method(method, body).timeout(Duration.ofMinutes(5));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " had no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
