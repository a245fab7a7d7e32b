/** What a map foretold against what was recorded later: PAI, PEI, RRI. */
@NullMarked
package org.copse.statistics.scoring;

import org.jspecify.annotations.NullMarked;
