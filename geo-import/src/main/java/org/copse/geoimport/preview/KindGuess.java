package org.copse.geoimport.preview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.geoimport.clean.RoleDetector;
import org.copse.geoimport.clean.RoleFinding;
import org.copse.geoimport.preview.LayerPreview.KindChoice;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.SourceInfo;
import org.copse.geoimport.source.SourceSample;
import org.copse.geoimport.source.column.GeometryText;
import org.locationtech.jts.geom.Geometry;

/**
 * What a layer could be about: by its geometries, which rule kinds out, and by the roles that its columns play, which
 * speak for one.
 */
final class KindGuess {

    private record Mark(LayerKind kind, Set<Role> roles, double confidence, String reason) {}

    private static final List<Mark> MARKS = List.of(
            new Mark(LayerKind.SURVEYS, Set.of(Role.QUESTION, Role.SHARE), 0.9, "questions with shares of answers"),
            new Mark(LayerKind.ADDRESSES, Set.of(Role.STREET, Role.HOUSE_NUMBER), 0.9, "streets with house numbers"),
            new Mark(LayerKind.INCIDENTS, Set.of(Role.CATEGORY, Role.DATE), 0.8, "events with category and date"),
            new Mark(LayerKind.INCIDENTS, Set.of(Role.INITIATOR), 0.8, "events with who started them"),
            new Mark(LayerKind.CONTACT_POINTS, Set.of(Role.OPENING_HOURS), 0.7, "places with opening hours"),
            new Mark(LayerKind.AREAS_IN_FORCE, Set.of(Role.BEAT, Role.OFFICER), 0.8, "areas with beat and officer"),
            new Mark(LayerKind.UNITS, Set.of(Role.POPULATION), 0.8, "areas with a population"),
            new Mark(LayerKind.POPULATION, Set.of(Role.KEY, Role.POPULATION), 0.8, "rows with key and population"),
            new Mark(LayerKind.PLACES, Set.of(Role.NAME, Role.CATEGORY), 0.5, "named places with a category"),
            new Mark(LayerKind.NEIGHBOURHOODS, Set.of(Role.NAME), 0.4, "named areas"),
            new Mark(LayerKind.BARRIERS, Set.of(), 0.3, "lines"),
            new Mark(LayerKind.PLACES, Set.of(), 0.2, "places"),
            new Mark(LayerKind.UNITS, Set.of(), 0.2, "areas"));

    private static final Set<String> RELIGION = Set.of(
            "religion",
            "denomination",
            "worship",
            "church",
            "mosque",
            "synagogue",
            "temple",
            "eglise",
            "kerk",
            "moskee",
            "christian",
            "muslim",
            "jewish",
            "buddhist",
            "hindu",
            "sikh",
            "culte",
            "eredienst",
            "kirche",
            "moschee");

    private KindGuess() {}

    static List<KindChoice> of(SourceInfo info, SourceSample sample) {
        List<KindChoice> choices = new ArrayList<>();
        int dimension = dimension(info, sample);
        for (Mark mark : MARKS) {
            boolean there = choices.stream().anyMatch(choice -> choice.kind() == mark.kind());
            if (!there && takes(mark.kind(), dimension) && plays(mark, info, sample)) {
                choices.add(new KindChoice(mark.kind(), mark.confidence(), mark.reason()));
            }
        }
        if (takes(LayerKind.WORSHIP, dimension) && speaksOfReligion(info, sample)) {
            choices.add(new KindChoice(LayerKind.WORSHIP, 0.85, "places with a religion"));
        }
        choices.sort(Comparator.comparingDouble(KindChoice::confidence).reversed());
        return choices;
    }

    private static boolean plays(Mark mark, SourceInfo info, SourceSample sample) {
        List<RoleFinding> findings =
                new RoleDetector(info.fields(), sample.features()).find(mark.kind(), FieldRoles.none(), info.table());
        return mark.roles().stream()
                .allMatch(role -> findings.stream().anyMatch(finding -> finding.role() == role && finding.sure()));
    }

    /** Returns the dimension of most of the sample's geometries, -1 for a table without positions. */
    private static int dimension(SourceInfo info, SourceSample sample) {
        int[] counts = new int[3];
        for (SourceFeature feature : sample.features()) {
            Geometry geometry = feature.geometry();
            if (geometry != null && !geometry.isEmpty()) {
                counts[geometry.getDimension()]++;
            }
        }
        int most = counts[2] >= counts[1] && counts[2] >= counts[0] ? 2 : counts[1] >= counts[0] ? 1 : 0;
        if (counts[most] > 0) {
            return most;
        }
        FieldRoles roles = new RoleDetector(info.fields(), sample.features())
                .complete(LayerKind.PLACES, FieldRoles.none(), info.table());
        String text = roles.find(Role.WKT).orElse("");
        return roles.find(Role.X).isPresent()
                ? 0
                : sample.features().stream()
                        .map(feature -> feature.attributes().get(text))
                        .filter(String.class::isInstance)
                        .mapToInt(cell -> GeometryText.dimension((String) cell))
                        .max()
                        .orElse(-1);
    }

    private static boolean takes(LayerKind kind, int dimension) {
        return switch (kind.shape()) {
            case AREA -> dimension == 2;
            case PLACE -> dimension == 0;
            case LINE_OR_AREA -> dimension == 1;
            case NONE -> dimension == -1;
            case ANY, OPTIONAL -> true;
        };
    }

    private static boolean speaksOfReligion(SourceInfo info, SourceSample sample) {
        boolean header = info.fields().stream()
                .map(field -> field.toLowerCase(Locale.ROOT))
                .anyMatch(RELIGION::contains);
        if (header) {
            return true;
        }
        long rows = sample.features().stream()
                .filter(feature -> feature.attributes().values().stream()
                        .anyMatch(value -> RELIGION.contains(value.toString().toLowerCase(Locale.ROOT))))
                .count();
        return rows >= 3 && rows * 2 >= sample.features().size();
    }
}
