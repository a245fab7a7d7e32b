/** The search: how plans come about. Nothing here is public but its entry. */
@NullMarked
package org.copse.planning.search;

import org.jspecify.annotations.NullMarked;
