package org.copse.server.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code copse} command: the jar's entry point. */
@Command(
        name = "copse",
        description = "Beat planning for community-oriented policing.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ServeCommand.class,
            PlanCommand.class,
            CompareCommand.class,
            HotspotsCommand.class,
            ImportCommand.class,
            AuditCommand.class
        })
public final class CopseCommand {
    private CopseCommand() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CopseCommand()).execute(arguments));
    }
}
