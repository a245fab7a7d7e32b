/**
 * The closed set of public tables: recorded incidents by hexagon, broad kind and quarter, each quarter published once, with small counts kept back.
 * All that the public learns of where incidents were is these tables and what can be reckoned from them alone
 * (docs/decisions/302-one-table-a-quarter.md).
 */
@NullMarked
package org.copse.server.disclosure;

import org.jspecify.annotations.NullMarked;
