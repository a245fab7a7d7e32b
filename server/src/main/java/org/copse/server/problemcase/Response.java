package org.copse.server.problemcase;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A row of the integrated security management matrix.
 *
 * @param number from 1, in the order in which they were planned
 * @param who kind of organisation that does it
 * @param with kinds of organisations that it is done with
 * @param place where
 * @param from first day
 * @param due last day
 * @param wanted what is to come of it
 * @param state one of {@link ResponseRequest#STATES}
 */
record Response(
        UUID id,
        int number,
        String what,
        String who,
        List<String> with,
        String place,
        LocalDate from,
        LocalDate due,
        String how,
        String wanted,
        String state) {
    Response {
        with = List.copyOf(with);
    }

    boolean isOverdue(LocalDate today) {
        return (state.equals("planned") || state.equals("doing")) && due.isBefore(today);
    }
}
