/** The audit log as auditors read it. */
@NullMarked
package org.copse.server.oversight;

import org.jspecify.annotations.NullMarked;
