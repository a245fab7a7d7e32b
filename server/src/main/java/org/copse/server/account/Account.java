package org.copse.server.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.copse.server.permission.Permission;
import org.copse.server.permission.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Somebody who can sign in. */
public final class Account implements UserDetails, CredentialsContainer {
    private static final long serialVersionUID = 1L;

    /** What an account has to do before it may do anything else. */
    enum Duty {
        /** An administrator was shown the password. */
        CHANGE_PASSWORD,
        /** A role asks for a second factor, and there is none. */
        ADD_SECOND_FACTOR
    }

    private final UUID id;
    private final String name;
    private final Set<Role> roles;
    private final boolean enabled;
    private final Set<Duty> duties;
    private String passwordHash;
    private @Nullable String secondFactor;

    private Account(
            UUID id,
            String name,
            Set<Role> roles,
            boolean enabled,
            Set<Duty> duties,
            String passwordHash,
            @Nullable String secondFactor) {
        this.id = id;
        this.name = name;
        this.roles = Set.copyOf(roles);
        this.enabled = enabled;
        this.duties = Set.copyOf(duties);
        this.passwordHash = passwordHash;
        this.secondFactor = secondFactor;
    }

    /** An account without duties and second factor. */
    Account(UUID id, String name, String passwordHash, Set<Role> roles, boolean enabled) {
        this(id, name, roles, enabled, Set.of(), passwordHash, null);
    }

    /** Returns the account with that second factor; null is none. */
    Account withSecondFactor(@Nullable String secret) {
        return new Account(id, name, roles, enabled, duties, passwordHash, secret);
    }

    /** Returns the account with one duty more. */
    Account withDuty(Duty duty) {
        EnumSet<Duty> more = EnumSet.of(duty);
        more.addAll(duties);
        return new Account(id, name, roles, enabled, more, passwordHash, secondFactor);
    }

    public UUID id() {
        return id;
    }

    public Set<Role> roles() {
        return roles;
    }

    /** Returns what it has to do first. */
    public Set<Duty> duties() {
        return duties;
    }

    /** Returns the secret of its one-time codes, in Base32; none without a second factor, and none in a session. */
    public Optional<String> secondFactor() {
        return Optional.ofNullable(secondFactor);
    }

    /** Returns what it may do now: with a duty open, nothing but look after itself. */
    public Set<Permission> permissions() {
        return duties.isEmpty() ? Permission.of(roles) : EnumSet.of(Permission.ACCOUNT_MANAGE_OWN);
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
        return permissions().stream()
                .map(permission -> new SimpleGrantedAuthority(permission.key()))
                .toList();
    }

    /** Secrets are needed while signing in, and never in a session. */
    @Override
    public void eraseCredentials() {
        passwordHash = "";
        secondFactor = null;
    }
}
