package org.copse.server.audit;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which personal fields an erasure took, as its entry says: {@code 12:account,address 15:reason}. */
record Erased(Map<Long, Set<PersonalField>> fields) {

    Erased {
        fields = new TreeMap<>(fields);
    }

    /** Returns what an entry's detail says; a part that is not of the form is left out, and shows as a missing text. */
    static Erased parse(String detail) {
        Map<Long, Set<PersonalField>> fields = new TreeMap<>();
        for (String part : detail.split(" ", -1)) {
            int colon = part.indexOf(':');
            if (colon > 0 && part.substring(0, colon).matches("\\d{1,18}")) {
                Set<PersonalField> named = EnumSet.noneOf(PersonalField.class);
                for (String key : part.substring(colon + 1).split(",", -1)) {
                    PersonalField.findByKey(key).ifPresent(named::add);
                }
                fields.put(Long.parseLong(part.substring(0, colon)), named);
            }
        }
        return new Erased(fields);
    }

    String detail() {
        return fields.entrySet().stream()
                .map(entry -> entry.getKey() + ":"
                        + entry.getValue().stream().map(PersonalField::key).collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
    }
}
