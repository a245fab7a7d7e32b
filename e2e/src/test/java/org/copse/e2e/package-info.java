/** Browser tests. */
@NullMarked
package org.copse.e2e;

import org.jspecify.annotations.NullMarked;
