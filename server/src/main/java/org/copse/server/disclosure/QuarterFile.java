package org.copse.server.disclosure;

import java.util.Locale;
import org.copse.server.csv.CsvCell;

/** A published table as a file for spreadsheets. */
final class QuarterFile {
    private QuarterFile() {}

    static String csv(PublishedQuarter table) {
        StringBuilder csv = new StringBuilder("quarter,hexagon,lon,lat,residents,kind,recorded,compared\n");
        table.totals().forEach((kind, recorded) -> csv.append(table.quarter())
                .append(",district,,,,")
                .append(kind)
                .append(',')
                .append(recorded == null ? "" : recorded)
                .append(",\n"));
        for (PublishedQuarter.Cell cell : table.cells()) {
            double[] at = cell.centre();
            cell.figures()
                    .forEach((kind, figure) -> csv.append(String.format(
                            Locale.ROOT,
                            "%s,%s,%.6f,%.6f,%s,%s,%s,%s%n",
                            table.quarter(),
                            CsvCell.of(cell.id()),
                            at[0],
                            at[1],
                            cell.residents() == null ? "" : cell.residents(),
                            kind,
                            figure.recorded() == null ? "" : figure.recorded(),
                            figure.sure().key())));
        }
        return csv.toString().replace("\r\n", "\n");
    }
}
