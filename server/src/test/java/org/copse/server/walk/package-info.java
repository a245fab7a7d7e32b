@NullMarked
package org.copse.server.walk;

import org.jspecify.annotations.NullMarked;
