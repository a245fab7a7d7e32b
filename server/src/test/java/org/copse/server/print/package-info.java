@NullMarked
package org.copse.server.print;

import org.jspecify.annotations.NullMarked;
