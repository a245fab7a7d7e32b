/** Mail that tells organisations what is theirs to do: an outbox in the database, and SMTP. */
@NullMarked
package org.copse.server.mail;

import org.jspecify.annotations.NullMarked;
