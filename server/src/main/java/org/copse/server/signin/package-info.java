/** Signing in and out: password and second factor, an identity provider, how long a session lasts, and where one goes after. */
@NullMarked
package org.copse.server.signin;

import org.jspecify.annotations.NullMarked;
