package org.copse.server.problemcase;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is put into a case. */
public enum SourceKind {
    /** A finding of a guided walk. */
    FINDING(SourceType.WALK, true),
    /** A concern of a resident; nothing of it is copied but what it is about. */
    CONCERN(SourceType.FORUM, true),
    /** A round of a survey that the server keeps. */
    SURVEY(SourceType.SURVEY, true),
    /** Answers of a survey kept elsewhere, as staff sum them up. */
    ANSWERS(SourceType.SURVEY, false),
    /** A meeting with residents, as staff sum it up. */
    MEETING(SourceType.FORUM, false),
    /** Cells of a hotspot: incidents, counted. */
    HOTSPOT(SourceType.RECORD, false),
    /** What another organisation recorded, as staff sum it up. */
    RECORD(SourceType.RECORD, false);

    private final SourceType type;
    private final boolean found;

    SourceKind(SourceType type, boolean found) {
        this.type = type;
        this.found = found;
    }

    /** Returns the name on the wire and in the database. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    SourceType type() {
        return type;
    }

    /** Returns whether it is something that the server keeps, and a {@link SourceFinder} finds. */
    boolean isFound() {
        return found;
    }

    static Optional<SourceKind> findByKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(SourceKind::key).toList();
    }
}
