package org.copse.planning.workload;

/**
 * How many incidents of one category there are, and how many count.
 *
 * @param category as the file names it
 * @param byResidents reported by residents
 * @param byPolice started by police; never count
 * @param byUnknown nobody recorded who started them
 * @param counted how many count as conflict
 * @param rule which of them count, and why
 */
public record CategoryTotals(
        String category, long byResidents, long byPolice, long byUnknown, long counted, CategoryRule rule) {

    /** Returns all of them. */
    public long recorded() {
        return byResidents + byPolice + byUnknown;
    }
}
