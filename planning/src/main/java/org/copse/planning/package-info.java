/** The planning engine. */
@NullMarked
package org.copse.planning;

import org.jspecify.annotations.NullMarked;
