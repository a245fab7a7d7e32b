@NullMarked
package org.copse.statistics.change;

import org.jspecify.annotations.NullMarked;
