/** Tests of redrawing a plan by hand. */
@NullMarked
package org.copse.server.redraw;

import org.jspecify.annotations.NullMarked;
