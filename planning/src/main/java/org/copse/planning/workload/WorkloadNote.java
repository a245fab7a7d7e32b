package org.copse.planning.workload;

/** The codes of {@link WorkloadNotes}. */
public enum WorkloadNote {
    /** All minutes of a {@code criterion} are zero. */
    CRITERION_LEFT_OUT,
    /** No group and no index has minutes. */
    MIX_LEFT_OUT,
    /** The mix is used and reaches its cap, {@code capShare} of the contact hours, nowhere. */
    MIX_USED,
    /** The mix is used and capped at {@code capShare} in {@code units} of {@code of} units. */
    MIX_USED_CAPPED,
    /** {@code units} of {@code of} units have no value of {@code index}. */
    INDEX_MISSING,
    /** Conflict has minutes, and there are no incidents. */
    NO_INCIDENTS,
    /** Places have minutes, and there are none. */
    NO_PLACES,
    /** Location has minutes, and there is neither a base nor a centre. */
    NO_WAYS,
    /** {@code leftOut} of {@code of} incidents do not count: {@code byPolice} that police started, and others by {@code categories}. */
    INCIDENTS_LEFT_OUT
}
