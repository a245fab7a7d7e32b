package org.copse.server.system;

import java.util.Map;
import org.springframework.http.ProblemDetail;

/** A request that ends in a problem of the catalogue. What it carries goes to the client: no secret, SQL or class name in it. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String detail;
    private final transient Map<String, Object> extras;

    /**
     * @param detail what is wrong this time, in words for the client, naming value and bound
     * @param extras further members of the problem, serialisable to JSON
     */
    public ProblemException(ProblemType type, String detail, Map<String, ?> extras) {
        super(type.slug() + ": " + detail);
        this.type = type;
        this.detail = detail;
        this.extras = Map.copyOf(extras);
    }

    /** A problem without further members; {@code detail} as above. */
    public ProblemException(ProblemType type, String detail) {
        this(type, detail, Map.of());
    }

    /** Returns the problem's type. */
    public ProblemType type() {
        return type;
    }

    /** Returns what is wrong this time, for the client. */
    public String detail() {
        return detail;
    }

    /** Returns the problem as it goes over the wire. */
    public ProblemDetail toProblemDetail() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(type.status(), detail);
        problem.setType(type.uri());
        problem.setTitle(type.title());
        extras.forEach(problem::setProperty);
        return problem;
    }
}
