package org.copse.server.system;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.permission.Public;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

/** Endpoints of the tests' own that fail in every way. */
@RestController
@Hidden
@Public
public class FailingEndpoints {
    private final JdbcClient jdbc;

    FailingEndpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refuses what it cannot be, as the server's own values do. */
    record Team(@Nullable String name, int officers, Kind kind) {
        enum Kind {
            FOOT,
            BICYCLE
        }

        Team {
            if (officers > 9) {
                throw new IllegalArgumentException("A team has at most 9 officers, not " + officers);
            }
        }
    }

    @GetMapping(value = "/test/json", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> json() {
        return Map.of("a", "b");
    }

    @PostMapping(value = "/test/team", consumes = MediaType.APPLICATION_JSON_VALUE)
    Team team(@RequestBody Team team) {
        return team;
    }

    @GetMapping("/test/id/{id}")
    String id(@PathVariable UUID id, @RequestParam String bbox) {
        return id + bbox;
    }

    @GetMapping("/test/conflict")
    String conflict() {
        throw new ProblemException(ProblemType.CONFLICT, "The plan changed.", Map.of("version", 3));
    }

    @GetMapping("/test/duplicate")
    String duplicate() {
        throw new DuplicateKeyException("INSERT INTO account violates ACCOUNT_NAME_UNIQUE");
    }

    @GetMapping("/test/unexpected")
    String unexpected() {
        throw new IllegalStateException("secret: org.copse.Internal at /var/lib");
    }

    @GetMapping("/test/sql")
    String sql() {
        return jdbc.sql("SELECT wrong FROM nowhere").query(String.class).single();
    }

    @GetMapping("/test/stack")
    String stack() {
        throw new StackOverflowError("secret");
    }

    @GetMapping("/test/planner")
    @AllowedTo(Permission.SCENARIO_EDIT)
    String planner() {
        return "planner";
    }

    /** A filter that fails outside every handler, and one that uses sendError. */
    @Bean
    static FilterRegistrationBean<Filter> failingFilter() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (request.getRequestURI().equals("/test/filter/throws")) {
                    throw new IllegalStateException("secret of org.copse.server.SomeFilter");
                }
                response.sendError(507, "secret of org.copse.server.SomeFilter");
            }
        });
        filter.addUrlPatterns("/test/filter/*");
        return filter;
    }

    /** Says nothing of whom it is for. */
    @RestController
    static class Undecided {
        @GetMapping("/test/undecided")
        String undecided() {
            return "nobody";
        }
    }
}
