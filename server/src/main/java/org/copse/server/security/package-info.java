/** Who may do what: accounts, roles, signing in, and the set-up link of a first start. */
@NullMarked
package org.copse.server.security;

import org.jspecify.annotations.NullMarked;
