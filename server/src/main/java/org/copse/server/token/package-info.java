/** Tokens that programs bring instead of a sign-in: made by an account, for some of what it may do, until a day. */
@NullMarked
package org.copse.server.token;

import org.jspecify.annotations.NullMarked;
