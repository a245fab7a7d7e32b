/**
 * A plan is an assignment of every unit to a beat and of every beat to a sector. What the engine gives back stands here too: alternatives,
 * the bounds that they violate, and the way there.
 */
@NullMarked
package org.copse.planning.plan;

import org.jspecify.annotations.NullMarked;
