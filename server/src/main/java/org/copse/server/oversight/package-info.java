/** What auditors see: who did what, when and why. It stands above the log itself, which every feature writes to. */
@NullMarked
package org.copse.server.oversight;

import org.jspecify.annotations.NullMarked;
