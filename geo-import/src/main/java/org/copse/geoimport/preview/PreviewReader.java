package org.copse.geoimport.preview;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.copse.geoimport.DataUse;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Question;
import org.copse.geoimport.Reason;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.Role;
import org.copse.geoimport.clean.PersonGuard;
import org.copse.geoimport.clean.Questions;
import org.copse.geoimport.clean.RoleDetector;
import org.copse.geoimport.clean.RoleFinding;
import org.copse.geoimport.clean.TagProposal;
import org.copse.geoimport.preview.LayerPreview.Column;
import org.copse.geoimport.preview.LayerPreview.KindChoice;
import org.copse.geoimport.preview.LayerPreview.LayerChoice;
import org.copse.geoimport.preview.LayerPreview.Notice;
import org.copse.geoimport.preview.LayerPreview.RoleChoice;
import org.copse.geoimport.preview.LayerPreview.Row;
import org.copse.geoimport.source.FeatureSource;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.SourceInfo;
import org.copse.geoimport.source.SourceSample;
import org.copse.geoimport.source.choice.Sources;
import org.copse.geoimport.source.file.OpenedFile;
import org.jspecify.annotations.Nullable;

/** Reads a file as far as its preview needs. */
final class PreviewReader {
    private static final int ROWS = 20;

    private final ImportRequest asked;
    private final List<Notice> notices = new ArrayList<>();
    private final List<String> undecided = new ArrayList<>();
    private final List<LayerChoice> layers = new ArrayList<>();

    PreviewReader(ImportRequest asked) {
        this.asked = asked;
    }

    LayerPreview read() {
        try (OpenedFile file = OpenedFile.open(asked)) {
            ImportRequest chosen = choose(file);
            try (FeatureSource source = Sources.open(file, chosen)) {
                return read(file, source, chosen);
            }
        } catch (NoSuchFileException e) {
            throw new ImportRefused(RefusalCode.NOT_READABLE, asked.fileName(), "there is no such file");
        } catch (IOException e) {
            throw new ImportRefused(RefusalCode.NOT_READABLE, asked.fileName(), "the file cannot be read to its end");
        }
    }

    /** Lists the layers of a file with several, and takes the first where none is chosen, so that there is one to see. */
    private ImportRequest choose(OpenedFile file) throws IOException {
        ImportRequest open = asked.read(asked.reading().ofAnyLayer());
        try (FeatureSource only = Sources.open(file, open)) {
            only.info();
            return asked;
        } catch (ImportRefused e) {
            if (e.reason() != RefusalCode.LAYER_AMBIGUOUS || e.choices().isEmpty()) {
                return asked;
            }
            String chosen = asked.layer().orElse(e.choices().get(0));
            e.choices().forEach(name -> layers.add(new LayerChoice(name, name.equals(chosen))));
            if (asked.layer().isEmpty()) {
                undecided.add("layer");
            }
            return asked.ofLayer(chosen);
        }
    }

    private LayerPreview read(OpenedFile file, FeatureSource source, ImportRequest chosen) throws IOException {
        SourceInfo info = source.info();
        if (layers.isEmpty()) {
            source.listLayers().forEach(name -> layers.add(new LayerChoice(name, name.equals(info.layer()))));
        }
        SourceSample sample = SourceSample.of(source);
        PersonGuard.check(info.fields(), sample.features(), chosen.fileName());
        List<KindChoice> kinds = KindGuess.of(info, sample);
        LayerKind kind = chosen.kind() == LayerKind.PLAIN && !kinds.isEmpty()
                ? kinds.get(0).kind()
                : chosen.kind();
        ImportRequest request = chosen.as(kind);
        List<RoleFinding> findings = new RoleDetector(info.fields(), sample.features())
                .find(kind, known(request.roles(), info.fields()), info.table());
        FieldRoles roles = taken(findings);
        CrsChooser crs = new CrsChooser(request, info, sample, roles);
        LayerPreview.@Nullable CrsChoice crsChoice = crs.choose(notices);
        if (crsChoice != null && crsChoice.name().isEmpty()) {
            undecided.add("crs");
        }
        List<Question> questions = crs.found()
                .map(found -> Questions.of(request, info, sample, roles, found))
                .orElse(List.of());
        questions.forEach(question -> undecided.add("question:" + question.code()));
        List<Column> columns = columns(info, sample, roles, request);
        List<RoleChoice> roleChoices = roleChoices(kind, info, findings, sample);
        DataUse use = request.use().orElse(DataUse.unstated());
        columns.stream()
                .filter(column -> column.maybeSpecial() && !column.tag().special())
                .filter(column -> !use.reasons().containsKey(column.name()))
                .findFirst()
                .ifPresent(column -> undecided.add("tag-reason"));
        boolean special = kind.aboutPeople()
                && columns.stream().anyMatch(column -> column.tag().special());
        return new LayerPreview(
                file.name(),
                file.bytes(),
                file.sha256(),
                info.format() + file.packing(),
                layers,
                TextChoices.of(info, request.reading()),
                crsChoice,
                kinds,
                kind,
                columns,
                roleChoices,
                rows(sample, crs),
                SourceCount.upToBound(source, sample),
                notices,
                undecided,
                questions,
                special);
    }

    private static FieldRoles known(FieldRoles given, List<String> fields) {
        Map<Role, String> there = new LinkedHashMap<>();
        given.fields().forEach((role, field) -> {
            if (fields.contains(field)) {
                there.put(role, field);
            }
        });
        return new FieldRoles(there);
    }

    private static FieldRoles taken(List<RoleFinding> findings) {
        FieldRoles roles = FieldRoles.none();
        for (RoleFinding finding : findings) {
            roles = finding.sure() ? roles.with(finding.role(), finding.field()) : roles;
        }
        return roles;
    }

    private List<RoleChoice> roleChoices(
            LayerKind kind, SourceInfo info, List<RoleFinding> findings, SourceSample sample) {
        Map<Role, RoleFinding> byRole = new LinkedHashMap<>();
        findings.forEach(finding -> byRole.put(finding.role(), finding));
        List<Role> all = new ArrayList<>(RoleDetector.rolesOf(kind));
        if (info.table() && kind.shape() != LayerKind.Shape.NONE) {
            all.addAll(List.of(Role.X, Role.Y, Role.WKT));
        }
        byRole.keySet().stream().filter(role -> !all.contains(role)).forEach(all::add);
        boolean unplaced = info.table() && !kind.takesTables() && !hasPosition(taken(findings));
        List<RoleChoice> choices = new ArrayList<>();
        for (Role role : all) {
            RoleFinding finding = byRole.get(role);
            boolean position = role == Role.X || role == Role.Y;
            boolean required = kind.required().stream().anyMatch(one -> one.contains(role))
                    || (position && info.table() && !kind.takesTables() && !byRole.containsKey(Role.WKT));
            choices.add(
                    finding == null
                            ? new RoleChoice(role, null, 0, Reason.of("none", "no column fits"), required)
                            : new RoleChoice(role, finding.field(), finding.confidence(), finding.reason(), required));
        }
        for (Set<Role> one : kind.required()) {
            if (one.stream().noneMatch(taken(findings).fields()::containsKey)) {
                undecided.add("role:"
                        + one.stream().sorted().findFirst().orElseThrow().key());
            }
        }
        if (unplaced && !sample.features().isEmpty()) {
            undecided.add("role:x");
            undecided.add("role:y");
        }
        choices.sort(Comparator.comparing((RoleChoice choice) -> !choice.required()));
        return choices;
    }

    private static boolean hasPosition(FieldRoles roles) {
        return roles.find(Role.WKT).isPresent()
                || (roles.find(Role.X).isPresent() && roles.find(Role.Y).isPresent());
    }

    private static List<Column> columns(SourceInfo info, SourceSample sample, FieldRoles roles, ImportRequest request) {
        Map<String, TagProposal> tags = TagProposal.of(info.fields(), sample.features(), roles, request.kind());
        DataUse use = request.use().orElse(DataUse.unstated());
        List<Column> columns = new ArrayList<>();
        tags.forEach((field, proposal) -> columns.add(ColumnValues.of(field, sample.features())
                .column(proposal, Optional.ofNullable(use.tags().get(field)))));
        return columns;
    }

    private static List<Row> rows(SourceSample sample, CrsChooser crs) {
        List<Row> rows = new ArrayList<>();
        for (SourceFeature feature :
                sample.features().subList(0, Math.min(ROWS, sample.features().size()))) {
            rows.add(crs.row(feature));
        }
        return rows;
    }
}
