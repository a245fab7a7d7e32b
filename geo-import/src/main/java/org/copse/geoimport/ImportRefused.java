package org.copse.geoimport;

import java.util.List;
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
        this(code, where, what, whatToDo, List.of(), null);
    }

    private ImportRefused(
            RefusalCode code,
            String where,
            String what,
            String whatToDo,
            List<String> choices,
            @Nullable ImportReport report) {
        super(code.key() + " at " + where + ": " + what);
        this.code = code;
        this.where = where;
        this.what = what;
        this.whatToDo = whatToDo;
        this.choices = List.copyOf(choices);
        this.report = report;
    }

    /**
     * Returns the refusal of a file with several layers of which none was chosen.
     *
     * @param layers to choose from
     */
    public static ImportRefused ambiguous(String where, String what, List<String> layers) {
        RefusalCode code = RefusalCode.LAYER_AMBIGUOUS;
        return new ImportRefused(code, where, what, code.whatToDo(), layers, null);
    }

    /** Returns this refusal with the report of what was seen until then. */
    public ImportRefused withReport(ImportReport seen) {
        ImportRefused copy = new ImportRefused(code, where, what, whatToDo, choices, seen);
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

    /** Returns the report of what was seen until then, or empty when nothing was counted. */
    public Optional<ImportReport> report() {
        return Optional.ofNullable(report);
    }
}
