package org.copse.server.account;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.copse.server.permission.Public;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes the first account, for whoever has the set-up link. */
@RestController
@Public
class SetUpController {
    private final SetUpLink link;
    private final SignInThrottle throttle;

    SetUpController(SetUpLink link, SignInThrottle throttle) {
        this.link = link;
        this.throttle = throttle;
    }

    record SetUpRequest(@Nullable String token, @Nullable String username, @Nullable String password) {
        @Override
        public String toString() {
            return "SetUpRequest[" + username + "]";
        }
    }

    record SetUpAnswer(String name) {}

    @PostMapping("/api/v1/setup")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes the first account with the one-time link that the first start prints")
    SetUpAnswer setUp(@RequestBody SetUpRequest request, HttpServletRequest http) {
        String address = http.getRemoteAddr();
        String token = given("token", request.token());
        String name = given("username", request.username());
        String password = given("password", request.password());
        if (!throttle.take(address).isZero()) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_REQUESTS, "Too many wrong set-up links. Wait some minutes.");
        }
        try {
            if (!link.use(token, name, password)) {
                throw new ProblemException(
                        ProblemType.FORBIDDEN, "The set-up link was used, or is not the one that the server printed.");
            }
        } catch (IllegalArgumentException e) {
            // The link was right, and what is wrong with the account is no guess.
            throttle.giveBack(address);
            throw FieldErrors.of(
                    String.valueOf(e.getMessage()).contains("password") ? "password" : "username",
                    String.valueOf(e.getMessage()));
        }
        throttle.giveBack(address);
        return new SetUpAnswer(name);
    }

    private static String given(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw FieldErrors.of(field, "is missing");
        }
        return value;
    }
}
