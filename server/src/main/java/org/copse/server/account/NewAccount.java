package org.copse.server.account;

import java.util.Set;
import java.util.regex.Pattern;
import org.copse.server.permission.Role;

/** An account to make: a name that can be read aloud, and a password that is long rather than contrived. */
public record NewAccount(String name, String password, Set<Role> roles) {
    static final int SHORTEST_PASSWORD = 12;
    /** Longer ones make hashing expensive for us and add nothing. */
    static final int LONGEST_PASSWORD = 200;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,59}");

    public NewAccount {
        name = name.strip();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A name has 2 to 60 letters, digits or . _ @ - and begins with a letter or digit");
        }
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new IllegalArgumentException("A password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD
                    + " characters, not " + password.length());
        }
        if (password.equalsIgnoreCase(name)) {
            throw new IllegalArgumentException("A password is not the account's name");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("An account has a role");
        }
        roles = Set.copyOf(roles);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "NewAccount[" + name + ", " + roles + "]";
    }
}
