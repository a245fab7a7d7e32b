package org.copse.planning.plan;

import java.time.Duration;

/**
 * The best score at one moment of a search.
 *
 * @param elapsed time since the search began
 * @param iterations moves evaluated until then
 * @param score the best score until then; lower is better
 */
public record ScorePoint(Duration elapsed, long iterations, double score) {}
