/** Files in; checked layers out. */
@NullMarked
package org.copse.geoimport;

import org.jspecify.annotations.NullMarked;
