package org.copse.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.permission.Role;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.JsonNode;

/**
 * Every endpoint × every role, on both databases, against the table in {@code endpoints.txt}. A new endpoint fails here until somebody decides whom it is
 * for and writes it down.
 */
@OnBothDatabases
class EndpointAccessIT {
    private final RunningServer server;

    EndpointAccessIT(TestDatabase database) {
        server = database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
    }

    private List<Endpoint> mapped() {
        List<Endpoint> endpoints = new ArrayList<>();
        Map<RequestMappingInfo, HandlerMethod> methods = server.mappings().getHandlerMethods();
        methods.forEach((mapping, method) -> {
            Set<RequestMethod> verbs = mapping.getMethodsCondition().getMethods();
            for (String path : mapping.getPatternValues()) {
                if (!path.startsWith("/test/")) {
                    (verbs.isEmpty() ? Set.of(RequestMethod.GET) : verbs)
                            .forEach(verb -> endpoints.add(Endpoint.of(verb.name(), path, method)));
                }
            }
        });
        return endpoints;
    }

    @Test
    void everyEndpointIsInTheTableWithItsRoles() throws IOException {
        assertThat(lines(mapped())).isEqualTo(lines(Endpoint.table()));
    }

    private static String lines(List<Endpoint> endpoints) {
        return endpoints.stream().map(Endpoint::toString).sorted().collect(Collectors.joining("\n"));
    }

    @Test
    void everyEndpointOfTheInterfaceIsDescribed() throws IOException {
        JsonNode paths = Visitor.json(server.visitor().get("/api/v1/openapi")).get("paths");
        for (Endpoint endpoint : Endpoint.table()) {
            if (endpoint.path().startsWith("/api/") && !endpoint.path().startsWith("/api/v1/openapi")) {
                // What a part of a path must look like is no part of its name.
                String path = endpoint.path().replaceAll("\\{(\\w+):[^{}]*}", "{$1}");
                JsonNode operation = paths.path(path).path(endpoint.method().toLowerCase(Locale.ROOT));
                assertThat(operation.isObject()).as("%s is described", endpoint).isTrue();
                assertThat(operation.path("summary").asString(""))
                        .as("%s has a summary", endpoint)
                        .isNotBlank();
                Set<String> roles = new TreeSet<>();
                operation.path("x-roles").forEach(role -> roles.add(role.asString()));
                assertThat(roles)
                        .as("%s says its roles", endpoint)
                        .isEqualTo(endpoint.isPublic() ? Set.of("PUBLIC") : endpoint.roles());
                assertThat(operation.path("x-permission").asString("PUBLIC"))
                        .as("%s says its permission", endpoint)
                        .isEqualTo(endpoint.permission());
            }
        }
    }

    @Test
    void describesItselfInOpenApi31() {
        JsonNode description = Visitor.json(server.visitor().get("/api/v1/openapi"));
        assertThat(description.get("openapi").asString()).startsWith("3.1");
        assertThat(description.get("info").get("title").asString()).isEqualTo("Copse");
    }

    @Test
    void noEndpointAnswersARoleThatTheTableDoesNotName() throws IOException {
        Map<Role, Visitor> accounts = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            accounts.put(role, server.visitor().signInAs(role.name().toLowerCase(Locale.ROOT)));
        }
        Visitor nobody = server.visitor();
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.table()) {
            check(endpoint, "nobody", endpoint.isPublic(), status(endpoint, nobody), wrong);
            accounts.forEach((role, visitor) -> check(
                    endpoint,
                    role.name(),
                    endpoint.isPublic() || endpoint.roles().contains(role.name()),
                    status(endpoint, visitor),
                    wrong));
        }
        assertThat(wrong).isEmpty();
    }

    private static int status(Endpoint endpoint, Visitor visitor) {
        if (endpoint.method().equals("GET")) {
            return visitor.get(endpoint.concretePath()).statusCode();
        }
        int status =
                visitor.send(endpoint.method(), endpoint.concretePath(), "{}").statusCode();
        return status == 415 ? upload(endpoint, visitor) : status;
    }

    private static int upload(Endpoint endpoint, Visitor visitor) {
        return visitor.exchange(
                        endpoint.method(),
                        endpoint.concretePath(),
                        BodyPublishers.ofString("--x--\r\n"),
                        "Content-Type",
                        "multipart/form-data; boundary=x",
                        "X-CSRF-TOKEN",
                        visitor.csrf())
                .statusCode();
    }

    private static void check(Endpoint endpoint, String who, boolean allowed, int status, List<String> wrong) {
        // The set-up link answers 403 to whoever has it not, and pages send to the sign-in.
        boolean refused = status == 401
                || status == 303
                || (status == 403 && !endpoint.path().equals("/api/v1/setup"));
        if (refused == allowed || status >= 500) {
            wrong.add(endpoint + " answered " + who + " with " + status);
        }
    }
}
