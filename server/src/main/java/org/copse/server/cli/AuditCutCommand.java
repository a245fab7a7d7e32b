package org.copse.server.cli;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.copse.server.audit.AuditMaintenance;
import org.copse.server.audit.SigningKey;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code copse audit cut}: cuts entries whose retention is over, where the server itself may not. */
@Command(
        name = "cut",
        description = {
            "Cuts the entries at the front of the audit log that are older than the retention, by a signed checkpoint, so",
            "that the rest still verifies. A server whose database user owns the schema does this by itself once a day."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:usage", "3:the database cannot be opened, or its user may not do this"})
final class AuditCutCommand implements Callable<Integer> {
    private static final int SHORTEST_DAYS = 30;

    @Mixin
    DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--keep-days",
            paramLabel = "DAYS",
            required = true,
            description = "How many days are kept; at least " + SHORTEST_DAYS + ".")
    int keepDays;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (keepDays < SHORTEST_DAYS) {
            throw new ParameterException(
                    spec.commandLine(), "--keep-days must be at least " + SHORTEST_DAYS + ", not " + keepDays);
        }
        try {
            long cut = new AuditMaintenance(database.openAsOwner(), Clock.systemUTC())
                    .cut(Duration.ofDays(keepDays), SigningKey.in(database.auditFolder()));
            spec.commandLine().getOut().println("Cut " + cut + " entries, and recorded that.");
            return ExitCode.OK;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            spec.commandLine().getErr().println(e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            spec.commandLine()
                    .getErr()
                    .println("Nothing was cut: " + e.getMostSpecificCause().getMessage());
        }
        return AuditCommand.REFUSED;
    }
}
