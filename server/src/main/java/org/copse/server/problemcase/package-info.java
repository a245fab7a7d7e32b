/**
 * Problem cases after SARA: what was seen, told and recorded, grouped into a problem whose cause somebody looks for (scan), explains by place, target and who
 * does it (analyse), works on with others (respond), and measures (assess). Features that have something to put into a case say so by a
 * {@link org.copse.server.problemcase.SourceFinder}; a case knows none of them (docs/decisions/251-roles-are-chosen.md, 252-a-source-brings-itself.md).
 */
@NullMarked
package org.copse.server.problemcase;

import org.jspecify.annotations.NullMarked;
