@NullMarked
package org.copse.server.concern;

import org.jspecify.annotations.NullMarked;
