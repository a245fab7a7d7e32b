/** The sheet of a beat on paper, for those who have no screen: A4, A3 for a hallway, and a card; in each language. */
@NullMarked
package org.copse.server.print;

import org.jspecify.annotations.NullMarked;
