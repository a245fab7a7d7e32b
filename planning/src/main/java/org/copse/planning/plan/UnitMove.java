package org.copse.planning.plan;

/**
 * A unit that changes beat.
 *
 * @param unit the unit, from 0
 * @param from the beat it leaves, from 0
 * @param to the beat it joins, from 0
 */
public record UnitMove(int unit, int from, int to) {}
