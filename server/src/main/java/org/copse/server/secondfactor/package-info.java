/** The second factor of a sign-in: codes of an authenticator, their secret as a picture, and what a code may do once. */
@NullMarked
package org.copse.server.secondfactor;

import org.jspecify.annotations.NullMarked;
