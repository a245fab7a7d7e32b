/**
 * Redrawing a plan by hand. A scenario has one working plan, saved in revisions that stay as they are. Each planner has a draft of their own
 * beside it: a plan that begins at a revision, and every edit since as what it changed, so that each can be taken back and nothing is lost when a
 * server stops. What the draft is worth is reckoned at once, in memory, by the engine's own measures; the memory is rebuilt from the database
 * whenever somebody else, or another server, was there in between.
 */
@NullMarked
package org.copse.server.redraw;

import org.jspecify.annotations.NullMarked;
