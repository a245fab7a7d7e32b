package org.copse.geoimport.report;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copse.geoimport.AttributeTag;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.ImportReport;
import org.copse.geoimport.ImportReport.Change;
import org.copse.geoimport.ImportReport.Counts;
import org.copse.geoimport.ImportReport.CrsUsed;
import org.copse.geoimport.ImportReport.Rejection;
import org.copse.geoimport.ImportReport.Warning;
import org.copse.geoimport.LayerKind;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of features while they pass. For one thread. */
public final class ReportBuilder {

    /**
     * What is known of a file before its features pass.
     *
     * @param sha256 of the bytes as given, lower-case hexadecimal
     * @param format such as "Shapefile in zip"
     */
    public record File(
            String name,
            long bytes,
            String sha256,
            String format,
            @Nullable String layer,
            @Nullable String encoding,
            List<String> fields) {}

    private final LayerKind kind;
    private final long startNanos = System.nanoTime();
    private final Map<RejectionCode, Tally> rejections = new EnumMap<>(RejectionCode.class);
    private final Map<ChangeCode, Tally> changes = new EnumMap<>(ChangeCode.class);
    private final Map<ChangeCode, String> changeDetails = new EnumMap<>(ChangeCode.class);
    private final Map<WarningCode, Map<String, Long>> countedWarnings = new TreeMap<>();
    private final Map<String, Warning> warnings = new LinkedHashMap<>();
    private Map<String, AttributeTag> tags = Map.of();
    private Map<String, String> tagReasons = Map.of();
    private final boolean remembersRows;
    private final Set<Long> changedRows = new HashSet<>();
    private long accepted;
    private long changed;
    private long rejected;
    private long leftOut;

    /** @param inMemory whether features may be changed once more when all have passed */
    public ReportBuilder(LayerKind kind, boolean inMemory) {
        this.kind = kind;
        this.remembersRows = inMemory;
    }

    /** Sets what each column is. */
    public void tag(Map<String, AttributeTag> byColumn, Map<String, String> reasons) {
        tags = byColumn;
        tagReasons = reasons;
    }

    /** Counts a feature that was taken as it was. */
    public void accept() {
        accepted++;
    }

    /** Counts a feature that was taken after changes; each of them is told by {@link #change}. */
    public void acceptChanged(long row) {
        changed++;
        if (remembersRows) {
            changedRows.add(row);
        }
    }

    /** Tells one change of a feature that was counted already, by {@link #accept} or {@link #acceptChanged}. */
    public void changeLater(ChangeCode code, long row, String detail, double lon, double lat) {
        change(code, row, detail, lon, lat);
        if (!changedRows.contains(row)) {
            accepted--;
            acceptChanged(row);
        }
    }

    /** Counts a row that the request did not ask for. */
    public void leaveOut() {
        leftOut++;
    }

    /**
     * Counts a feature that was not taken.
     *
     * @param lon longitude in degrees, NaN where no place is known
     * @param lat latitude in degrees, NaN where no place is known
     */
    public void reject(RejectionCode code, long row, String detail, double lon, double lat) {
        rejected++;
        rejections.computeIfAbsent(code, c -> new Tally()).add(row, detail, lon, lat);
    }

    /** Tells one change of a feature that is or will be counted by {@link #acceptChanged}. */
    public void change(ChangeCode code, long row, String detail, double lon, double lat) {
        changes.computeIfAbsent(code, c -> new Tally()).add(row, detail, lon, lat);
    }

    /** Sets the figures of all changes with one code, such as the area gained. */
    public void changeDetail(ChangeCode code, String detail) {
        changeDetails.put(code, detail);
    }

    /** Warns of something about the layer; the same warning twice is told once. */
    public void warn(WarningCode code, String what) {
        warn(code, what, Map.of());
    }

    /** As {@link #warn(WarningCode, String)}, with values that a sentence in another language can name. */
    public void warn(WarningCode code, String what, Map<String, Object> values) {
        warnings.putIfAbsent(
                code.key() + ' ' + what,
                new Warning(code.key(), what, code.whatToDo().isEmpty() ? null : code.whatToDo(), values));
    }

    /** Counts a feature to which a warning applies; it is told once, with the number of features. */
    public void warnCounted(WarningCode code, String what) {
        countedWarnings.computeIfAbsent(code, c -> new TreeMap<>()).merge(what, 1L, Long::sum);
    }

    /** Returns the number of features taken so far. */
    public long taken() {
        return accepted + changed;
    }

    /** Returns the number of features rejected so far. */
    public long rejected() {
        return rejected;
    }

    /** Returns the most frequent rejection as a sentence's part, or empty when there is none. */
    public String mainRejection() {
        return rejections.entrySet().stream()
                .max(Comparator.comparingLong(e -> e.getValue().count()))
                .map(e -> e.getKey().key() + " (" + e.getValue().count() + "): "
                        + e.getKey().what() + "; first in row "
                        + e.getValue().examples().get(0).row() + ": "
                        + e.getValue().examples().get(0).detail())
                .orElse("");
    }

    /** Returns the report of all that was counted. */
    public ImportReport build(File file, CrsUsed crs, FieldRoles roles) {
        countedWarnings.forEach((code, counts) ->
                counts.forEach((what, count) -> warn(code, what + " (" + count + ")", Map.of("count", count))));
        countedWarnings.clear();
        Comparator<Map.Entry<?, Tally>> mostFirst = Comparator.comparingLong(
                        (Map.Entry<?, Tally> e) -> e.getValue().count())
                .reversed();
        List<Rejection> rejectionList = rejections.entrySet().stream()
                .sorted(mostFirst)
                .map(e -> rejection(e.getKey(), e.getValue()))
                .toList();
        List<Change> changeList = changes.entrySet().stream()
                .sorted(mostFirst)
                .map(e -> change(e.getKey(), e.getValue()))
                .toList();
        return new ImportReport(
                file.name(),
                file.sha256(),
                file.bytes(),
                kind,
                file.format(),
                file.layer(),
                file.encoding(),
                crs,
                new Counts(accepted + changed + rejected, accepted, changed, rejected, leftOut),
                rejectionList,
                changeList,
                List.copyOf(warnings.values()),
                roles.fields(),
                file.fields(),
                tags,
                tagReasons,
                Math.round((System.nanoTime() - startNanos) / 1e6) / 1e3);
    }

    private static Rejection rejection(RejectionCode code, Tally tally) {
        return new Rejection(code.key(), tally.count(), code.what(), code.whatToDo(), tally.examples());
    }

    private Change change(ChangeCode code, Tally tally) {
        return new Change(code.key(), tally.count(), code.what(), changeDetails.get(code), tally.examples());
    }
}
