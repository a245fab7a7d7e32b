package org.copse.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.copse.server.audit.AuditFinding;
import org.copse.server.audit.AuditReport;
import org.copse.server.audit.AuditVerification;
import org.copse.server.audit.PublicKeyOfLog;
import org.copse.server.audit.SignedHead;
import org.copse.server.audit.SigningKey;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code copse audit verify}: says whether the audit log is as it was written. */
@Command(
        name = "verify",
        description = {
            "Reads the whole audit log and says whether it is as it was written: no entry changed, added between,",
            "or removed, and no personal text changed or taken out but by an erasure. Signed heads show whether the",
            "end was cut off or the chain made anew; best are those that were kept on another machine.",
            "The server may run meanwhile."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the log is as it was written",
            "1:something went wrong that is nobody's input",
            "2:the command line asks for something that cannot be",
            "3:the database, a key or a file of heads cannot be read",
            "4:the log is NOT as it was written; the first place is said first"
        },
        footer = {
            "",
            "Example: the embedded database, with the heads and the key of its own folder",
            "  copse audit verify --data data",
            "Example: an auditor's own copy of heads and key",
            "  copse audit verify --db jdbc:postgresql://db/copse --heads heads.jsonl --key audit-key.pub"
        })
final class AuditVerifyCommand implements Callable<Integer> {
    private static final int TAMPERED = 4;

    @Mixin
    DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--heads",
            paramLabel = "FILE",
            description = "Signed heads, as the server exported them; may be given several times. Without it those of"
                    + " the data folder, if there are any.")
    List<Path> heads = new ArrayList<>();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Public key of the log, PEM; may be given several times. Without it that of the data folder,"
                    + " and without that the keys that the log itself names.")
    List<Path> keys = new ArrayList<>();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            List<SignedHead> kept = new ArrayList<>();
            for (Path file : files(heads, ServerOptions.headsFile(database.data))) {
                kept.addAll(SignedHead.read(file));
            }
            List<PublicKeyOfLog> trusted = new ArrayList<>();
            for (Path file : files(keys, SigningKey.publicFile(database.auditFolder()))) {
                trusted.add(PublicKeyOfLog.read(file));
            }
            AuditReport report = AuditVerification.verify(database.open(), kept, trusted);
            say(report);
            return report.intact() ? ExitCode.OK : TAMPERED;
        } catch (IOException | IllegalArgumentException e) {
            err.println(e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            err.println(
                    "The database cannot be read: " + e.getMostSpecificCause().getMessage());
        }
        return AuditCommand.REFUSED;
    }

    /** What is given; else what is there by itself. */
    private static List<Path> files(List<Path> given, Path usual) {
        return !given.isEmpty() ? given : Files.exists(usual) ? List.of(usual) : List.of();
    }

    private void say(AuditReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (report.entries() == 0) {
            out.println("The audit log has no entries.");
        } else {
            out.println("Entries " + report.first() + " to " + report.last() + ": " + report.entries()
                    + " read, each with its link to the one before.");
        }
        out.println("Personal texts: " + report.texts() + " checked against their commitments, " + report.erased()
                + " erased on record.");
        if (report.cutUpTo() > 0) {
            out.println("Entries up to " + report.cutUpTo() + " were cut by the retention, by a signed checkpoint.");
        }
        out.println(
                report.heads() + report.headsBeforeCut() == 0
                        ? "Signed heads: none given. A cut end, or a chain made anew, would not show."
                        : "Signed heads: " + report.heads() + " checked"
                                + (report.headsBeforeCut() > 0
                                        ? ", " + report.headsBeforeCut()
                                                + " of entries that the retention has cut since."
                                        : "."));
        if (report.keyFromLogItself()) {
            out.println("No key was given: signatures are checked with those that the log itself names.");
        }
        if (report.intact()) {
            out.println("The log is as it was written.");
            return;
        }
        out.println("THE LOG IS NOT AS IT WAS WRITTEN:");
        for (AuditFinding finding : report.findings()) {
            out.println("  " + finding.words() + " [" + finding.code() + "]");
        }
    }
}
