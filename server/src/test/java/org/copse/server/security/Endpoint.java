package org.copse.server.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.copse.server.permission.Role;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.method.HandlerMethod;

/**
 * A line of {@code endpoints.txt}.
 *
 * @param permission its key; PUBLIC where anybody may call
 * @param roles those that hold the permission
 */
public record Endpoint(String method, String path, String permission, Set<String> roles) {
    /** An id that nothing has. */
    public static final String NO_SUCH_ID = "00000000-0000-4000-8000-000000000000";

    private static final String PUBLIC = "PUBLIC";

    /** Returns the whole table. */
    public static List<Endpoint> table() {
        try {
            return new ClassPathResource("endpoints.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Endpoint::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Endpoint parse(String line) {
        String[] words = line.trim().split("\\s+");
        return new Endpoint(
                words[0], words[1], words[2], new TreeSet<>(List.of(words).subList(3, words.length)));
    }

    static Endpoint of(String method, String path, HandlerMethod handler) {
        return EndpointAccess.needed(handler)
                .map(needed -> new Endpoint(
                        method,
                        path,
                        needed.key(),
                        needed.roles().stream().map(Role::name).collect(Collectors.toCollection(TreeSet::new))))
                .orElseGet(() ->
                        new Endpoint(method, path, EndpointAccess.isPublic(handler) ? PUBLIC : "UNDECIDED", Set.of()));
    }

    /** Returns whether anybody may call it. */
    public boolean isPublic() {
        return permission.equals(PUBLIC);
    }

    /** Returns whether calling it is meant to change nothing. */
    public boolean isRead() {
        return method.equals("GET");
    }

    /** Returns whether its path names something. */
    public boolean hasId() {
        return path.contains("{");
    }

    /** Returns the path with an id in place of each variable; a number or a hash is none, and has its form. */
    public String pathWith(String id) {
        return path.replace("{n}", "0").replace("{sha256}", "0".repeat(64)).replaceAll("\\{[^}]*\\}", id);
    }

    String concretePath() {
        return pathWith(NO_SUCH_ID);
    }

    @Override
    public String toString() {
        return (method + " " + path + " " + permission + " " + String.join(" ", roles)).strip();
    }
}
