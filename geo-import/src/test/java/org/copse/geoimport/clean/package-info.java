@NullMarked
package org.copse.geoimport.clean;

import org.jspecify.annotations.NullMarked;
