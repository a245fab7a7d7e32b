/**
 * What fills the sample city: residents, areas, places, addresses, incidents, officers. All of it is invented.
 */
@NullMarked
package org.copse.samplemaps.people;

import org.jspecify.annotations.NullMarked;
