@NullMarked
package org.copse.geoimport.source;

import org.jspecify.annotations.NullMarked;
