/**
 * Maps drawn on the server with Java2D, in the style sheet's colours: shapes only, so that a machine without fonts can draw them. Where
 * words belong is told to whoever writes them.
 */
@NullMarked
package org.copse.server.drawing;

import org.jspecify.annotations.NullMarked;
