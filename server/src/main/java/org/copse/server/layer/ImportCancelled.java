package org.copse.server.layer;

/** An import was ended on request; nothing of it is stored. */
public final class ImportCancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportCancelled(long read) {
        super("cancelled after " + read + " features");
    }
}
