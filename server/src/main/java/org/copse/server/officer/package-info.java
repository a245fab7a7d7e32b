/**
 * A resident officer is permanently assigned to one beat. The public knows them by a duty name or number, languages, hours and a
 * service phone and address, and by nothing else.
 */
@NullMarked
package org.copse.server.officer;

import org.jspecify.annotations.NullMarked;
