package org.copse.server.audit;

/**
 * Entries were added and committed.
 *
 * @param seq the last one's
 */
record AuditAppended(long seq) {}
