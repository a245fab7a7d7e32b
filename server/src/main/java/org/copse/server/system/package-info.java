/**
 * What every request meets whatever it is about: the closed catalogue of problems and the handlers that answer with it, the
 * pages and their security headers, limits, the description of the interface, and health.
 */
@NullMarked
package org.copse.server.system;

import org.jspecify.annotations.NullMarked;
