package org.copse.server.cli;

/** The command line asks for something that cannot be: exit code 2, with the reason. */
final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    Usage(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Returns what is wrong with the options, in a sentence. */
    String reason() {
        return reason;
    }
}
