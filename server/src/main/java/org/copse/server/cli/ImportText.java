package org.copse.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportReport;
import org.copse.geoimport.LonLatBox;
import org.copse.geoimport.preview.LayerPreview;
import org.copse.geoimport.preview.LayerPreview.Column;
import org.copse.geoimport.preview.LayerPreview.CrsChoice;
import org.copse.geoimport.preview.LayerPreview.RoleChoice;
import org.copse.geoimport.preview.LayerPreview.Row;

/** Preview and report of an import, for people. */
final class ImportText {
    private static final int ROWS = 3;
    private static final int VALUES = 8;
    private static final int EXAMPLES = 3;

    private final PrintWriter out;

    ImportText(PrintWriter out) {
        this.out = out;
    }

    /** Prints what an import would find. */
    void preview(LayerPreview preview) {
        line("%s: %s, %d bytes, sha256 %s", preview.file(), preview.format(), preview.bytes(), preview.sha256());
        if (!preview.layers().isEmpty()) {
            line(
                    "  layers: %s",
                    preview.layers().stream()
                            .map(layer -> layer.chosen() ? layer.name() + " (shown)" : layer.name())
                            .collect(Collectors.joining(", ")));
        }
        if (preview.text() != null) {
            line(
                    "  text: %s%s",
                    preview.text().encoding(),
                    preview.text().encodingCertain() ? "" : ", guessed (--encoding states another)");
        }
        line("  features: %s", preview.features() == null ? "many, not counted" : preview.features());
        if (preview.crs() != null) {
            crs(preview.crs());
        }
        if (!preview.kinds().isEmpty()) {
            line(
                    "  could be: %s",
                    preview.kinds().stream()
                            .map(kind ->
                                    kind.kind().key() + " (" + percent(kind.confidence()) + ", " + kind.reason() + ")")
                            .collect(Collectors.joining("; ")));
        }
        line("  as %s:", preview.kind().key());
        preview.roles().forEach(this::role);
        line("  columns:");
        preview.columns().forEach(this::column);
        preview.rows().stream().limit(ROWS).forEach(this::row);
        preview.notices().forEach(notice -> {
            line("  look at: %s (%s)", notice.what(), notice.code());
            whatToDo(notice.whatToDo());
        });
        preview.questions().forEach(question -> {
            line("  needs an answer: %s", question.what());
            question.answers().forEach(answer -> line("    %s: %s", answer.options(), answer.what()));
        });
        List<String> others = preview.undecided().stream()
                .filter(what -> !what.startsWith("question:"))
                .toList();
        if (!others.isEmpty()) {
            line("  to be stated: %s", String.join(", ", others));
        }
        if (preview.needsPurpose()) {
            line("  columns of special categories: --purpose and --legal-basis are needed to keep them");
        }
    }

    private void crs(CrsChoice crs) {
        if (crs.name().isEmpty()) {
            line("  CRS: unknown");
        } else {
            line(
                    "  CRS: %s %s, %s%s%s%s",
                    crs.code(),
                    crs.name(),
                    crs.reason(),
                    crs.swapAxes() ? ", axes swapped" : "",
                    crs.accuracyMetres() == null || crs.accuracyMetres() == 0
                            ? ""
                            : String.format(Locale.ROOT, ", good to about %.1f m", crs.accuracyMetres()),
                    crs.certain() ? "" : "; not certain");
            if (crs.lonLat() != null) {
                line("    lies at %s", box(crs.lonLat()));
            }
        }
        crs.alternatives()
                .forEach(other -> line(
                        "    could be --crs %s%s: %s at %s",
                        other.code(), other.swapAxes() ? " --swap-axes" : "", other.name(), box(other.lonLat())));
    }

    private static String box(LonLatBox box) {
        return String.format(
                Locale.ROOT, "%.4f…%.4f° E, %.4f…%.4f° N", box.west(), box.east(), box.south(), box.north());
    }

    private void role(RoleChoice role) {
        if (role.field() != null) {
            line(
                    "    %s = %s (%s, %s)%s",
                    role.role().key(),
                    role.field(),
                    percent(role.confidence()),
                    role.reason(),
                    role.confidence() < 0.5 ? " — only proposed: state it with --role" : "");
        } else if (role.required()) {
            line("    %s = ? (needed)", role.role().key());
        }
    }

    private void column(Column column) {
        line(
                "    %s: %s, %s, %s%s; %s filled; e.g. %s",
                column.name(),
                column.type(),
                column.tag().measure().name().toLowerCase(Locale.ROOT),
                column.tag().sensitivity().name().toLowerCase(Locale.ROOT),
                column.tagStated() ? " (stated)" : "",
                percent(column.filledShare()),
                String.join(" | ", column.examples()));
    }

    private void row(Row row) {
        String values = row.values().entrySet().stream()
                .limit(VALUES)
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(", "));
        String place = row.lon() == null || row.lat() == null
                ? ""
                : String.format(Locale.ROOT, " at %.5f, %.5f", row.lon(), row.lat());
        line("  row %d: %s%s%s", row.row(), row.geometry() == null ? "" : row.geometry(), place, " " + values);
    }

    /** Prints what an import did with each feature. */
    void report(ImportReport report) {
        ImportReport.Counts counts = report.counts();
        line(
                "%s as %s: %d read = %d accepted + %d changed + %d rejected%s, in %.1f s",
                report.file(),
                report.kind().key(),
                counts.read(),
                counts.accepted(),
                counts.changed(),
                counts.rejected(),
                counts.leftOut() > 0 ? " (" + counts.leftOut() + " left out by the filter)" : "",
                report.seconds());
        report.rejections().forEach(rejection -> {
            line("  %d rejected, %s: %s", rejection.count(), rejection.code(), rejection.what());
            examples(rejection.examples());
            whatToDo(rejection.whatToDo());
        });
        report.changes().forEach(change -> {
            line(
                    "  %d changed, %s: %s%s",
                    change.count(),
                    change.code(),
                    change.what(),
                    change.detail() == null ? "" : " (" + change.detail() + ")");
            examples(change.examples());
        });
        report.warnings().forEach(warning -> {
            line("  warning, %s: %s", warning.code(), warning.what());
            whatToDo(warning.whatToDo() == null ? "" : warning.whatToDo());
        });
    }

    private void examples(List<ImportReport.Example> examples) {
        examples.stream()
                .limit(EXAMPLES)
                .forEach(example -> line(
                        "    row %d: %s%s",
                        example.row(),
                        example.detail(),
                        example.lon() == null || example.lat() == null
                                ? ""
                                : String.format(Locale.ROOT, " at %.5f, %.5f", example.lon(), example.lat())));
    }

    /** Prints why nothing was taken. */
    void refused(ImportRefused refused) {
        line("Refused: %s: %s (%s)", refused.where(), refused.what(), refused.code());
        line("What to do: %s", refused.whatToDo());
        if (!refused.choices().isEmpty()) {
            line("Choose one of: %s", String.join(", ", refused.choices()));
        }
        refused.report().ifPresent(this::report);
    }

    private void whatToDo(String advice) {
        if (!advice.isEmpty()) {
            line("    what to do: %s", advice);
        }
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private void line(String format, Object... values) {
        // Columns and values come from the file: no control characters of theirs reach a terminal.
        out.println(String.format(Locale.ROOT, format, values).replaceAll("\\p{Cntrl}", "·"));
    }
}
