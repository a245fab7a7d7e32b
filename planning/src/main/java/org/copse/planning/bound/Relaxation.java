package org.copse.planning.bound;

/** What is left of a problem once every unit has a price instead of having to be given away just once: K centres, each with the units it takes. */
interface Relaxation {

    /** Solves what is left; returns a lower bound on the inertia of every plan, whatever the prices are. */
    double solve(double[] unitPrice);

    /** Adds to each unit how often the last solution took it. */
    void addTaken(double[] unitPrice, double[] taken);
}
