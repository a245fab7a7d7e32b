package org.copse.server.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a job works on. */
public enum JobKind {
    /** Plans a scenario. */
    PLANNING("scenario"),
    /** Turns an upload into a layer. */
    IMPORT("upload"),
    /** Asks the engine from the draft of a plan. */
    REDRAW("engine_task");

    private final String column;

    JobKind(String column) {
        this.column = column;
    }

    /** Returns the kind as it is sent: {@code import}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the column that names what the job works on. */
    String column() {
        return column;
    }
}
