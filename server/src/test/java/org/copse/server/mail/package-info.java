@NullMarked
package org.copse.server.mail;

import org.jspecify.annotations.NullMarked;
