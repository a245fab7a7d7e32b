/** What the server's tests share: a database of their own, on both products. */
@NullMarked
package org.copse.server;

import org.jspecify.annotations.NullMarked;
