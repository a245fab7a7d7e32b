@NullMarked
package org.copse.server.event;

import org.jspecify.annotations.NullMarked;
