package org.copse.planning.plan;

import java.util.Optional;
import org.copse.planning.problem.SoftTerm;

/**
 * A stretch of the boundary between two beats that one thing holds where it is.
 *
 * @param beat the beat on one side, from 0
 * @param otherBeat the beat on the other side, from 0, greater than {@code beat}
 * @param cause what stands against moving the boundary
 * @param term the soft term that would worsen most; empty unless the cause is {@link BoundaryReason.Cause#TERM}
 * @param edges pairs of neighbours that it runs between
 * @param metres its length; 0 where boundaries are not measured
 * @param by the least by which the cause stands against a move along it, as {@link BoundaryReason#by} has it
 */
public record BoundaryStretch(
        int beat,
        int otherBeat,
        BoundaryReason.Cause cause,
        Optional<SoftTerm> term,
        int edges,
        double metres,
        double by) {}
