package org.copse.geoimport.source;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.OpenedFile.Part;

/** A .dbf table without shapes. */
final class DbfSource implements FeatureSource {
    private final Part dbf;
    private final DbfTable table;

    private DbfSource(Part dbf, DbfTable table) {
        this.dbf = dbf;
        this.table = table;
    }

    static DbfSource open(OpenedFile file, Part dbf, ImportRequest request) throws IOException {
        return new DbfSource(
                dbf,
                DbfTable.open(dbf.path(), dbf.name(), ShapefileSource.codePage(file, dbf, request), request.limits()));
    }

    @Override
    public SourceInfo info() {
        return new SourceInfo(
                "DBF",
                dbf.stem(),
                table.charset().name(),
                DeclaredCrs.missing("a table without shapes"),
                table.columns(),
                true);
    }

    @Override
    public void forEach(SourceSink sink) throws IOException {
        table.warn(sink);
        try (DbfTable.Rows rows = table.openRows()) {
            long number = 0;
            for (DbfRow row = rows.next(); row != null; row = rows.next()) {
                number++;
                if (row.deleted()) {
                    sink.warnCounted(WarningCode.VALUES_ODD, "rows marked as deleted, left out");
                    continue;
                }
                Set<ChangeCode> changes = EnumSet.noneOf(ChangeCode.class);
                sink.take(new SourceFeature(number, null, null, row.values(changes, sink), changes));
            }
        }
    }
}
