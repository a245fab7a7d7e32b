/**
 * How a plan comes about.
 *
 * <ol>
 *   <li>{@link org.copse.planning.search.Layout} fixes what is fixed before the search: parts of the district that are not connected, the
 *       teams of each part, and so the hours that every beat and sector is to have.
 *   <li>{@link org.copse.planning.search.Starts} makes plans that are connected and roughly even: power diagrams in the plane ({@link
 *       org.copse.planning.search.PowerDiagram}, put together again on the graph by {@link org.copse.planning.search.Rejoining}), recursive
 *       bisection on the graph ({@link org.copse.planning.search.Bisection}), beats first and sectors after ({@link
 *       org.copse.planning.search.SectorsOfBeats}), cuts between communities ({@link org.copse.planning.search.CommunityBlocks}), or the
 *       areas in force.
 *   <li>{@link org.copse.planning.search.Annealing} cools a start down: one unit at a time crosses a boundary, or two change places where
 *       bounds hold a single one back. {@link org.copse.planning.search.Contiguity} sees to it that no beat and no sector ever falls into
 *       pieces, mostly from a unit's neighbours alone ({@link org.copse.planning.search.LocalLinks}). Bounds may be missed on the way, for a
 *       price that follows how often they are. Beats of few units that are still out of their bounds then share their units out
 *       anew with their neighbours, all ways tried ({@link org.copse.planning.search.Recombination}).
 *   <li>{@link org.copse.planning.search.FavourSearch} runs such {@linkplain org.copse.planning.search.Cycle cycles} in {@linkplain
 *       org.copse.planning.search.Rounds rounds}, some from fresh starts and some from the best plan so far, two side by side; and {@link
 *       org.copse.planning.search.PlanSearch} does so for every favour within one budget. {@link org.copse.planning.search.Archive} keeps
 *       what the cycles end with, and gives each favour its best.
 * </ol>
 *
 * <p>What a cycle does depends on the problem, the seed and its number alone, and results are taken up in their order: a budget in iterations
 * gives the same plan on one thread and on two.
 *
 * <p>{@link org.copse.planning.search.MendSearch} (all ways of a few moves in {@link org.copse.planning.search.FewestMoves}, joined sectors in
 * {@link org.copse.planning.search.SectorBridges}) and {@link org.copse.planning.search.Examining} answer a planner who draws by hand. Public
 * classes here are entries for {@link org.copse.planning.Planner} alone.
 */
@NullMarked
package org.copse.planning.search;

import org.jspecify.annotations.NullMarked;
