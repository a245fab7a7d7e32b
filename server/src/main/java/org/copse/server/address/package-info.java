/**
 * Addresses: finding a house, a street or a place by what a resident types. A <em>gazetteer</em> is made of the newest address layers, in memory,
 * one entry for each street, town and postcode; a street's houses stand within its entry. Each server makes its own, in the background, and
 * answers from the one before until the new one is whole. What somebody asks for is in no URL, no log and no metric.
 */
@NullMarked
package org.copse.server.address;

import org.jspecify.annotations.NullMarked;
