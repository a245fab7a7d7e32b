/** The command line: {@code copse} and its commands. Spring starts only for the commands that need it. */
@NullMarked
package org.copse.server.cli;

import org.jspecify.annotations.NullMarked;
