/** Facts about comparisons. */
@NullMarked
package org.copse.server.review;

import org.jspecify.annotations.NullMarked;
