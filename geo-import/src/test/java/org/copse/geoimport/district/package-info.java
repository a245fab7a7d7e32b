/** Facts about joining layers, on towns drawn as text. */
@NullMarked
package org.copse.geoimport.district;

import org.jspecify.annotations.NullMarked;
