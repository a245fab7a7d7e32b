/** Scenarios and properties of the engine as a whole. */
@NullMarked
package org.copse.planning;

import org.jspecify.annotations.NullMarked;
