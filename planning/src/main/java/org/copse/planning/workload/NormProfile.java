package org.copse.planning.workload;

import java.util.List;

/**
 * How many residents one officer is meant to serve, and who says so.
 *
 * <p>A profile sets the number of officers only where a planner gives none. It is a place to start from, not a law.
 *
 * @param name a short name
 * @param residentsPerOfficer over 0, to 1,000,000
 * @param source where the figure comes from
 */
public record NormProfile(String name, int residentsPerOfficer, String source) {

    private static final double CONTACT_MINUTES_PER_OFFICER = 3_200;

    /** Checks the number and that it has a source. */
    public NormProfile {
        Minutes.within("residentsPerOfficer", residentsPerOfficer, 1, 1_000_000);
        Minutes.said("name", name);
        Minutes.said("source", source);
    }

    /** Returns the profiles that the product ships, the default first. */
    public static List<NormProfile> all() {
        return List.of(
                new NormProfile(
                        "4000", 4_000, "Widely quoted for Belgium; not in the guidelines for community policing"),
                new NormProfile("3000", 3_000, "Albania, the lower end of 3,000 to 7,000 (comparative study)"),
                new NormProfile("7000", 7_000, "Albania, the upper end of 3,000 to 7,000 (comparative study)"),
                new NormProfile("1000", 1_000, "Talsi in Latvia, about 1,000 (comparative study)"));
    }

    /** Returns the profile for a number of residents per officer: a shipped one, or one that a planner chose. */
    public static NormProfile of(int residentsPerOfficer) {
        return all().stream()
                .filter(profile -> profile.residentsPerOfficer == residentsPerOfficer)
                .findFirst()
                .orElseGet(() -> new NormProfile(
                        Integer.toString(residentsPerOfficer), residentsPerOfficer, "The planner's own"));
    }

    /** Returns how many officers this many residents call for: to the nearest whole number, at least one. */
    public int officersFor(double residents) {
        return (int) Math.max(1, Math.round(residents / residentsPerOfficer));
    }

    /**
     * Returns starting weights for this profile: an officer has the same {@code 3,200} minutes a month for contacts
     * whatever the number of residents, so that fewer residents get more of them each.
     */
    public WorkloadWeights startingWeights() {
        WorkloadWeights defaults = WorkloadWeights.defaults();
        Minutes contact = Minutes.starting(
                CONTACT_MINUTES_PER_OFFICER / residentsPerOfficer,
                "3,200 contact minutes a month shared by " + residentsPerOfficer + " residents");
        return new WorkloadWeights(
                name,
                new ContactWeights(contact, defaults.contact().minutesPerContact()),
                defaults.mix(),
                defaults.conflict(),
                defaults.places(),
                defaults.travel(),
                defaults.access(),
                defaults.officer());
    }
}
