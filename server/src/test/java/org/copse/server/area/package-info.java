@NullMarked
package org.copse.server.area;

import org.jspecify.annotations.NullMarked;
