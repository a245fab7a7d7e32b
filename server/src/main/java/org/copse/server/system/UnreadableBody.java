package org.copse.server.system;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a request's body, without the names that a parser puts in its messages. */
final class UnreadableBody {
    private static final String OWN_CODE = "org.copse.";

    private UnreadableBody() {}

    static ProblemException problem(HttpMessageNotReadableException failure) {
        JacksonException parser = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof JacksonException found) {
                parser = found;
            }
            if (parser != null && isRefusedByOwnCode(cause)) {
                return refused(field(parser), String.valueOf(cause.getMessage()));
            }
        }
        if (parser == null) {
            return new ProblemException(ProblemType.BAD_REQUEST, "The request has no body that can be read.");
        }
        if (parser instanceof UnrecognizedPropertyException) {
            return refused(field(parser), "is no field of this request");
        }
        if (parser instanceof InvalidFormatException && !field(parser).isEmpty()) {
            return refused(field(parser), "is not of the form that this field takes");
        }
        return new ProblemException(ProblemType.BAD_REQUEST, "The body cannot be read" + place(parser) + ".");
    }

    /** Our values refuse what they cannot be in their constructors, in words for people; the library's own words name classes. */
    private static boolean isRefusedByOwnCode(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return cause.getClass() == IllegalArgumentException.class
                && trace.length > 0
                && trace[0].getClassName().startsWith(OWN_CODE);
    }

    private static ProblemException refused(String field, String message) {
        String detail = field.isEmpty() ? message : field + ": " + message;
        return new ProblemException(
                ProblemType.VALIDATION, detail, Map.of("errors", List.of(Map.of("field", field, "message", message))));
    }

    private static String field(JacksonException parser) {
        return parser.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static String place(JacksonException parser) {
        TokenStreamLocation location = parser.getLocation();
        String field = field(parser);
        String at = location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return at + (field.isEmpty() ? "" : ", in the field " + field);
    }
}
