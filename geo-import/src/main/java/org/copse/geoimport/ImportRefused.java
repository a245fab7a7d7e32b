package org.copse.geoimport;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file was refused as a whole: nothing of it is to be used. */
public final class ImportRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RefusalCode code;
    private final String where;
    private final String what;
    private final String whatToDo;
    private final transient List<String> choices;
    private final transient Map<String, Object> values;
    private final transient @Nullable ImportReport report;

    /**
     * @param where file, entry, row or byte
     * @param what the value and the rule it breaks
     */
    public ImportRefused(RefusalCode code, String where, String what) {
        this(code, where, what, code.whatToDo());
    }

    /** As above, with advice of its own. */
    public ImportRefused(RefusalCode code, String where, String what, String whatToDo) {
        this(code, where, what, whatToDo, List.of(), Map.of(), null);
    }

    private ImportRefused(
            RefusalCode code,
            String where,
            String what,
            String whatToDo,
            List<String> choices,
            Map<String, Object> values,
            @Nullable ImportReport report) {
        super(code.key() + " at " + where + ": " + what);
        this.code = code;
        this.where = where;
        this.what = what;
        this.whatToDo = whatToDo;
        this.choices = List.copyOf(choices);
        this.values = values;
        this.report = report;
    }

    /**
     * Returns the refusal of a file with several layers of which none was chosen.
     *
     * @param layers to choose from
     */
    public static ImportRefused ambiguous(String where, String what, List<String> layers) {
        RefusalCode code = RefusalCode.LAYER_AMBIGUOUS;
        return new ImportRefused(code, where, what, code.whatToDo(), layers, Map.of(), null)
                .with("layers", String.join(", ", layers.stream().limit(20).toList()))
                .with("count", layers.size());
    }

    /**
     * Returns this refusal with a value that a sentence in another language can name beside the code.
     *
     * @param name stable, such as {@code limit}, {@code bound}, {@code layers}, {@code columns}, {@code crs}
     */
    public ImportRefused with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        ImportRefused copy =
                new ImportRefused(code, where, what, whatToDo, choices, Collections.unmodifiableMap(more), report);
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    /** Returns this refusal with the report of what was seen until then. */
    public ImportRefused withReport(ImportReport seen) {
        ImportRefused copy = new ImportRefused(code, where, what, whatToDo, choices, values, seen);
        copy.initCause(this);
        return copy;
    }

    /** Returns the stable key of the reason, such as {@code crs-missing}. */
    public String code() {
        return code.key();
    }

    /** Returns the reason. */
    public RefusalCode reason() {
        return code;
    }

    /** Returns what is wrong: the value and the rule it breaks. */
    public String what() {
        return what;
    }

    /** Returns file, entry, row or byte. */
    public String where() {
        return where;
    }

    /** Returns advice for whoever has the file. */
    public String whatToDo() {
        return whatToDo;
    }

    /** Returns what to choose from, where the reason is that nothing was chosen; else nothing. */
    public List<String> choices() {
        return choices;
    }

    /** Returns what a sentence in another language can name beside the code, in a stable spelling; may be empty. */
    public Map<String, Object> values() {
        return values;
    }

    /** Returns the report of what was seen until then, or empty when nothing was counted. */
    public Optional<ImportReport> report() {
        return Optional.ofNullable(report);
    }
}
