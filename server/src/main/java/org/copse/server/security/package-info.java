/** What every request passes: the order of the filters, the headers of answers, and the permission that an endpoint declares. */
@NullMarked
package org.copse.server.security;

import org.jspecify.annotations.NullMarked;
