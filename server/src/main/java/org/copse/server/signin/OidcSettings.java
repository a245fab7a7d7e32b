package org.copse.server.signin;

import java.util.Map;
import org.copse.server.permission.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An OpenID Connect provider that signs staff in, such as a police force's own directory. Without an issuer there is none.
 *
 * @param issuer its address, under which it describes itself
 * @param clientId who we are there
 * @param clientSecret what we show there; better from the environment (COPSE_OIDC_CLIENT_SECRET) than from a file
 * @param name what its button on the sign-in page says
 * @param nameClaim the claim that becomes the account's name
 * @param rolesClaim the claim that lists what somebody is
 * @param roles which of its values stand for which role; a role's own name stands for itself
 */
@ConfigurationProperties("copse.oidc")
record OidcSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("OpenID Connect") String name,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<String, Role> roles) {
    OidcSettings {
        if (issuer != null && (clientId == null || clientSecret == null)) {
            throw new IllegalArgumentException(
                    "copse.oidc.issuer is set: copse.oidc.client-id and copse.oidc.client-secret are needed too");
        }
        roles = Map.copyOf(roles);
    }

    boolean isOn() {
        return issuer != null;
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}
