package org.copse.planning.workload;

/**
 * What an officer has to give.
 *
 * @param hoursPerMonth hours in the beat, after leave, training and court; over 0, to 744
 * @param protectedShare share of those hours that answering calls should leave alone; 0 to 1
 * @param reason why; not blank
 * @param author who set it; not blank
 */
public record OfficerTime(double hoursPerMonth, double protectedShare, String reason, String author) {
    /** Checks that there are hours, and no more than a month has. */
    public OfficerTime {
        Minutes.within("hoursPerMonth", hoursPerMonth, 1, 744);
        Minutes.within("protectedShare", protectedShare, 0, 1);
        Minutes.said("reason", reason);
        Minutes.said("author", author);
    }
}
