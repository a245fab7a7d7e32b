/** Facts about imports. */
@NullMarked
package org.copse.geoimport;

import org.jspecify.annotations.NullMarked;
