/** Facts about the command line: what it writes, what it refuses, and with which exit code. */
@NullMarked
package org.copse.server.cli;

import org.jspecify.annotations.NullMarked;
