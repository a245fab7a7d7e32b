package org.copse.server.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.copse.server.audit.AuditMaintenance;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code copse audit erase}: takes personal texts out of the audit log, on somebody's request. */
@Command(
        name = "erase",
        description = {
            "Erases personal texts of the audit log on request: an account's name and addresses, and what names it.",
            "What was done, to what and when stays, the chain still verifies, and the erasure is itself an entry.",
            "On PostGIS it needs the schema's owner; the server's user cannot."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:usage", "3:the database cannot be opened, or its user may not do this"},
        footer = {
            "",
            "Example: an account that was closed, and every text that mentions it",
            "  copse audit erase --account a.jansen --mentions --reason \"request 2031/17\""
        })
final class AuditEraseCommand implements Callable<Integer> {
    @Mixin
    DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--account", paramLabel = "NAME", description = "The account whose name and addresses to erase.")
    @Nullable
    String account;

    @Option(
            names = "--mentions",
            description =
                    "Also every reason, before and after that contains the account's name. It erases the text as a"
                            + " whole; a short name may be part of other words.")
    boolean mentions;

    @Option(
            names = "--entry",
            paramLabel = "NUMBER",
            description = "An entry whose personal texts to erase, all of them; may be given several times.")
    List<Long> entries = new ArrayList<>();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why: recorded, so it names nobody.")
    String reason = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who does it; the operating system's account when not given.")
    String by = System.getProperty("user.name");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        AuditMaintenance.Erasure erasure;
        try {
            erasure = new AuditMaintenance.Erasure(account, mentions, entries);
            if (reason.isBlank()) {
                throw new IllegalArgumentException("--reason is blank");
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        try {
            int erased = new AuditMaintenance(database.openAsOwner(), Clock.systemUTC()).erase(erasure, by, reason);
            spec.commandLine().getOut().println("Erased " + erased + " personal texts, and recorded that.");
            return ExitCode.OK;
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            spec.commandLine()
                    .getErr()
                    .println("Nothing was erased: " + e.getMostSpecificCause().getMessage());
        }
        return AuditCommand.REFUSED;
    }
}
