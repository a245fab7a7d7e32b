/** CSV that a spreadsheet opens as text and numbers, and never as formulas. */
@NullMarked
package org.copse.server.csv;

import org.jspecify.annotations.NullMarked;
