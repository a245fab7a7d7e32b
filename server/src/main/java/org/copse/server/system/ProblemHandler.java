package org.copse.server.system;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers what controllers and Spring MVC throw with a problem of the catalogue. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {
    private final ProblemAnswer answer;
    private final UnexpectedErrors unexpected;

    ProblemHandler(ProblemAnswer answer, UnexpectedErrors unexpected) {
        this.answer = answer;
        this.unexpected = unexpected;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> problem(ProblemException problem, HttpServletRequest request) {
        return answer.of(request, problem, HttpHeaders.EMPTY);
    }

    /** Security's own exceptions belong to its filters, which know whether somebody is signed in. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException refused) {
        throw refused;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> anythingElse(Exception failure, HttpServletRequest request) {
        return answer.of(request, foreseen(failure), HttpHeaders.EMPTY);
    }

    private ProblemException foreseen(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return unexpected.problem(failure);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return entity(request, UnreadableBody.problem(failure), headers);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Map<String, String>> errors = Stream.concat(
                        failure.getFieldErrors().stream()
                                .map(error -> error(error.getField(), error.getDefaultMessage())),
                        failure.getGlobalErrors().stream()
                                .map(error -> error(error.getObjectName(), error.getDefaultMessage())))
                .toList();
        return entity(request, invalid(errors), headers);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Map<String, String>> errors = failure.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> error(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                error.getDefaultMessage())))
                .toList();
        return entity(request, invalid(errors), headers);
    }

    private static ProblemException invalid(List<Map<String, String>> errors) {
        String detail = errors.isEmpty()
                ? "A value is outside its bounds."
                : errors.get(0).get("field") + ": " + errors.get(0).get("message");
        return new ProblemException(ProblemType.VALIDATION, detail, Map.of("errors", errors));
    }

    private static Map<String, String> error(String field, @Nullable String message) {
        return Map.of("field", field, "message", message == null ? "is not allowed" : message);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            return entity(request, unexpected.problem(failure), headers);
        }
        ProblemType type = ProblemType.ofStatus(status.value());
        return entity(request, new ProblemException(type, detail(failure, body, type)), headers);
    }

    private static String detail(Exception failure, @Nullable Object body, ProblemType type) {
        if (failure instanceof NoResourceFoundException) {
            return "There is nothing at this address.";
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return "The value of " + mismatch.getName() + " is not of the form that this address takes.";
        }
        String detail = body instanceof ProblemDetail problem ? problem.getDetail() : null;
        return detail == null ? type.whatToDo() : detail;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the base class's answers are ResponseEntity<Object>
    private ResponseEntity<Object> entity(WebRequest request, ProblemException problem, HttpHeaders headers) {
        return (ResponseEntity) answer.of(((ServletWebRequest) request).getRequest(), problem, headers);
    }
}
