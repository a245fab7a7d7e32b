package org.copse.statistics.sequence;

import java.util.Arrays;

/**
 * When each incident was, as precisely as it is known: from a first day to a last, both included. A month stays a month of
 * thirty days and does not become its first.
 */
public final class Days {
    private long[] firstLast = new long[64];
    private int size;

    private Days() {}

    /** Returns an empty list. */
    public static Days empty() {
        return new Days();
    }

    /** Returns a list of incidents whose day is known, as days since 1970-01-01. */
    public static Days of(long... epochDays) {
        Days days = new Days();
        for (long day : epochDays) {
            days.add(day, day);
        }
        return days;
    }

    /** Adds an incident that was on a day from {@code first} to {@code last}, days since 1970-01-01. */
    public void add(long first, long last) {
        if (last < first) {
            throw new IllegalArgumentException("day " + last + " is before day " + first);
        }
        if (2 * size == firstLast.length) {
            firstLast = Arrays.copyOf(firstLast, 2 * firstLast.length);
        }
        firstLast[2 * size] = first;
        firstLast[2 * size + 1] = last;
        size++;
    }

    /** Returns how many there are. */
    public int size() {
        return size;
    }

    /** Returns the first day it may have been. */
    public long first(int index) {
        return firstLast[2 * index];
    }

    /** Returns the last day it may have been. */
    public long last(int index) {
        return firstLast[2 * index + 1];
    }

    /** Returns whether the day is known. */
    public boolean isExact(int index) {
        return first(index) == last(index);
    }
}
