/** What of a table of counts can be published so that no small count follows from the rest. */
@NullMarked
package org.copse.statistics.disclosure;

import org.jspecify.annotations.NullMarked;
