package org.copse.server.token;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.copse.server.account.Account;
import org.copse.server.permission.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A program that acts for an account by a token. It holds what both the token and the account hold. */
public final class ApiTokenAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final Account account;

    ApiTokenAuthentication(ApiToken token, Account account) {
        super(held(token, account));
        this.account = account;
        setAuthenticated(true);
    }

    private static Collection<? extends GrantedAuthority> held(ApiToken token, Account account) {
        Set<Permission> ofAccount = account.permissions();
        return token.permissions().stream()
                .filter(ofAccount::contains)
                .map(permission -> new SimpleGrantedAuthority(permission.key()))
                .toList();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Account getPrincipal() {
        return account;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other)
                && other instanceof ApiTokenAuthentication that
                && account.id().equals(that.account.id());
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), account.id());
    }
}
