/**
 * Consultation: residents see a proposed plan and the reasons for its boundaries, and say what they think, without an account and without a
 * script. Comments are read by staff before anybody else sees them; each that is shown gets an answer before the consultation closes. Who was
 * invited, reached and not reached stands beside it.
 */
@NullMarked
package org.copse.server.consultation;

import org.jspecify.annotations.NullMarked;
