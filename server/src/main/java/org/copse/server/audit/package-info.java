/**
 * Nothing without a trace: an append-only log of who did what, when and why. Its entries form a chain of hashes over salted
 * commitments, so that a changed or removed entry shows while what is personal in it can be erased; signed heads of the chain are written
 * outside the database, so that a cut tail shows too.
 *
 * <p>Any feature may call {@link org.copse.server.audit.AuditLog#record}; this package knows none of them.
 */
@NullMarked
package org.copse.server.audit;

import org.jspecify.annotations.NullMarked;
