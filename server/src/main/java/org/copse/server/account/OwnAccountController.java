package org.copse.server.account;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.permission.Role;
import org.copse.server.secondfactor.OneTimeCodes;
import org.copse.server.secondfactor.QrCode;
import org.copse.server.secondfactor.SecondFactorRepository;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own account. What changes it ends the session: the next sign-in shows that it works. */
@RestController
@AllowedTo(Permission.ACCOUNT_MANAGE_OWN)
class OwnAccountController {
    private static final String PENDING_SECRET = OwnAccountController.class.getName() + ".secret";

    private final OwnAccount own;
    private final OneTimeCodes codes;
    private final SecondFactorRepository factors;
    private final AccountSettings settings;
    private final SignInThrottle throttle;

    OwnAccountController(
            OwnAccount own,
            OneTimeCodes codes,
            SecondFactorRepository factors,
            AccountSettings settings,
            SignInThrottle throttle) {
        this.own = own;
        this.codes = codes;
        this.factors = factors;
        this.settings = settings;
        this.throttle = throttle;
    }

    record View(
            String name,
            List<Role> roles,
            List<Account.Duty> duties,
            boolean local,
            boolean demo,
            boolean secondFactor,
            boolean secondFactorNeeded,
            int recoveryCodes) {}

    record PasswordChange(@Nullable String present, @Nullable String next) {
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }

    record Password(@Nullable String password) {
        @Override
        public String toString() {
            return "Password[]";
        }
    }

    record Code(@Nullable String code) {}

    /** What an authenticator app needs. */
    record Enrolment(String secret, String uri, QrCode qr) {
        @Override
        public String toString() {
            return "Enrolment[]";
        }
    }

    record RecoveryCodes(List<String> codes) {
        @Override
        public String toString() {
            return "RecoveryCodes[]";
        }
    }

    @GetMapping("/api/v1/account")
    @Operation(summary = "Returns one's own account")
    View account(@AuthenticationPrincipal Account signedIn) {
        boolean demo = DemoAccounts.isDemo(signedIn);
        Account account = demo ? signedIn : own.stored(signedIn);
        return new View(
                account.getUsername(),
                account.roles().stream().sorted().toList(),
                account.duties().stream().sorted().toList(),
                demo || !account.getPassword().isEmpty(),
                demo,
                account.secondFactor().isPresent(),
                account.roles().stream().anyMatch(settings.secondFactorRoles()::contains),
                factors.countRecoveryCodes(account.id()));
    }

    @PostMapping("/api/v1/account/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Changes one's own password and ends every session")
    void changePassword(
            @RequestBody PasswordChange change, @AuthenticationPrincipal Account signedIn, HttpServletRequest request) {
        guess(
                signedIn,
                request,
                () -> own.changePassword(signedIn, given("present", change.present()), given("next", change.next())));
    }

    @PostMapping("/api/v1/account/second-factor")
    @Operation(summary = "Makes a secret for an authenticator app; nothing is stored before a code confirms it")
    Enrolment begin(
            @RequestBody Password password,
            @AuthenticationPrincipal Account signedIn,
            HttpSession session,
            HttpServletRequest request) {
        guess(signedIn, request, () -> own.checkPassword(signedIn, given("password", password.password())));
        String secret = codes.newSecret();
        session.setAttribute(PENDING_SECRET, secret);
        String uri = OneTimeCodes.uri(signedIn.getUsername(), secret);
        return new Enrolment(secret, uri, QrCode.of(uri));
    }

    @PostMapping("/api/v1/account/second-factor/confirmation")
    @Operation(summary = "Turns the second factor on with a code of the app; returns recovery codes, once")
    RecoveryCodes confirm(@RequestBody Code code, @AuthenticationPrincipal Account signedIn, HttpSession session) {
        own.stored(signedIn);
        if (!(session.getAttribute(PENDING_SECRET) instanceof String secret)) {
            throw new ProblemException(ProblemType.CONFLICT, "There is no secret to confirm. Begin again.");
        }
        String digits = given("code", code.code());
        RecoveryCodes made = new RecoveryCodes(own.addSecondFactor(signedIn, secret, digits));
        session.removeAttribute(PENDING_SECRET);
        return made;
    }

    @PostMapping("/api/v1/account/second-factor/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Turns the second factor off, where no role needs one")
    void remove(@RequestBody Password password, @AuthenticationPrincipal Account signedIn, HttpServletRequest request) {
        guess(signedIn, request, () -> own.removeSecondFactor(signedIn, given("password", password.password())));
    }

    @PostMapping("/api/v1/account/sign-out-everywhere")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends every session of one's own account, this one too")
    void signOutEverywhere(@AuthenticationPrincipal Account signedIn) {
        own.signOutEverywhere(signedIn);
    }

    /** Somebody at a session that is not theirs must not find the password by trying. */
    private void guess(Account account, HttpServletRequest request, Runnable work) {
        own.stored(account);
        SignInTry made = SignInTry.atSession(account, request);
        Duration wait = throttle.take(made);
        if (!wait.isZero()) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_REQUESTS,
                    "Too many wrong tries. Try again in " + (wait.toSeconds() + 1) + " seconds.");
        }
        work.run();
        throttle.succeeded(made);
    }

    private static String given(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw FieldErrors.of(field, "is missing");
        }
        return value;
    }
}
