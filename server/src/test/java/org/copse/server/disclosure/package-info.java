/** Facts about published tables, and an attacker who has all of them. */
@NullMarked
package org.copse.server.disclosure;

import org.jspecify.annotations.NullMarked;
