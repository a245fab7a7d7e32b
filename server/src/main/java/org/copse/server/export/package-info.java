/** What leaves as files: a plan's report, tables and territories, for the command line and over HTTP alike. */
@NullMarked
package org.copse.server.export;

import org.jspecify.annotations.NullMarked;
