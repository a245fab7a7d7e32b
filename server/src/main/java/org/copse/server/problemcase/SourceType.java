package org.copse.server.problemcase;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where something is known from. However much comes from one of them, it is one. */
public enum SourceType {
    /** Seen on guided walks. */
    WALK,
    /** Asked of many, by a method. */
    SURVEY,
    /** Told by those who came forward: at meetings, in concerns. */
    FORUM,
    /** Recorded by police or others. */
    RECORD;

    /** Returns the name on the wire. */
    @JsonValue
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
