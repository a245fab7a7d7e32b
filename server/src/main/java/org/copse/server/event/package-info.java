/** Meetings of residents and police, polls of what comes first, what they agreed to work on, and what was done. */
@NullMarked
package org.copse.server.event;

import org.jspecify.annotations.NullMarked;
