/** Facts about a beat that passes from one officer to the next. */
@NullMarked
package org.copse.server.handover;

import org.jspecify.annotations.NullMarked;
