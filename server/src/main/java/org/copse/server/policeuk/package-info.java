/**
 * An interface in the shape of the British police.uk, for programs that know that one: the beats of the plan in force are its neighbourhoods. What
 * is different here is in {@code docs/police-uk.md}.
 */
@NullMarked
package org.copse.server.policeuk;

import org.jspecify.annotations.NullMarked;
