package org.copse.server.cli;

import java.io.PrintWriter;
import org.copse.geoimport.ImportRefused;

/** Says why input was refused, for people. */
final class RefusalText {
    private static final int ROWS = 3;

    private RefusalText() {}

    /** Says what, where and what to do, with the first rows of each reason. */
    static void say(PrintWriter err, ImportRefused refused) {
        err.println("Refused: " + refused.where() + ": " + refused.what() + " (" + refused.code() + ")");
        err.println("What to do: " + refused.whatToDo());
        refused.report().ifPresent(report -> report.rejections().forEach(rejection -> {
            err.println("  " + rejection.count() + " rejected, " + rejection.code() + ": " + rejection.what());
            rejection.examples().stream()
                    .limit(ROWS)
                    .forEach(example -> err.println("    row " + example.row() + ": " + example.detail()));
        }));
        err.println("Nothing was written.");
        err.flush();
    }
}
