package org.copse.planning.workload;

/**
 * Time for being known: contacts with residents that nothing has to have gone wrong for.
 *
 * @param perResident minutes per resident and month
 * @param minutesPerContact how long one contact takes, minutes; it turns minutes into the number of visits
 *     that the way between them is reckoned from; 1 to {@value Minutes#MOST}
 */
public record ContactWeights(Minutes perResident, double minutesPerContact) {
    /** Checks the length of a contact. */
    public ContactWeights {
        Minutes.within("minutesPerContact", minutesPerContact, 1, Minutes.MOST);
    }

    ContactWeights removed() {
        return new ContactWeights(perResident.removed(), minutesPerContact);
    }
}
