package org.copse.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.copse.server.signin.OidcSignIn;
import org.copse.server.signin.SignInAnswers;
import org.copse.server.signin.SignInDetails;
import org.copse.server.signin.SignInFilters;
import org.copse.server.system.ContentSecurityPolicy;
import org.copse.server.token.ApiTokenFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Signing in, CSRF and the headers of every answer. Who may call what is on the endpoints: {@link EndpointAccess}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {
    /** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
    private static final int ARGON2_KIBIBYTES = 19 * 1024;

    private static final int ARGON2_PASSES = 2;

    /** What may stand in a frame of somebody else's page. */
    private static final String EMBEDDED = "/{language:[a-z][a-z]}/embed";

    private static final String CONCERN = "/{language:[a-z][a-z]}/concern";

    private static final List<PathPatternRequestMatcher> QUESTIONS = List.of(
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/{language:[a-z][a-z]}"),
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, EMBEDDED),
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, CONCERN),
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, CONCERN + "/status"),
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/api/v1/lookup"),
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/api/v1/addresses/search"),
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/api/v1/shared-comparisons"));

    /** Forms of the pages for residents, which set no cookie. */
    private static final List<PathPatternRequestMatcher> RESIDENTS_FORMS = List.of(
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/{language:[a-z][a-z]}/walks/**"),
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/{language:[a-z][a-z]}/polls/*"),
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, CONCERN + "/send"));

    private final EndpointAccess access;

    SecurityConfiguration(EndpointAccess access) {
        this.access = access;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(access);
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, ARGON2_KIBIBYTES, ARGON2_PASSES);
    }

    /** The request as a whole is measured: each filter of the chain measured by itself costs a look-up more than its answer does. */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain filterChain(
            HttpSecurity http,
            Refusals refusals,
            SignInAnswers signIn,
            SignInFilters filters,
            OidcSignIn oidc,
            ContentSecurityPolicy policy) {
        // Paths are not listed here: EndpointAccess refuses every endpoint that does not say whom it is for.
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .formLogin(form -> form.loginPage("/login")
                        .authenticationDetailsSource(SignInDetails::new)
                        .successHandler(signIn)
                        .failureHandler(signIn))
                .logout(logout -> logout.logoutSuccessHandler(signIn))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens())
                        .csrfTokenRequestHandler(new CsrfOnHeaders())
                        .ignoringRequestMatchers(SecurityConfiguration::needsNoCsrfToken))
                .headers(headers -> headers(headers, policy));
        filters.addTo(http);
        oidc.addTo(http);
        return http.build();
    }

    /** A page elsewhere whose name is made to point here would have another name in its requests' Host header. */
    @Bean
    static HttpFirewall httpFirewall(WebSettings web) {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        if (!web.hosts().isEmpty()) {
            firewall.setAllowedHostnames(web.hosts()::contains);
        }
        return firewall;
    }

    /**
     * A look-up, a search and the finder's form are POSTs only to keep positions and addresses out of URLs and logs, and so is reading by a link, whose secret
     * stands in no log; they need neither session nor cookie. A form of residents' pages changes something, without a cookie either: there the browser says whether
     * it stood on a page of ours. And no browser sends a program's token by itself.
     */
    private static boolean needsNoCsrfToken(HttpServletRequest request) {
        return ApiTokenFilter.isByToken(request)
                || QUESTIONS.stream().anyMatch(question -> question.matches(request))
                || (RESIDENTS_FORMS.stream().anyMatch(form -> form.matches(request)) && isFromOwnPage(request));
    }

    /**
     * Returns whether a browser sent the request from a page of this server, or nothing says otherwise: browsers say it in Sec-Fetch-Site, and those of before
     * 2023 whence in Origin.
     */
    private static boolean isFromOwnPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || origin.matches("https?://" + Pattern.quote(request.getServerName()) + "(:\\d+)?");
    }

    /** In a cookie, so that the sign-in page needs no session; scripts get it from /api/v1/session, masked. */
    private static CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("copse-csrf");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return tokens;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, ContentSecurityPolicy policy) {
        RequestMatcher embedded = PathPatternRequestMatcher.pathPattern(EMBEDDED);
        RequestMatcher alone = new NegatedRequestMatcher(embedded);
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        alone, new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY)))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        alone, new ContentSecurityPolicyHeaderWriter(policy.directives())))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        embedded, new ContentSecurityPolicyHeaderWriter(policy.embedded())))
                .httpStrictTransportSecurity(transport -> transport.includeSubDomains(false))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("geolocation=(self), camera=(self), microphone=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
