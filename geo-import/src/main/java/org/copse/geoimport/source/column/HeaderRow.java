package org.copse.geoimport.source.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the header of a table stands. Tables that people make have titles, notes and empty rows above it.
 *
 * <p>A row is passed over only while it is plainly no header: nearly empty beside the rows under it, with a row of names
 * further down.
 */
public final class HeaderRow {
    /** Rows that are looked at. */
    public static final int ROWS = 50;

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9 .,']*%?");

    private HeaderRow() {}

    /**
     * Returns the index of the header among {@code rows}, 0 where nothing speaks for another.
     *
     * @param rows the first rows of a table, blank ones too
     */
    public static int find(List<List<String>> rows) {
        List<List<String>> first = rows.subList(0, Math.min(ROWS, rows.size()));
        int width = usualWidth(first);
        for (int i = 0; i < first.size(); i++) {
            List<String> row = first.get(i);
            boolean wide = filled(row) > Math.max(1, width / 3);
            if (wide && (i == 0 || isNames(row))) {
                return i;
            }
            if (wide && filled(row) >= width) {
                break;
            }
        }
        return firstFilled(first);
    }

    private static int firstFilled(List<List<String>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (filled(rows.get(i)) > 0) {
                return i;
            }
        }
        return 0;
    }

    /** Returns how many cells are filled in the upper quartile of the rows that have any. */
    private static int usualWidth(List<List<String>> rows) {
        int[] widths = rows.stream()
                .mapToInt(HeaderRow::filled)
                .filter(width -> width > 0)
                .sorted()
                .toArray();
        return widths.length == 0 ? 0 : widths[widths.length * 3 / 4];
    }

    private static int filled(List<String> row) {
        return (int) row.stream().filter(cell -> !cell.isBlank()).count();
    }

    /** Names are texts, most of them given once; a year may be among them. */
    private static boolean isNames(List<String> row) {
        List<String> cells =
                row.stream().map(String::strip).filter(cell -> !cell.isEmpty()).toList();
        long numbers =
                cells.stream().filter(cell -> NUMBER.matcher(cell).matches()).count();
        return numbers * 2 < cells.size() && new HashSet<>(cells).size() * 2 > cells.size();
    }

    /**
     * Returns a name for each column: the header's, or "column_3" where it has none; a name given twice is numbered.
     *
     * @param repeated is filled with the names given more than once
     */
    public static List<String> names(List<String> header, Set<String> repeated) {
        String[] names = new String[header.size()];
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < names.length; i++) {
            // A name that goes over two lines in its cell is one name.
            String stripped = header.get(i).strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
            String name = stripped.isEmpty() ? "column_" + (i + 1) : stripped;
            String unique = name;
            for (int n = 2; !taken.add(unique); n++) {
                unique = name + "_" + n;
                repeated.add(name);
            }
            names[i] = unique;
        }
        return new ArrayList<>(Arrays.asList(names));
    }
}
