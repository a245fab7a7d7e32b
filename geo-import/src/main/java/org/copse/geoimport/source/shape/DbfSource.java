package org.copse.geoimport.source.shape;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.FeatureSource;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.SourceInfo;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.file.OpenedFile;
import org.copse.geoimport.source.file.Part;

/** A .dbf table without shapes. */
public final class DbfSource implements FeatureSource {
    private final Part dbf;
    private final Limits limits;
    private final DbfTable table;

    private DbfSource(Part dbf, Limits limits, DbfTable table) {
        this.dbf = dbf;
        this.limits = limits;
        this.table = table;
    }

    public static DbfSource open(OpenedFile file, Part dbf, ImportRequest request) throws IOException {
        return new DbfSource(
                dbf,
                request.limits(),
                DbfTable.open(
                        dbf.path(),
                        dbf.name(),
                        ShapefileSource.codePage(file, dbf, request),
                        request.reading().encoding().isPresent(),
                        request.limits()));
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
                limits.check(Limit.FEATURES, ++number, dbf.name());
                dbf.deadline().check(dbf.name());
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
