/**
 * The public face: the finder that answers whose beat an address lies in, the page of each beat and sector, and the list of all. Everything is
 * text that the server writes; script adds suggestions and a map.
 */
@NullMarked
package org.copse.server.area;

import org.jspecify.annotations.NullMarked;
