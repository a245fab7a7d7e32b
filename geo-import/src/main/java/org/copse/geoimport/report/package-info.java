/**
 * What became of each feature of a file.
 *
 * <p>A <em>rejection</em>, a <em>change</em> and a <em>warning</em> each have a code from a closed list. The {@link
 * org.copse.geoimport.report.ReportBuilder} counts them while features pass, keeps the first few of each as examples,
 * and sees to it that every feature ends in exactly one bucket.
 */
@NullMarked
package org.copse.geoimport.report;

import org.jspecify.annotations.NullMarked;
