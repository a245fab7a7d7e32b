package org.copse.geoimport;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a layer plays which role.
 *
 * @param fields the column of each role, in the file's spelling; a role that is absent is not there, or (in a
 *     request) left to detection
 */
public record FieldRoles(Map<Role, String> fields) {

    private static final FieldRoles NONE = new FieldRoles(Map.of());

    public FieldRoles {
        EnumMap<Role, String> copy = new EnumMap<>(Role.class);
        fields.forEach((role, field) -> {
            if (field.isBlank()) {
                throw new IllegalArgumentException("role " + role + " names a blank column");
            }
            copy.put(role, field);
        });
        fields = java.util.Collections.unmodifiableMap(copy);
    }

    /** Returns roles that name no column: everything is left to detection. */
    public static FieldRoles none() {
        return NONE;
    }

    /** Returns the column of {@code role}, or empty. */
    public Optional<String> find(Role role) {
        return Optional.ofNullable(fields.get(role));
    }

    /** Returns these roles with {@code field} for {@code role}. */
    public FieldRoles with(Role role, String field) {
        EnumMap<Role, String> copy = new EnumMap<>(Role.class);
        copy.putAll(fields);
        copy.put(role, field);
        return new FieldRoles(copy);
    }

    /** Returns these roles, completed by those of {@code other} that are not here. */
    public FieldRoles orElse(FieldRoles other) {
        EnumMap<Role, String> copy = new EnumMap<>(Role.class);
        copy.putAll(other.fields);
        copy.putAll(fields);
        return new FieldRoles(copy);
    }
}
