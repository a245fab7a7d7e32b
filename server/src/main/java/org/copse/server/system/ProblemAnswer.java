package org.copse.server.system;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in which a failure leaves the server: as problem+json, or as a page where a browser asked for a page. Used by
 * controllers' handlers, filters, the sign-in and the container's error dispatch alike, so that a client meets one form only.
 */
@Component
public final class ProblemAnswer {
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    /** After which time it is worth asking again what could not be answered. */
    private static final String RETRY_SECONDS = "2";

    private final JsonMapper json;

    ProblemAnswer(JsonMapper json) {
        this.json = json;
    }

    /** Answers with a problem without further members; {@code detail} is for the client. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemType type, String detail)
            throws IOException {
        write(request, response, new ProblemException(type, detail));
    }

    /** Answers with the problem; does nothing when an answer is on its way already. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        ResponseEntity<byte[]> answer = of(request, problem, HttpHeaders.EMPTY);
        response.resetBuffer();
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        byte[] body = answer.getBody();
        if (body != null) {
            response.getOutputStream().write(body);
        }
        response.flushBuffer();
    }

    /** Returns the answer with further headers, such as {@code Allow}. */
    ResponseEntity<byte[]> of(HttpServletRequest request, ProblemException problem, HttpHeaders headers) {
        boolean page = wantsPage(request);
        byte[] body = page ? ProblemPage.html(problem, path(request)).getBytes(StandardCharsets.UTF_8) : json(problem);
        return ResponseEntity.status(problem.type().status())
                .headers(headers)
                .headers(more -> {
                    if (problem.type() == ProblemType.UNAVAILABLE) {
                        more.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
                    }
                })
                .contentType(page ? HTML : MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body);
    }

    /** Returns whether a person at a browser is asking, outside the programming interface. */
    public static boolean wantsPage(HttpServletRequest request) {
        String path = path(request);
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !path.startsWith("/api/")
                && !path.startsWith("/actuator/");
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed instanceof String uri ? uri : request.getRequestURI();
    }

    private byte[] json(ProblemException exception) {
        ProblemDetail problem = exception.toProblemDetail();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", exception.type().uri().toString());
        members.put("title", exception.type().title());
        members.put("status", problem.getStatus());
        members.put("detail", problem.getDetail());
        Map<String, Object> extras = problem.getProperties();
        if (extras != null) {
            extras.forEach(members::putIfAbsent);
        }
        return json.writeValueAsBytes(members);
    }
}
