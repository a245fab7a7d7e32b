/**
 * Sheets to print and to hand in: words, tables and maps as PDF, with embedded fonts, in every language that Copse speaks. What is written
 * stands in the reading order, and can be searched and copied.
 */
@NullMarked
package org.copse.server.pdf;

import org.jspecify.annotations.NullMarked;
