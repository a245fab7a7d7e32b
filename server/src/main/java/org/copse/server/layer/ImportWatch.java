package org.copse.server.layer;

/** Looks on while a file is imported. */
@FunctionalInterface
public interface ImportWatch {
    /** Nobody looks on. */
    ImportWatch NONE = read -> true;

    /**
     * Told from time to time how far the import is.
     *
     * @param read features so far
     * @return whether the import is to go on; if not, it ends as {@link ImportCancelled} and stores nothing
     */
    boolean goesOn(long read);
}
