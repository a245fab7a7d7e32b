/**
 * A job is work that takes longer than a request: claimed from the database, with its progress, its cancel request and its end
 * in the database. A job whose server died ends as failed, said so, and is never begun twice.
 */
@NullMarked
package org.copse.server.job;

import org.jspecify.annotations.NullMarked;
