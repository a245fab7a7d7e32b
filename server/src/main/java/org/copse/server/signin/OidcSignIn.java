package org.copse.server.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.copse.server.account.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Signing in by way of an OpenID Connect provider. Who it says somebody is becomes an account of ours, so that everything else is the same as
 * for a password; which roles it says are theirs are looked at anew at each sign-in.
 */
@Component
public class OidcSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
    private static final String REGISTRATION = "copse";

    private final OidcSettings settings;
    private final OidcAccounts accounts;
    private final SignInAnswers signIn;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    OidcSignIn(OidcSettings settings, OidcAccounts accounts, SignInAnswers signIn) {
        this.settings = settings;
        this.accounts = accounts;
        this.signIn = signIn;
    }

    public void addTo(HttpSecurity http) {
        if (!settings.isOn()) {
            return;
        }
        // The provider is asked at the first sign-in: it may be down when we start.
        SupplierClientRegistrationRepository registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration()));
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(registrations)
                .authorizationEndpoint(endpoint -> endpoint.baseUri("/login/oidc"))
                .redirectionEndpoint(endpoint -> endpoint.baseUri("/login/answer"))
                .successHandler(this::succeeded)
                .failureHandler((request, response, failure) -> {
                    LOG.warn("The provider did not sign somebody in: {}", failure.getMessage());
                    refuse(response);
                }));
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(Objects.requireNonNull(settings.issuer()))
                .registrationId(REGISTRATION)
                .clientId(Objects.requireNonNull(settings.clientId()))
                .clientSecret(Objects.requireNonNull(settings.clientSecret()))
                .redirectUri("{baseUrl}/login/answer")
                .scope("openid", "profile")
                .userNameAttributeName("sub")
                .build();
    }

    private void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication provider)
            throws IOException {
        Optional<Account> account =
                provider.getPrincipal() instanceof OidcUser user ? accounts.accountOf(user) : Optional.empty();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        account.ifPresent(known -> context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(known, null, known.getAuthorities())));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        if (account.isEmpty()) {
            refuse(response);
            return;
        }
        signIn.welcome(request, response, Objects.requireNonNull(context.getAuthentication()));
    }

    private static void refuse(HttpServletResponse response) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, "/login?refused");
    }
}
