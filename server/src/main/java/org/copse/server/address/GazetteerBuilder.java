package org.copse.server.address;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copse.server.address.Entry.Kind;
import org.copse.server.address.Entry.Postcode;
import org.copse.server.address.Entry.Spelling;
import org.copse.server.address.Houses.House;

/** Makes a gazetteer of addresses, row by row. Streets of one name and town that lie apart are two, as the High Streets of a city are. */
final class GazetteerBuilder {
    private static final int ID_BYTES = 8;

    private final Map<String, Named> streets = new LinkedHashMap<>();

    /** The rows of one name and town. */
    private static final class Named {
        final Set<String> spellings = new LinkedHashSet<>();
        final Set<String> towns = new LinkedHashSet<>();
        final List<Cluster.Row> rows = new ArrayList<>();
    }

    void add(AddressRow row) {
        String town = row.towns().isEmpty()
                ? Postcode.key(row.postcode() == null ? "" : row.postcode())
                : row.towns().get(0);
        Named named = streets.computeIfAbsent(row.streets().get(0) + "\n" + town, key -> new Named());
        named.spellings.addAll(row.streets());
        named.towns.addAll(row.towns());
        String postcode = row.postcode() == null ? null : row.postcode().intern();
        HouseNumber number =
                row.number() == null ? null : HouseNumber.find(row.number()).orElse(null);
        named.rows.add(new Cluster.Row(number, postcode, row.lon(), row.lat()));
    }

    Gazetteer build() {
        List<Entry> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Named named : streets.values()) {
            List<Spelling> spellings = spellings(named.spellings);
            List<Spelling> towns = spellings(named.towns);
            for (Cluster cluster : Cluster.split(named.rows)) {
                if (!spellings.isEmpty()) {
                    entries.add(street(spellings, towns, cluster, ids));
                }
            }
        }
        streets.clear();
        List<Entry> places = new ArrayList<>(places(entries, Kind.TOWN, ids));
        places.addAll(places(entries, Kind.POSTCODE, ids));
        entries.addAll(places);
        return new Gazetteer(entries);
    }

    /** Names without a word, such as "?", cannot be found and are left out. */
    private static List<Spelling> spellings(Collection<String> texts) {
        return texts.stream()
                .map(Spelling::of)
                .filter(spelling -> !spelling.wording().words().isEmpty())
                .toList();
    }

    private static Entry street(List<Spelling> spellings, List<Spelling> towns, Cluster cluster, Set<String> ids) {
        Set<String> codes = new LinkedHashSet<>();
        List<House> houses = new ArrayList<>();
        for (Cluster.Row row : cluster.rows()) {
            if (row.postcode() != null) {
                codes.add(row.postcode());
            }
            if (row.number() != null) {
                houses.add(new House(row.number(), row.postcode(), row.lon(), row.lat()));
            }
        }
        List<Postcode> postcodes = codes.stream().sorted().map(Postcode::of).toList();
        String key = "street\n" + spellings.get(0).wording().key()
                + "\n" + (towns.isEmpty() ? "" : towns.get(0).wording().key())
                + "\n" + (postcodes.isEmpty() ? "" : postcodes.get(0).key());
        Cluster.Row middle = cluster.middle();
        return new Entry(
                newId(key, ids),
                Kind.STREET,
                spellings,
                towns,
                postcodes,
                new Houses(houses),
                cluster.rows().size(),
                middle.lon(),
                middle.lat(),
                cluster.positions());
    }

    private static List<Entry> places(List<Entry> streets, Kind kind, Set<String> ids) {
        Map<String, List<Entry>> byKey = new TreeMap<>();
        for (Entry street : streets) {
            if (kind == Kind.TOWN && !street.towns().isEmpty()) {
                byKey.computeIfAbsent(street.towns().get(0).wording().key(), key -> new ArrayList<>())
                        .add(street);
            } else if (kind == Kind.POSTCODE) {
                street.postcodes().forEach(code -> byKey.computeIfAbsent(code.key(), key -> new ArrayList<>())
                        .add(street));
            }
        }
        return byKey.entrySet().stream()
                .filter(place -> !place.getKey().isEmpty())
                .map(place -> place(kind, place.getKey(), place.getValue(), ids))
                .toList();
    }

    private static Entry place(Kind kind, String key, List<Entry> streets, Set<String> ids) {
        Entry first = streets.get(0);
        List<Cluster.Row> middles = streets.stream()
                .map(street -> new Cluster.Row(null, null, street.lon(), street.lat()))
                .toList();
        Cluster cluster = new Cluster(middles);
        Cluster.Row middle = cluster.middle();
        String code = first.postcodes().stream()
                .filter(postcode -> postcode.key().equals(key))
                .map(Postcode::text)
                .findFirst()
                .orElse(key);
        boolean town = kind == Kind.TOWN;
        return new Entry(
                newId(kind + "\n" + key, ids),
                kind,
                town ? first.towns() : List.of(Spelling.of(code)),
                town ? List.of() : mostFrequentTown(streets),
                List.of(),
                new Houses(List.of()),
                streets.stream().mapToInt(Entry::size).sum(),
                middle.lon(),
                middle.lat(),
                cluster.positions());
    }

    private static List<Spelling> mostFrequentTown(List<Entry> streets) {
        Map<String, Integer> sizes = new TreeMap<>();
        Map<String, List<Spelling>> towns = new TreeMap<>();
        for (Entry street : streets) {
            if (!street.towns().isEmpty()) {
                String key = street.towns().get(0).wording().key();
                sizes.merge(key, street.size(), Integer::sum);
                towns.putIfAbsent(key, street.towns());
            }
        }
        return sizes.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(most -> towns.getOrDefault(most.getKey(), List.of()))
                .orElse(List.of());
    }

    /** An id that says nothing, and is the same wherever the same is known; streets that cannot be told apart are counted. */
    private static String newId(String key, Set<String> ids) {
        String id = hash(key);
        for (int again = 2; !ids.add(id); again++) {
            id = hash(key + "\n" + again);
        }
        return id;
    }

    private static String hash(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
