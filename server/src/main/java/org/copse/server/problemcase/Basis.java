package org.copse.server.problemcase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a case rests on, by where it is known from: a hundred concerns are many sources of one type, and a walk with twenty findings is one walk.
 *
 * @param sources of this type
 * @param origins those that count apart: walks, not their findings
 */
record Basis(SourceType type, int sources, int origins) {

    /** Returns all types in their order, those without a source too. */
    static List<Basis> of(List<Source> sources) {
        List<Basis> all = new ArrayList<>();
        for (SourceType type : SourceType.values()) {
            List<Source> own =
                    sources.stream().filter(source -> source.type() == type).toList();
            long origins = own.stream()
                    .map(source -> Objects.requireNonNullElse(source.origin(), source.id()))
                    .distinct()
                    .count();
            all.add(new Basis(type, own.size(), (int) origins));
        }
        return all;
    }

    /** Returns how many types have a source. */
    static int countTypes(List<Basis> basis) {
        return (int) basis.stream().filter(one -> one.sources > 0).count();
    }

    /** Returns the types in their order, of kinds. */
    static List<SourceType> types(List<SourceKind> kinds) {
        return Arrays.stream(SourceType.values())
                .filter(type -> kinds.stream().anyMatch(kind -> kind.type() == type))
                .toList();
    }
}
