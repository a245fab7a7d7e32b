package org.copse.geoimport.source.mapinfo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.source.DeclaredCrs;

/** What stands in a MIF before its shapes. */
final class MifHeader {
    /**
     * A column of the MID.
     *
     * @param type first word, in lower case: "char", "integer", "decimal", "date"
     */
    record Column(String name, String type) {}

    private final List<Column> columns = new ArrayList<>();
    private final double[] transform = {1, 1, 0, 0};
    private DeclaredCrs crs = DeclaredCrs.byFormat("MIF without a CoordSys clause is WGS 84");
    private char delimiter = '\t';
    private boolean data;

    private MifHeader() {}

    /** Reads to the word {@code Data}, where the shapes begin. */
    static MifHeader read(MifTokens words, Limits limits) throws IOException {
        MifHeader header = new MifHeader();
        while (!header.data && words.next()) {
            header.clause(words, limits);
        }
        if (!header.data) {
            throw words.broken("the MIF ends before its shapes, which begin with the word DATA");
        }
        return header;
    }

    private void clause(MifTokens words, Limits limits) throws IOException {
        switch (words.keyword()) {
            case "data" -> data = true;
            case "delimiter" -> {
                String rest = words.restOfLine();
                if (rest.length() >= 2 && rest.charAt(0) == '"') {
                    delimiter = rest.charAt(1);
                }
            }
            case "coordsys" -> crs = MifCoordSys.of(words.restOfLine());
            case "transform" -> {
                for (int i = 0; i < transform.length; i++) {
                    Double number = words.number();
                    transform[i] = number == null || (i < 2 && number == 0) ? transform[i] : number;
                }
            }
            case "columns" -> columns(words, limits);
            case "version", "charset", "unique", "index" -> words.restOfLine();
            default -> {}
        }
    }

    private void columns(MifTokens words, Limits limits) throws IOException {
        Double count = words.number();
        if (count == null || count < 0) {
            throw words.broken("the number of columns is missing");
        }
        limits.check(Limit.ATTRIBUTES, count.longValue(), words.where());
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < count; i++) {
            if (!words.next()) {
                throw words.broken("the MIF names " + i + " of its " + count.longValue() + " columns");
            }
            String name = words.word();
            String type = words.restOfLine().toLowerCase(Locale.ROOT).split("[\\s(]+", 2)[0];
            String unique = name;
            for (int n = 2; !taken.add(unique); n++) {
                unique = name + "_" + n;
            }
            columns.add(new Column(unique, type));
        }
    }

    List<Column> columns() {
        return List.copyOf(columns);
    }

    DeclaredCrs crs() {
        return crs;
    }

    char delimiter() {
        return delimiter;
    }

    /** Returns x and y as the Transform clause asks for. */
    double[] transformed(double x, double y) {
        return new double[] {x * transform[0] + transform[2], y * transform[1] + transform[3]};
    }
}
