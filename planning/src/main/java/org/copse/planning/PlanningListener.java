package org.copse.planning;

/** Hears how a search goes on, at least five times a second, always on the thread that called the planner. */
@FunctionalInterface
public interface PlanningListener {

    /** A listener that does not listen. */
    PlanningListener SILENT = progress -> {};

    /** Called with the search's present state. Must return quickly: the search's results wait for it. */
    void onProgress(Progress progress);
}
