package org.copse.server.audit;

import java.util.List;

/**
 * What a verification saw.
 *
 * @param first the first entry's number; 0 when there is none
 * @param last the last entry's number
 * @param entries how many were checked
 * @param texts how many personal texts were checked
 * @param erased how many had been erased, by entries of the log that say so
 * @param heads how many signed heads were checked against the chain
 * @param headsBeforeCut how many heads are of entries that the retention has cut since
 * @param cutUpTo the last entry that the retention cut; 0 when none
 * @param keyFromLogItself whether signatures were checked with the keys that the log itself names, for want of others
 * @param findings at most {@value #MOST_FINDINGS}, in the order of the log; none when all is as it was written
 */
public record AuditReport(
        long first,
        long last,
        long entries,
        long texts,
        long erased,
        int heads,
        int headsBeforeCut,
        long cutUpTo,
        boolean keyFromLogItself,
        List<AuditFinding> findings) {
    static final int MOST_FINDINGS = 100;

    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** Returns whether everything is as it was written. */
    public boolean intact() {
        return findings.isEmpty();
    }
}
