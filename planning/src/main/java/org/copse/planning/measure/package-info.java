/**
 * Measures describe a finished plan in numbers that people can check: hours, residents, area and shape of every beat and sector, what is
 * split and who changes officer. They are computed from the plan and the problem alone, never from the search's own books.
 */
@NullMarked
package org.copse.planning.measure;

import org.jspecify.annotations.NullMarked;
