package org.copse.server.security;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Somebody who can sign in. */
final class Account implements UserDetails, CredentialsContainer {
    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final String name;
    private final Set<Role> roles;
    private final boolean enabled;
    private String passwordHash;

    Account(UUID id, String name, String passwordHash, Set<Role> roles, boolean enabled) {
        this.id = id;
        this.name = name;
        this.passwordHash = passwordHash;
        this.roles = Set.copyOf(roles);
        this.enabled = enabled;
    }

    UUID id() {
        return id;
    }

    Set<Role> roles() {
        return roles;
    }

    @Override
    public String getUsername() {
        return name;
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return Permission.of(roles).stream()
                .map(permission -> new SimpleGrantedAuthority(permission.key()))
                .toList();
    }

    /** The hash is needed while signing in, and never in a session. */
    @Override
    public void eraseCredentials() {
        passwordHash = "";
    }
}
