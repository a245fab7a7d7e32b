/** What people read, on the server's side: the front end's messages, and numbers and dates as each language writes them. */
@NullMarked
package org.copse.server.words;

import org.jspecify.annotations.NullMarked;
