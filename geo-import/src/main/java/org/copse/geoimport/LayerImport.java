package org.copse.geoimport;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.copse.geoimport.clean.FeatureCleaner;
import org.copse.geoimport.clean.LayerCoverage;
import org.copse.geoimport.clean.PersonGuard;
import org.copse.geoimport.clean.Questions;
import org.copse.geoimport.clean.RoleDetector;
import org.copse.geoimport.clean.SpecialCategories;
import org.copse.geoimport.clean.TagProposal;
import org.copse.geoimport.report.ReportBuilder;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.FeatureSource;
import org.copse.geoimport.source.SourceInfo;
import org.copse.geoimport.source.SourceSample;
import org.copse.geoimport.source.choice.Sources;
import org.copse.geoimport.source.crs.CrsDecision;
import org.copse.geoimport.source.crs.SourceCrs;
import org.copse.geoimport.source.file.OpenedFile;
import org.locationtech.jts.geom.Envelope;

/**
 * Reads files into layers.
 *
 * <p>The reader is chosen by the file's content. Geometries are brought to WGS 84 and repaired, and every feature ends
 * in exactly one bucket of the {@link ImportReport}.
 */
public final class LayerImport {
    private final ImportRequest request;
    private final boolean inMemory;
    private final ReportBuilder report;
    private final FeatureSink sink;
    private FieldRoles roles = FieldRoles.none();
    private Runnable atEnd = () -> {};

    private LayerImport(ImportRequest request, boolean inMemory, FeatureSink sink) {
        this.request = request;
        this.inMemory = inMemory;
        this.report = new ReportBuilder(request.kind(), inMemory);
        this.sink = sink;
    }

    /**
     * Returns the layer in memory.
     *
     * @throws ImportRefused when the file as a whole cannot be used or passes a limit
     */
    public static ImportedLayer read(ImportRequest request) {
        return read(request, count -> {});
    }

    /**
     * Returns the layer in memory, as above.
     *
     * @param watch told how many features were read, one by one; what it throws ends the import
     * @throws ImportRefused when the file as a whole cannot be used or passes a limit
     */
    public static ImportedLayer read(ImportRequest request, LongConsumer watch) {
        List<Feature> features = new ArrayList<>();
        LayerImport run = new LayerImport(request, true, feature -> {
            features.add(feature);
            watch.accept(features.size());
            request.limits().check(Limit.FEATURES_IN_MEMORY, features.size(), request.fileName());
        });
        run.atEnd = () -> {
            List<Feature> checked = List.copyOf(LayerCoverage.checked(request, features, run.report));
            features.clear();
            features.addAll(checked);
        };
        ImportReport report = run.run();
        return new ImportedLayer(request.kind(), features, run.roles, report);
    }

    /**
     * Hands the features to {@code sink} one by one; memory does not grow with the file.
     *
     * @throws ImportRefused when the file as a whole cannot be used or passes a limit; features handed over until then
     *     must not be kept
     */
    public static ImportReport stream(ImportRequest request, FeatureSink sink) {
        return new LayerImport(request, false, sink).run();
    }

    private ImportReport run() {
        try (OpenedFile file = OpenedFile.open(request);
                FeatureSource source = Sources.open(file, request)) {
            return run(file, source);
        } catch (NoSuchFileException e) {
            throw new ImportRefused(RefusalCode.NOT_READABLE, request.fileName(), "there is no such file");
        } catch (IOException e) {
            throw new ImportRefused(RefusalCode.NOT_READABLE, request.fileName(), "the file cannot be read to its end");
        }
    }

    private ImportReport run(OpenedFile file, FeatureSource source) throws IOException {
        SourceInfo info = source.info();
        checkColumns(info.fields());
        SourceSample sample = SourceSample.of(source);
        PersonGuard persons = new PersonGuard(info.fields(), sample.features(), request.fileName());
        roles = new RoleDetector(info.fields(), sample.features())
                .complete(request.kind(), request.roles(), info.table());
        boolean placed = !info.table() || hasPositions();
        if (!placed && !request.kind().takesTables() && !sample.features().isEmpty()) {
            throw new ImportRefused(
                    RefusalCode.ROLE_MISSING,
                    request.fileName(),
                    "no column holds a position; the columns are " + String.join(", ", info.fields()),
                    "State the columns of longitude and latitude (roles X and Y), or of well-known text (role WKT).");
        }
        checkRoles();
        Map<String, TagProposal> proposed = TagProposal.of(info.fields(), sample.features(), roles, request.kind());
        Map<String, AttributeTag> tags = SpecialCategories.tags(request, proposed);
        SpecialCategories.check(request, tags, report);
        report.tag(tags, SpecialCategories.reasons(request, proposed));
        sample.fractionsNamedPercent(info.fields())
                .forEach(column -> report.warn(
                        WarningCode.SHARE_AS_FRACTION,
                        "\"" + column + "\" is named as a percentage and holds shares of one: kept as they are",
                        Map.of("column", column)));
        ReportBuilder.File about = new ReportBuilder.File(
                file.name(),
                file.bytes(),
                file.sha256(),
                info.format() + file.packing(),
                info.layer(),
                info.encoding(),
                info.fields());
        SourceCrs crs = crs(info, sample);
        List<Question> questions = Questions.of(request, info, sample, roles, crs);
        if (!questions.isEmpty()) {
            throw Question.unanswered(request.fileName(), questions);
        }
        return clean(source, about, crs, sample, persons);
    }

    private SourceCrs crs(SourceInfo info, SourceSample sample) {
        Envelope extent = sample.extent(roles);
        boolean needless = request.kind().shape() == LayerKind.Shape.NONE || (info.table() && !hasPositions());
        boolean empty = info.table() && extent.isNull() && request.crs().isEmpty();
        return needless || empty
                ? SourceCrs.none()
                : CrsDecision.of(request, info.crs(), extent, sample.warningsTo(report));
    }

    private boolean hasPositions() {
        return roles.find(Role.WKT).isPresent()
                || (roles.find(Role.X).isPresent() && roles.find(Role.Y).isPresent());
    }

    private ImportReport clean(
            FeatureSource source, ReportBuilder.File about, SourceCrs crs, SourceSample sample, PersonGuard persons)
            throws IOException {
        sink.begin(roles);
        FeatureCleaner cleaner = new FeatureCleaner(
                request,
                roles,
                crs,
                sample.nullPositions(roles),
                Questions.dateOrder(request, sample, roles),
                report,
                persons,
                inMemory,
                sink);
        try {
            source.forEach(cleaner);
            persons.finish();
        } catch (ImportRefused e) {
            cleaner.finish();
            throw e.withReport(report.build(about, crs.used(), roles));
        }
        cleaner.finish();
        atEnd.run();
        ImportReport done = report.build(about, crs.used(), roles);
        if (report.taken() == 0) {
            String why = report.rejected() == 0
                    ? "there are no features" + (done.counts().leftOut() > 0 ? " that the filter asks for" : "")
                    : "all " + report.rejected() + " features were rejected: " + report.mainRejection();
            String whatToDo = done.rejections().isEmpty()
                    ? "Check that the right layer was saved, and the filter."
                    : done.rejections().get(0).whatToDo();
            throw new ImportRefused(RefusalCode.NOTHING_USABLE, request.fileName(), why, whatToDo).withReport(done);
        }
        return done;
    }

    /** Asks for the roles without which a layer of this kind means nothing, and tells of those it usually has. */
    private void checkRoles() {
        LayerKind kind = request.kind();
        for (Set<Role> one : kind.required()) {
            if (one.stream().noneMatch(roles.fields()::containsKey)) {
                throw new ImportRefused(
                        RefusalCode.ROLE_MISSING,
                        request.fileName(),
                        "no column plays the role " + names(one) + ", which a layer of kind " + kind.key() + " needs");
            }
        }
        kind.usual().stream()
                .filter(role -> roles.find(role).isEmpty())
                .sorted()
                .forEach(role ->
                        report.warn(WarningCode.ROLE_ABSENT, "no column plays the role " + names(Set.of(role))));
    }

    private static String names(Set<Role> roles) {
        return String.join(" or ", roles.stream().sorted().map(Role::key).toList());
    }

    private void checkColumns(List<String> fields) {
        for (Map.Entry<Role, String> role : request.roles().fields().entrySet()) {
            checkColumn(role.getValue(), "the role " + role.getKey(), fields);
        }
        for (String column : request.where().keySet()) {
            checkColumn(column, "the filter", fields);
        }
    }

    private void checkColumn(String column, String user, List<String> fields) {
        if (!fields.contains(column)) {
            throw new ImportRefused(
                            RefusalCode.COLUMN_MISSING,
                            request.fileName(),
                            user + " names the column \"" + column + "\"; the columns are " + String.join(", ", fields))
                    .with("column", column)
                    .with("columns", String.join(", ", fields));
        }
    }
}
