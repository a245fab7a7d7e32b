package org.copse.server.audit;

/**
 * Something in the log that is not as it was written.
 *
 * @param seq the entry that it shows at
 * @param code stable, for scripts
 * @param words for people
 */
public record AuditFinding(long seq, Code code, String words) {
    /** What can be wrong. */
    public enum Code {
        /** What an entry says is not what its hash was made of. */
        CHANGED_ENTRY,
        /** An entry does not follow the one before it. */
        BROKEN_LINK,
        /** Numbers are left out. */
        MISSING_ENTRIES,
        /** A personal text is not the one that was committed to. */
        CHANGED_TEXT,
        /** A personal text is gone, and no erasure says so. */
        MISSING_TEXT,
        /** A personal text that no entry committed to. */
        ADDED_TEXT,
        /** The log begins later than at 1, without a valid checkpoint. */
        CUT_FRONT,
        /** A signed head is further than the log's end. */
        CUT_TAIL,
        /** The log does not go through a signed head. */
        REWRITTEN,
        /** A signature is wrong, or of a key that is not known. */
        WRONG_SIGNATURE
    }
}
