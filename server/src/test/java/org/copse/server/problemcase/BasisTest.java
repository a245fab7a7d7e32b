package org.copse.server.problemcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BasisTest {
    private static final UUID WALK = new UUID(0, 1);

    private static Source source(SourceKind kind, @Nullable UUID origin) {
        return new Source(
                UUID.randomUUID(),
                kind,
                kind.type(),
                null,
                origin,
                "",
                "",
                null,
                false,
                LocalDate.EPOCH,
                null,
                "x",
                Instant.EPOCH);
    }

    @Test
    void aHundredConcernsAreOneTypeOfSource() {
        List<Source> loud = IntStream.range(0, 100)
                .mapToObj(i -> source(SourceKind.CONCERN, null))
                .toList();
        List<Basis> basis = Basis.of(loud);
        assertThat(basis).hasSize(4).contains(new Basis(SourceType.FORUM, 100, 100), new Basis(SourceType.WALK, 0, 0));
        assertThat(Basis.countTypes(basis)).isEqualTo(1);
    }

    @Test
    void twentyFindingsOfOneWalkAreOneWalk() {
        List<Source> sources = Stream.concat(
                        IntStream.range(0, 20).mapToObj(i -> source(SourceKind.FINDING, WALK)),
                        Stream.of(source(SourceKind.FINDING, new UUID(0, 2)), source(SourceKind.HOTSPOT, null)))
                .toList();
        List<Basis> basis = Basis.of(sources);
        assertThat(basis).contains(new Basis(SourceType.WALK, 21, 2), new Basis(SourceType.RECORD, 1, 1));
        assertThat(Basis.countTypes(basis)).isEqualTo(2);
    }

    @Test
    void aMeetingAndAConcernAreTheSameType() {
        assertThat(Basis.types(List.of(SourceKind.CONCERN, SourceKind.MEETING, SourceKind.ANSWERS)))
                .containsExactly(SourceType.SURVEY, SourceType.FORUM);
    }
}
