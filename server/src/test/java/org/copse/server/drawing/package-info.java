/** Facts about maps drawn on the server. */
@NullMarked
package org.copse.server.drawing;

import org.jspecify.annotations.NullMarked;
