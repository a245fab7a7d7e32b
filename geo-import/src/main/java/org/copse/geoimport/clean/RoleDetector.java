package org.copse.geoimport.clean;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Reason;
import org.copse.geoimport.Role;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.column.GeometryText;

/** Finds out which column plays which role, from the headers and from a sample of values. */
public final class RoleDetector {
    private static final int MANY = 20;
    private static final List<Role> PARTS_OF_DATES = List.of(Role.YEAR, Role.DAY);
    private static final List<Role> POSITION = List.of(Role.X, Role.Y, Role.WKT);

    private static final Set<String> POSITION_LIKE = positionLike();

    private final List<String> fields;
    private final List<SourceFeature> sample;

    /**
     * @param fields columns, in the order of the file
     * @param sample the first features
     */
    public RoleDetector(List<String> fields, List<SourceFeature> sample) {
        this.fields = List.copyOf(fields);
        this.sample = List.copyOf(sample);
    }

    /** Returns the roles that a layer of {@code kind} has, besides those of positions. */
    public static List<Role> rolesOf(LayerKind kind) {
        return KindRoles.of(kind);
    }

    /**
     * Returns {@code given}, completed by what is found with enough confidence.
     *
     * @param table whether positions may be in columns
     */
    public FieldRoles complete(LayerKind kind, FieldRoles given, boolean table) {
        FieldRoles roles = given;
        for (RoleFinding finding : find(kind, given, table)) {
            if (finding.sure() && roles.find(finding.role()).isEmpty()) {
                roles = roles.with(finding.role(), finding.field());
            }
        }
        return roles;
    }

    /**
     * Returns the column found for each role, those that were given first. A role for which no column fits is not there;
     * one that is only a guess is there with a confidence below {@link RoleFinding#SURE}.
     *
     * @param table whether positions may be in columns
     */
    public List<RoleFinding> find(LayerKind kind, FieldRoles given, boolean table) {
        Findings found = new Findings(given);
        for (Role role : rolesOf(kind)) {
            if (kind != LayerKind.INCIDENTS || !PARTS_OF_DATES.contains(role)) {
                found.add(role, named(role, found));
            }
        }
        if (kind == LayerKind.AREAS_IN_FORCE && given.find(Role.ID).isEmpty()) {
            // A beat in force is known by its beat's id, whatever row number the file adds.
            Optional<RoleFinding> beat = found.of(Role.BEAT);
            found.add(
                    Role.ID,
                    beat.isPresent()
                            ? Optional.of(new RoleFinding(
                                    Role.ID, beat.get().field(), 0.9, Reason.of("beat", "the column of the beat")))
                            : named(Role.ID, found));
        }
        Role key = kind == LayerKind.POPULATION ? Role.KEY : Role.ID;
        if (kind.shape() == LayerKind.Shape.AREA || kind == LayerKind.POPULATION) {
            found.add(key, byUniqueValues(key, found));
        }
        found.add(key, rowNumber(key, kind, found.taken()));
        if (table && POSITION.stream().noneMatch(role -> given.find(role).isPresent())) {
            addPosition(found);
        }
        GuessByValues guesses = new GuessByValues(fields, sample);
        for (Role role : rolesOf(kind)) {
            found.add(role, guesses.of(role, found.taken()));
        }
        if (kind == LayerKind.INCIDENTS) {
            addPartsOfDates(found);
        }
        return found.all();
    }

    /** Looks for year and day beside a column of months; a year alone is the date. */
    private void addPartsOfDates(Findings found) {
        Optional<RoleFinding> date = found.of(Role.DATE);
        if (date.isEmpty()) {
            found.add(
                    Role.DATE,
                    byName(Role.YEAR, found.taken())
                            .map(year -> new RoleFinding(Role.DATE, year.field(), year.confidence(), year.reason())));
        } else if (RoleNames.unitOf(date.get().field()).isPresent()) {
            found.add(Role.YEAR, named(Role.YEAR, found));
        } else if (DateInColumns.areMonths(values(date.get().field()))) {
            PARTS_OF_DATES.forEach(role -> found.add(role, named(role, found)));
        }
    }

    /** What was found so far, each role and, but for the id of a beat, each column once. */
    private static final class Findings {
        private final Map<Role, RoleFinding> byRole = new LinkedHashMap<>();

        Findings(FieldRoles given) {
            given.fields()
                    .forEach((role, field) ->
                            byRole.put(role, new RoleFinding(role, field, 1, Reason.of("stated", "stated"))));
        }

        void add(Role role, Optional<RoleFinding> finding) {
            finding.ifPresent(found -> byRole.putIfAbsent(role, found));
        }

        Optional<RoleFinding> of(Role role) {
            return Optional.ofNullable(byRole.get(role));
        }

        Set<String> taken() {
            Set<String> taken = new HashSet<>();
            byRole.values().forEach(finding -> taken.add(finding.field()));
            return taken;
        }

        List<RoleFinding> all() {
            return List.copyOf(byRole.values());
        }
    }

    private Optional<RoleFinding> named(Role role, Findings found) {
        if (found.of(role).isPresent()) {
            return Optional.empty();
        }
        Set<String> taken = found.taken();
        Optional<RoleFinding> finding = byName(role, taken);
        if (finding.isEmpty() && role == Role.POPULATION) {
            finding = byEnding("population", taken).or(() -> byEnding("inwoners", taken));
        }
        if (finding.isEmpty() && role == Role.ID) {
            finding = first(
                            role,
                            field -> RoleNames.plain(field).endsWith("id") && !taken.contains(field),
                            0.7,
                            Reason.of("header-id", "its header ends in \"id\", its values seldom repeat"))
                    .or(() -> first(
                            role,
                            field -> RowNumbers.isCode(field) && !taken.contains(field),
                            0.7,
                            Reason.of("header-code", "its header says that it is a code, its values seldom repeat")));
        }
        return finding;
    }

    /** Returns the first column that fits and identifies rows by more than their number. */
    private Optional<RoleFinding> first(Role role, Predicate<String> fits, double confidence, Reason why) {
        return fields.stream()
                .filter(field -> fits.test(field)
                        && !RowNumbers.is(field, sample)
                        && !SpecialColumn.isSaidBy(field)
                        && identifies(field, 0.9))
                .findFirst()
                .map(field -> new RoleFinding(role, field, confidence, why));
    }

    /** A column that only numbers the rows, where nothing better is there; for areas in force a guess that has to be asked about. */
    private Optional<RoleFinding> rowNumber(Role key, LayerKind kind, Set<String> taken) {
        double confidence = kind == LayerKind.AREAS_IN_FORCE ? RoleFinding.SURE - 0.1 : RoleFinding.SURE;
        return fields.stream()
                .filter(field -> !taken.contains(field) && RowNumbers.is(field, sample) && identifies(field, 0.9))
                .findFirst()
                .map(field ->
                        new RoleFinding(key, field, confidence, Reason.of("row-number", "it only numbers the rows")));
    }

    private Optional<RoleFinding> byName(Role role, Set<String> taken) {
        List<String> names = RoleNames.of(role);
        for (int i = 0; i < names.size(); i++) {
            for (String field : fields) {
                boolean fits =
                        !taken.contains(field) && RoleNames.plain(field).equals(names.get(i)) && valuesFit(role, field);
                if (fits) {
                    double confidence = Math.max(0.75, 0.95 - 0.01 * i);
                    return Optional.of(new RoleFinding(role, field, confidence, Reason.of("header", "by its header")));
                }
            }
        }
        return Optional.empty();
    }

    private boolean valuesFit(Role role, String field) {
        return switch (role) {
            case ID -> identifies(field, 0.5) && !RowNumbers.is(field, sample);
            case POPULATION, HOUR, MINUTES_TO_CENTRE -> mostlyNumbers(field);
            case DATE -> RoleNames.unitOf(field).isEmpty() || hasPeriods(field);
            case WKT -> values(field).anyMatch(GeometryText::isGeometry);
            default -> true;
        };
    }

    /** Whether there are quarters or weeks with their year, in the column itself or beside it. */
    private boolean hasPeriods(String field) {
        Optional<String> year = byName(Role.YEAR, Set.of()).map(RoleFinding::field);
        DateInColumns columns = new DateInColumns(year, Optional.empty());
        return sample.stream()
                .filter(feature -> feature.attributes().get(field) != null)
                .anyMatch(feature -> PeriodText.isOne(columns.spelled(
                        field, String.valueOf(feature.attributes().get(field)), feature.attributes())));
    }

    private Optional<RoleFinding> byEnding(String ending, Set<String> taken) {
        return fields.stream()
                .filter(field -> !taken.contains(field))
                .filter(field -> {
                    String plain = RoleNames.plain(field);
                    return plain.endsWith(ending) && !plain.contains("dens") && mostlyNumbers(field);
                })
                .findFirst()
                .map(field -> new RoleFinding(
                        Role.POPULATION,
                        field,
                        0.7,
                        Reason.of("header-population", "its header ends in \"" + ending + "\"")));
    }

    /** The first column of texts or whole numbers that is never empty and never repeats, in a sample worth the name. */
    private Optional<RoleFinding> byUniqueValues(Role key, Findings found) {
        if (sample.size() < 2) {
            return Optional.empty();
        }
        Set<String> taken = found.taken();
        return first(
                key,
                field -> !taken.contains(field) && !POSITION_LIKE.contains(RoleNames.plain(field)),
                0.5,
                Reason.of("unique", "by its values: they seldom repeat"));
    }

    private static Set<String> positionLike() {
        Set<String> names = new HashSet<>();
        POSITION.forEach(role -> names.addAll(RoleNames.of(role)));
        return Set.copyOf(names);
    }

    /**
     * Whether a column reads like one of ids: texts or whole numbers, mostly there, and seldom twice. A layer may lack or
     * repeat some of its ids and still have them; a category repeats most.
     */
    private boolean identifies(String field, double distinctShare) {
        Set<String> seen = new HashSet<>();
        int there = 0;
        for (SourceFeature feature : sample) {
            Object value = feature.attributes().get(field);
            if (value == null) {
                continue;
            }
            boolean whole = value instanceof Double number && number == Math.rint(number);
            boolean identifier = value instanceof String || value instanceof Long || whole;
            if (!identifier) {
                return false;
            }
            there++;
            seen.add(value.toString());
        }
        boolean mostlyThere = there * 2 >= sample.size();
        boolean few = there < MANY && distinctShare > 0.5;
        boolean mostlyOnce = few ? seen.size() == there : seen.size() >= there * distinctShare;
        return mostlyThere && mostlyOnce;
    }

    private boolean mostlyNumbers(String field) {
        List<String> all = values(field).toList();
        long numbers =
                all.stream().filter(value -> Numbers.parse(value).isPresent()).count();
        return all.isEmpty() || numbers * 2 >= all.size();
    }

    private Stream<String> values(String field) {
        return sample.stream()
                .map(feature -> feature.attributes().get(field))
                .filter(value -> value != null)
                .map(String::valueOf);
    }

    private void addPosition(Findings found) {
        Set<String> taken = found.taken();
        Optional<RoleFinding> text = byName(Role.WKT, taken).or(() -> geometryByValues(taken));
        if (text.isPresent()) {
            found.add(Role.WKT, text);
            return;
        }
        Optional<RoleFinding> x = byName(Role.X, taken);
        Optional<RoleFinding> y = byName(Role.Y, taken);
        if (x.isPresent() && y.isPresent()) {
            found.add(Role.X, x);
            found.add(Role.Y, y);
        } else if (x.isEmpty() && y.isEmpty()) {
            Optional<RoleFinding> inOneCell = pairByValues(taken);
            found.add(Role.WKT, inOneCell);
            if (inOneCell.isEmpty()) {
                List<RoleFinding> pair = new GuessByValues(fields, sample).position(taken);
                pair.forEach(finding -> found.add(finding.role(), Optional.of(finding)));
            }
        }
    }

    private Optional<RoleFinding> geometryByValues(Set<String> taken) {
        return oneOf(taken, GeometryText::isGeometry, Reason.of("wkt", "by its values: all are geometries as text"));
    }

    /** Latitude and longitude in one cell, as open-data portals write them; all to metres, so that no list of two numbers is taken for one. */
    private Optional<RoleFinding> pairByValues(Set<String> taken) {
        return oneOf(
                        taken,
                        GeometryText::isPair,
                        Reason.of("pair", "by its values: each is a latitude and a longitude"))
                .filter(found -> {
                    long precise = values(found.field())
                            .filter(GeometryText::isPrecisePair)
                            .count();
                    return precise * 2 > values(found.field()).count();
                });
    }

    private Optional<RoleFinding> oneOf(Set<String> taken, Predicate<String> fits, Reason why) {
        return fields.stream()
                .filter(field -> !taken.contains(field))
                .filter(field ->
                        values(field).findAny().isPresent() && values(field).allMatch(fits))
                .findFirst()
                .map(field -> new RoleFinding(Role.WKT, field, 0.9, why));
    }
}
