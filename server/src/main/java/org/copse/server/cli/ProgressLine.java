package org.copse.server.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.copse.planning.PlanningListener;
import org.copse.planning.Progress;

/** Shows progress: a bar that redraws itself on a terminal, plain lines elsewhere. */
final class ProgressLine implements PlanningListener {
    private static final int WIDTH = 30;
    private static final long NANOS_BETWEEN_DRAWS = 100_000_000L;
    private static final long NANOS_BETWEEN_LINES = 2_000_000_000L;
    private static final int LINE_WIDTH = 78;

    private final PrintWriter err;
    private final boolean terminal;
    private String phase = "";
    private long last;
    private boolean barIsOpen;

    ProgressLine(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Returns progress for where this process writes to. */
    @SuppressWarnings(
            "SystemConsoleNull") // from Java 22 on a console is always there: a bar then goes where TERM says one can
    static ProgressLine onStandardError(PrintWriter err) {
        String kind = System.getenv("TERM");
        return new ProgressLine(err, System.console() != null && kind != null && !kind.equals("dumb"));
    }

    /** Says what is being done, on a line of its own. */
    void say(String doing) {
        closeBar();
        err.println(doing);
        err.flush();
    }

    @Override
    public void onProgress(Progress progress) {
        long now = System.nanoTime();
        boolean news = !progress.phase().equals(phase);
        if (!news && now - last < (terminal ? NANOS_BETWEEN_DRAWS : NANOS_BETWEEN_LINES)) {
            return;
        }
        phase = progress.phase();
        last = now;
        if (terminal) {
            err.print("\r" + padded(bar(progress.fraction()) + " " + text(progress)));
            barIsOpen = true;
        } else {
            err.println(text(progress));
        }
        err.flush();
    }

    private static String bar(double fraction) {
        int full = (int) Math.round(Math.max(0, Math.min(1, fraction)) * WIDTH);
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
    }

    private static String text(Progress progress) {
        String best = progress.bestScore().isPresent()
                ? String.format(Locale.ROOT, ", best %.4f", progress.bestScore().getAsDouble())
                : "";
        return String.format(
                Locale.ROOT,
                "%3.0f %% %s, %.1f s%s",
                progress.fraction() * 100,
                progress.phase(),
                progress.elapsed().toMillis() / 1000.0,
                best);
    }

    private static String padded(String line) {
        return line.length() >= LINE_WIDTH
                ? line.substring(0, LINE_WIDTH)
                : line + " ".repeat(LINE_WIDTH - line.length());
    }

    /** Leaves the bar, so that what follows begins on a line of its own. */
    void closeBar() {
        if (barIsOpen) {
            err.println();
            err.flush();
            barIsOpen = false;
        }
        phase = "";
    }
}
