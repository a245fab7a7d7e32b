/** What the audit log promises, tried on both databases. */
@NullMarked
package org.copse.server.audit;

import org.jspecify.annotations.NullMarked;
