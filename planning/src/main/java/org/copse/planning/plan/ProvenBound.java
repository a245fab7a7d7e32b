package org.copse.planning.plan;

import org.copse.planning.problem.Inertia;

/**
 * A number below which the moment of inertia of no plan within the bounds of beat hours can come, whoever draws it. It is about the best unit
 * of each beat as centre, never about means, which are lower.
 *
 * @param lower the bound, in hours·m², 0 or more
 * @param inertia how inertia is taken: about units, with the rounding of distances that the problem asks for
 */
public record ProvenBound(double lower, Inertia inertia) {

    /** Checks that the bound is about units. */
    public ProvenBound {
        if (!inertia.aboutUnit()) {
            throw new IllegalArgumentException("a proven bound is about units, not " + inertia);
        }
    }

    /**
     * Returns the share by which a plan could at most be better: 0.01 is one per cent; 0 or more. It says nothing about a plan that is
     * outside the bounds of beat hours.
     *
     * @param inertiaAboutUnits the plan's moment of inertia, taken as {@link #inertia} says, in hours·m²
     */
    public double gap(double inertiaAboutUnits) {
        return inertiaAboutUnits <= lower ? 0 : (inertiaAboutUnits - lower) / inertiaAboutUnits;
    }
}
