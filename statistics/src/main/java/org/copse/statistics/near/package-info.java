/** Nearness: which cells are neighbours, and how far it is where a barrier stands between. */
@NullMarked
package org.copse.statistics.near;

import org.jspecify.annotations.NullMarked;
