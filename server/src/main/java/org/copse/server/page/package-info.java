/** The pages that people open in a browser, and which of them need a sign-in. */
@NullMarked
package org.copse.server.page;

import org.jspecify.annotations.NullMarked;
