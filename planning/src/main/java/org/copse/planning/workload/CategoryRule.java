package org.copse.planning.workload;

/**
 * Which incidents of one category count, with the reason and who gave it.
 *
 * @param counted which of them
 * @param reason why; not blank
 * @param author who decided; not blank
 */
public record CategoryRule(Counted counted, String reason, String author) {

    /** The rule of a category that nobody has decided on. */
    static final CategoryRule UNDECIDED =
            new CategoryRule(Counted.ALL, "Nothing says that police find these.", Minutes.STARTING_VALUE_AUTHOR);

    /** Checks that somebody has given a reason. */
    public CategoryRule {
        Minutes.said("reason", reason);
        Minutes.said("author", author);
    }

    /** Returns a rule that the product proposes: a place to start from, which a planner may change. */
    public static CategoryRule proposed(Counted counted, String reason) {
        return new CategoryRule(counted, reason, Minutes.STARTING_VALUE_AUTHOR);
    }
}
