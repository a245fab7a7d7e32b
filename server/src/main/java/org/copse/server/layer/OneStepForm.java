package org.copse.server.layer;

import org.copse.geoimport.DateOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What comes with an uploaded file.
 *
 * @param kind one of the layer kinds
 * @param name the layer's name; that of the file, without its ending, when not given
 * @param roles a JSON object from role to column
 * @param crs states the CRS where the file does not, or wrongly, such as {@code EPSG:31370}
 * @param swapAxes true where latitude or northing stands first
 * @param decimal sign before fractions in a table, a point or a comma
 * @param dates order of dates in figures: DAY_FIRST, MONTH_FIRST or YEAR_FIRST
 * @param fractions true where counts of people with fractions are meant so
 * @param tags a JSON object from column to what it is: {@code {"measure": "COUNT", "sensitivity": "ORDINARY", "reason": "street lamps"}};
 *     the reason is wanted where the column may be of a special category and is ordinary
 * @param role what a backdrop shows: land, water, park, street or railway; land when not given
 * @param layer which layer of a file with several
 */
record OneStepForm(
        @Nullable MultipartFile file,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String roles,
        @Nullable String tags,
        @Nullable String crs,
        @Nullable Boolean swapAxes,
        @Nullable String decimal,
        @Nullable DateOrder dates,
        @Nullable Boolean fractions,
        @Nullable String layer,
        @Nullable String role,
        @Nullable String source,
        @Nullable String licence,
        @Nullable String purpose,
        @Nullable String legalBasis,
        @Nullable String asOf) {}
