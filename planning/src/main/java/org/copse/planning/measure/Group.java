package org.copse.planning.measure;

/**
 * Some of the residents, such as those who speak a language.
 *
 * @param name as planners know it
 * @param people by unit; 0 up to the unit's residents. Not to be changed
 */
public record Group(String name, double[] people) {}
