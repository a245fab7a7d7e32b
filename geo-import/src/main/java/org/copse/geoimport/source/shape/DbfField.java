package org.copse.geoimport.source.shape;

/**
 * A column of a .dbf table.
 *
 * @param type letter of the format: C text, N and F numbers, L truth, D day, I whole number, O and B double
 * @param offset in a row, in bytes
 * @param length in bytes
 * @param decimals of a number
 */
record DbfField(String name, char type, int offset, int length, int decimals) {}
