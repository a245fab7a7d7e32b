package org.copse.server.system;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * The closed catalogue of what can go wrong between a client and this server (RFC 9457). A type's URI is stable and relative:
 * {@code /problems/<slug>} is also the page that explains it.
 */
public enum ProblemType {
    BAD_REQUEST(
            HttpStatus.BAD_REQUEST,
            "The request cannot be read",
            "The body or a parameter is not in the form that this address takes. Compare it with the interface description."),
    VALIDATION(
            HttpStatus.BAD_REQUEST,
            "A value is not allowed",
            "The request was read, but a value in it is missing or outside its bounds. \"errors\" names each field."),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Sign-in needed", "Sign in and repeat the request."),
    CODE_NEEDED(
            HttpStatus.UNAUTHORIZED,
            "One-time code needed",
            "The account has a second factor. Send name, password and the code that its app shows, or a recovery code."),
    FORBIDDEN(
            HttpStatus.FORBIDDEN,
            "Not allowed",
            "The account's roles do not allow this, or the request came without its CSRF token: read /api/v1/session"
                    + " again and send the token that it names."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found", "There is nothing at this address, or nothing that you may see."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed", "Use one of the methods in the Allow header."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "No such representation",
            "The address has no representation of the media types in the request's Accept header."),
    CONFLICT(
            HttpStatus.CONFLICT,
            "In conflict with the present state",
            "Something changed, or exists already. Read the present state and decide again."),
    ALREADY_RECORDED(
            HttpStatus.CONFLICT,
            "Something else is recorded",
            "\"current\" is what is recorded, \"version\" its version. Look at both, and send what is to stay as the version after that."),
    PHOTO_OFFSET(
            HttpStatus.CONFLICT,
            "The bytes do not follow on those received",
            "\"received\" says how many bytes are here. Go on from there."),
    PHOTO_REFUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The photo was refused",
            "Nothing of it is kept. Send a JPEG whose bytes have the hash in the address, within the limits that \"detail\" names."),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Too large", "The request is larger than this server takes."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "Media type not supported",
            "Send the body in one of the media types in the Accept header of this answer."),
    TOO_MANY_REQUESTS(
            HttpStatus.TOO_MANY_REQUESTS, "Too many requests", "Wait for the seconds in the Retry-After header."),
    IMPORT_REFUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The file was refused",
            "Nothing was stored. \"code\", \"where\" and \"whatToDo\" say what to mend in the file."),
    LAYER_IN_USE(
            HttpStatus.CONFLICT,
            "The layer is in use",
            "A scenario or a published plan rests on this layer. Remove those first, or keep the layer."),
    NO_PLAN_IN_FORCE(HttpStatus.NOT_FOUND, "No plan in force", "No plan has been published yet."),
    CARRY_OVER_UNCONFIRMED(
            HttpStatus.CONFLICT,
            "The carry-over of officers is not confirmed",
            "The plan in force has officers. Read the plan's carry-over, decide on each, and repeat the request with that decision."),
    TEAM_CONTACT_MISSING(
            HttpStatus.CONFLICT,
            "Nobody knows how to reach a team",
            "\"sectors\" names them. Give teamContact, a phone number or an e-mail address for all of them, or say withoutContacts:"
                    + " residents then see how to reach the authority."),
    ADOPTION_INCOMPLETE(
            HttpStatus.CONFLICT,
            "The plan may not come into force yet",
            "\"missing\" names what it lacks. Record it at /api/v1/adoptions/{plan}, or have somebody who may (plan:override) let it pass with a"
                    + " reason, which is published with the plan."),
    CONSULTATION_INCOMPLETE(
            HttpStatus.CONFLICT,
            "The consultation cannot be closed yet",
            "\"missing\" names what it lacks: opened, outreach (who was reached and who was not), moderation (comments that nobody has read),"
                    + " answers (shown comments without one)."),
    PLAN_AHEAD(
            HttpStatus.CONFLICT,
            "Another plan is to come into force",
            "\"plan\" and \"from\" name it. Wait for that instant, or call that plan off with a reason."),
    SCENARIO_NOT_READY(
            HttpStatus.CONFLICT,
            "The scenario has no proposal yet",
            "Start its job, or wait until the job is done, and repeat the request."),
    EDIT_REFUSED(
            HttpStatus.CONFLICT,
            "The plan cannot be changed like this",
            "\"code\" and \"values\" say what stands in the way: a lock, or a beat or unit that the plan does not have."),
    PRECONDITION_REQUIRED(
            HttpStatus.PRECONDITION_REQUIRED,
            "Say which state you change",
            "Send the ETag of what you have read in If-Match, so that nobody's work is overwritten unseen."),
    PRECONDITION_FAILED(
            HttpStatus.PRECONDITION_FAILED,
            "Somebody changed it in between",
            "\"current\" says who and when. Read the present state, and decide which of the two is to stay."),
    TOO_MANY_FEATURES(
            HttpStatus.CONTENT_TOO_LARGE,
            "Too many features",
            "Ask for a smaller box: \"bound\" says how many features one answer holds."),
    POINTS_WITHHELD(
            HttpStatus.FORBIDDEN,
            "Incidents are not given out as points",
            "Ask for cells at /api/v1/hotspots. Where planning needs the points themselves, whoever may (incident:read-points) sends a reason to"
                    + " /api/v1/layers/{id}/points; it is recorded."),
    NO_INCIDENTS(
            HttpStatus.CONFLICT,
            "The scenario has no incidents",
            "Choose a layer of incidents when you make the scenario, or open one that has it."),
    TOO_FEW_INCIDENTS(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Too few incidents for a map",
            "A map of so few would show the places of single incidents. Widen the period or the categories: \"bound\" says how many it takes."),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Not available at the moment",
            "The server is starting, stopping or cannot reach its database. Repeat the request later."),
    INTERNAL(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Unexpected error",
            "This is the server's fault. Tell its operator the \"incident\" number: the log has the cause under it.");

    private final HttpStatus status;
    private final String title;
    private final String whatToDo;

    ProblemType(HttpStatus status, String title, String whatToDo) {
        this.status = status;
        this.title = title;
        this.whatToDo = whatToDo;
    }

    /** Returns the type whose {@link #slug()} this is, if there is one. */
    public static Optional<ProblemType> findBySlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** Returns the general type for an HTTP status; for one that the catalogue lacks, that of the status's class. */
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 412 -> PRECONDITION_FAILED;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 428 -> PRECONDITION_REQUIRED;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL : BAD_REQUEST;
        };
    }

    /** Returns the type's name in its URI, such as {@code not-found}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the type's relative URI, such as {@code /problems/not-found}. */
    public URI uri() {
        return URI.create("/problems/" + slug());
    }

    /** Returns the HTTP status that goes with the type. */
    public HttpStatus status() {
        return status;
    }

    /** Returns the type's title: the same words every time it occurs. */
    public String title() {
        return title;
    }

    /** Returns what a client can do about it, for the page that explains the type. */
    public String whatToDo() {
        return whatToDo;
    }
}
