package org.copse.geoimport.clean;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.geoimport.source.SourceFeature;

/** Finds out which column plays which role, from the headers and from a sample of values. */
public final class RoleDetector {
    private static final Pattern WKT = Pattern.compile(
            "(?is)\\s*(SRID=[0-9]+;)?\\s*(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\\s*(Z|M|ZM)?\\s*(\\(|EMPTY).*");
    private static final int MANY = 20;
    private static final List<Role> POSITION = List.of(Role.X, Role.Y, Role.WKT);

    private static final Map<LayerKind, List<Role>> ROLES = Map.ofEntries(
            Map.entry(
                    LayerKind.UNITS,
                    List.of(
                            Role.ID,
                            Role.NAME,
                            Role.POPULATION,
                            Role.NEIGHBOURHOOD,
                            Role.MINUTES_TO_CENTRE,
                            Role.SECTOR,
                            Role.BEAT)),
            Map.entry(LayerKind.POPULATION, List.of(Role.KEY, Role.POPULATION, Role.YEAR, Role.NAME)),
            Map.entry(LayerKind.WORSHIP, List.of(Role.ID, Role.NAME, Role.CATEGORY, Role.ADDRESS)),
            Map.entry(LayerKind.INCIDENTS, List.of(Role.ID, Role.CATEGORY, Role.DATE, Role.HOUR, Role.INITIATOR)),
            Map.entry(LayerKind.PLACES, List.of(Role.ID, Role.NAME, Role.CATEGORY, Role.ADDRESS)),
            Map.entry(
                    LayerKind.CONTACT_POINTS,
                    List.of(Role.ID, Role.NAME, Role.CATEGORY, Role.ADDRESS, Role.OPENING_HOURS)),
            Map.entry(LayerKind.NEIGHBOURHOODS, List.of(Role.ID, Role.NAME)),
            Map.entry(LayerKind.BARRIERS, List.of(Role.ID, Role.NAME, Role.CATEGORY)),
            Map.entry(LayerKind.CROSSINGS, List.of(Role.ID, Role.NAME, Role.CATEGORY)),
            Map.entry(LayerKind.AREAS_IN_FORCE, List.of(Role.BEAT, Role.SECTOR, Role.NAME, Role.OFFICER)),
            Map.entry(
                    LayerKind.ADDRESSES,
                    List.of(Role.ID, Role.STREET, Role.HOUSE_NUMBER, Role.POSTCODE, Role.TOWN, Role.ADDRESS)),
            Map.entry(LayerKind.BASES, List.of(Role.ID, Role.NAME, Role.ADDRESS, Role.OPENING_HOURS)),
            Map.entry(
                    LayerKind.SURVEYS,
                    List.of(Role.ID, Role.KEY, Role.QUESTION, Role.SAMPLE_SIZE, Role.SHARE, Role.YEAR)),
            Map.entry(LayerKind.BACKDROP, List.of(Role.ID, Role.NAME, Role.CATEGORY)),
            Map.entry(LayerKind.PLAIN, List.of(Role.ID, Role.NAME)));

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

    /**
     * Returns {@code given}, completed by what is found.
     *
     * @param table whether positions may be in columns
     */
    public FieldRoles complete(LayerKind kind, FieldRoles given, boolean table) {
        FieldRoles roles = given;
        for (Role role : ROLES.getOrDefault(kind, List.of())) {
            roles = add(roles, role);
        }
        if (kind == LayerKind.AREAS_IN_FORCE && given.find(Role.ID).isEmpty()) {
            // A beat in force is known by its beat's id, whatever row number the file adds.
            roles = roles.find(Role.BEAT).isPresent()
                    ? roles.with(Role.ID, roles.find(Role.BEAT).get())
                    : add(roles, Role.ID);
        }
        Role key = kind == LayerKind.POPULATION ? Role.KEY : Role.ID;
        boolean keyed = kind.shape() == LayerKind.Shape.AREA || kind == LayerKind.POPULATION;
        if (keyed && roles.find(key).isEmpty()) {
            Set<String> taken = new HashSet<>(roles.fields().values());
            Optional<String> found = byUniqueValues(taken);
            roles = found.isPresent() ? roles.with(key, found.get()) : roles;
        }
        if (table && POSITION.stream().noneMatch(role -> given.find(role).isPresent())) {
            roles = addPosition(roles);
        }
        return roles;
    }

    private FieldRoles add(FieldRoles roles, Role role) {
        if (roles.find(role).isPresent()) {
            return roles;
        }
        Set<String> taken = new HashSet<>(roles.fields().values());
        Optional<String> found = byName(role, taken);
        if (found.isEmpty() && role == Role.POPULATION) {
            found = byEnding("population", taken).or(() -> byEnding("inwoners", taken));
        }
        if (found.isEmpty() && role == Role.ID) {
            found = fields.stream()
                    .filter(field -> RoleNames.plain(field).endsWith("id") && !taken.contains(field))
                    .filter(field -> identifies(field, 0.9))
                    .findFirst();
        }
        return found.map(field -> roles.with(role, field)).orElse(roles);
    }

    private Optional<String> byName(Role role, Set<String> taken) {
        for (String name : RoleNames.of(role)) {
            for (String field : fields) {
                boolean fits = !taken.contains(field) && RoleNames.plain(field).equals(name) && valuesFit(role, field);
                if (fits) {
                    return Optional.of(field);
                }
            }
        }
        return Optional.empty();
    }

    private boolean valuesFit(Role role, String field) {
        return switch (role) {
            case ID -> identifies(field, 0.5);
            case POPULATION, HOUR, MINUTES_TO_CENTRE -> mostlyNumbers(field);
            case WKT ->
                values(field).stream().anyMatch(value -> WKT.matcher(value).matches());
            default -> true;
        };
    }

    private Optional<String> byEnding(String ending, Set<String> taken) {
        return fields.stream()
                .filter(field -> !taken.contains(field))
                .filter(field -> {
                    String plain = RoleNames.plain(field);
                    return plain.endsWith(ending) && !plain.contains("dens") && mostlyNumbers(field);
                })
                .findFirst();
    }

    /** The first column of texts or whole numbers that is never empty and never repeats, in a sample worth the name. */
    private Optional<String> byUniqueValues(Set<String> taken) {
        if (sample.size() < 2) {
            return Optional.empty();
        }
        return fields.stream()
                .filter(field -> !taken.contains(field) && !POSITION_LIKE.contains(RoleNames.plain(field)))
                .filter(field -> identifies(field, 0.9))
                .findFirst();
    }

    private static final Set<String> POSITION_LIKE = positionLike();

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
        List<String> values = values(field);
        long numbers = values.stream()
                .filter(value -> Numbers.parse(value).isPresent())
                .count();
        return values.isEmpty() || numbers * 2 >= values.size();
    }

    private List<String> values(String field) {
        return sample.stream()
                .map(feature -> feature.attributes().get(field))
                .filter(value -> value != null)
                .map(String::valueOf)
                .toList();
    }

    private FieldRoles addPosition(FieldRoles roles) {
        FieldRoles withText = add(roles, Role.WKT);
        if (withText.find(Role.WKT).isPresent()) {
            return withText;
        }
        Set<String> taken = new HashSet<>(roles.fields().values());
        Optional<String> x = byName(Role.X, taken);
        Optional<String> y = byName(Role.Y, taken);
        return x.isPresent() && y.isPresent() ? roles.with(Role.X, x.get()).with(Role.Y, y.get()) : roles;
    }
}
