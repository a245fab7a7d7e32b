/** Plans and their labels. */
@NullMarked
package org.copse.planning.plan;

import org.jspecify.annotations.NullMarked;
