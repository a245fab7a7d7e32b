/** Accounts: whose they are, what their owner and an administrator may change, guessing slowed down, and the set-up link of a first start. */
@NullMarked
package org.copse.server.account;

import org.jspecify.annotations.NullMarked;
