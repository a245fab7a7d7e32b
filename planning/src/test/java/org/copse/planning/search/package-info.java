/** Parts of the search, each against a slow and simple truth. */
@NullMarked
package org.copse.planning.search;

import org.jspecify.annotations.NullMarked;
