package org.copse.server.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A field of an entry that can tell of a person: the chain holds a commitment to it, and the text can be erased. */
public enum PersonalField {
    ACCOUNT,
    ADDRESS,
    REASON,
    BEFORE,
    AFTER;

    /** Returns the name in the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PersonalField> findByKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }
}
