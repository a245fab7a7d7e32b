package org.copse.server.cli;

import picocli.CommandLine.Command;

/** {@code copse audit}: checks the audit log, and takes out of it what may be taken out. */
@Command(
        name = "audit",
        description = "Checks the audit log, and takes out of it what may be taken out.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AuditVerifyCommand.class, AuditEraseCommand.class, AuditCutCommand.class})
final class AuditCommand {
    /** As an input that a command refuses: the database or a file cannot be read. */
    static final int REFUSED = 3;
}
