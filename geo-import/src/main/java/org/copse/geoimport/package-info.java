/**
 * Files in; checked layers and an import report out.
 *
 * <p>A <em>layer</em> is a list of features of one {@link org.copse.geoimport.LayerKind kind}: geometry in WGS 84
 * (longitude, latitude) and attributes. {@link org.copse.geoimport.LayerImport} reads a file into one, whatever its
 * format, and accounts for every feature of the file in exactly one of three buckets: accepted as it was, changed, or
 * rejected with a code. What a file means is said by {@link org.copse.geoimport.FieldRoles}: which column is the id,
 * which the population, which the date.
 *
 * <p>A file that cannot be used at all, or that passes one of the {@link org.copse.geoimport.Limits}, ends as
 * {@link org.copse.geoimport.ImportRefused} with a code from a closed list.
 */
@NullMarked
package org.copse.geoimport;

import org.jspecify.annotations.NullMarked;
