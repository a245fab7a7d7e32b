/**
 * Published plans by what is known now: whether each beat is still of the right size, and which sites are alike enough to tell what a pilot did. Measured
 * with the ruler of {@code comparison}.
 */
@NullMarked
package org.copse.server.review;

import org.jspecify.annotations.NullMarked;
