@NullMarked
package org.copse.geoimport.incident;

import org.jspecify.annotations.NullMarked;
