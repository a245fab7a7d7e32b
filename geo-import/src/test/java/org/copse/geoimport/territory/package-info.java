/** Facts about territories, on maps drawn as text and on real units. */
@NullMarked
package org.copse.geoimport.territory;

import org.jspecify.annotations.NullMarked;
