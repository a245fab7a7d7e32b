/** The numbers that describe a plan. */
@NullMarked
package org.copse.planning.measure;

import org.jspecify.annotations.NullMarked;
