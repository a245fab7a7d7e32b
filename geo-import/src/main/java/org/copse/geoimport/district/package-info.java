/**
 * Joins the layers of a district into what a plan is made from.
 *
 * <p>Layers come in as features; out come, unit by unit, the evidence that workload is estimated from, and for the
 * whole the adjacency graph, the territories (units plus the streets and gaps between them) and a planning problem.
 * {@link org.copse.geoimport.district.UnitMap} places positions in units, {@link
 * org.copse.geoimport.district.District} does the joining. What could not be joined is counted and listed on both
 * sides in {@link org.copse.geoimport.district.DistrictReport}; nothing is dropped in silence.
 *
 * <p>Reads no file and knows no database: the command line and the server both bring their layers here.
 */
@NullMarked
package org.copse.geoimport.district;

import org.jspecify.annotations.NullMarked;
