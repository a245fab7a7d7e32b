package org.copse.server.problemcase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.hotspot.CellAreas;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Reads what is to be put into a case: each kind in its own way, and none with a word of whoever told it. */
@Component
class Sources {
    private static final int MOST_VOICES = 10_000_000;

    private final Map<SourceKind, SourceFinder> finders = new EnumMap<>(SourceKind.class);
    private final CellAreas areas;

    Sources(List<SourceFinder> finders, CellAreas areas) {
        finders.forEach(finder -> this.finders.put(finder.kind(), finder));
        this.areas = areas;
    }

    /** Returns the source of a request, or ends it naming what is wrong. */
    SourceRepository.Placed read(SourceRequest request, Authentication account, LocalDate today, Instant at) {
        SourceKind kind = Optional.ofNullable(request.kind())
                .flatMap(SourceKind::findByKey)
                .orElseThrow(() -> FieldErrors.of("kind", "must be one of " + SourceKind.keys()));
        if (kind == SourceKind.HOTSPOT) {
            return hotspot(request.hotspot(), account, today, at);
        }
        return new SourceRepository.Placed(
                kind.isFound()
                        ? found(kind, request.ref(), account, at)
                        : written(kind, request, today, account.getName(), at),
                null);
    }

    private Source found(SourceKind kind, @Nullable UUID ref, Authentication account, Instant at) {
        if (ref == null) {
            throw FieldErrors.of("ref", "is missing: which " + kind.key() + "?");
        }
        SourceFinder.Found found = Optional.ofNullable(finders.get(kind))
                .flatMap(finder -> finder.find(ref, account))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no such " + kind.key() + ", or none that you may see."));
        return new Source(
                UUID.randomUUID(),
                kind,
                kind.type(),
                ref,
                found.origin(),
                found.topic(),
                "",
                found.voices(),
                false,
                found.day(),
                null,
                account.getName(),
                at);
    }

    private static Source written(SourceKind kind, SourceRequest request, LocalDate today, String by, Instant at) {
        FieldErrors errors = new FieldErrors();
        String words = NobodyNamed.text("words", request.words(), 1, SourceRequest.LONGEST_WORDS, errors);
        Integer voices = request.voices();
        if (voices != null && (voices < 1 || voices > MOST_VOICES)) {
            errors.add("voices", "must be 1 to " + MOST_VOICES + ", or nothing, not " + voices);
        }
        LocalDate day = request.day();
        if (day == null || day.isAfter(today) || day.getYear() < 1900) {
            errors.add("day", "must be a day until today, not " + day);
        }
        errors.throwIfAny();
        return new Source(
                UUID.randomUUID(),
                kind,
                kind.type(),
                null,
                null,
                "",
                words,
                voices,
                false,
                Objects.requireNonNull(day),
                null,
                by,
                at);
    }

    private SourceRepository.Placed hotspot(
            SourceRequest.@Nullable Hotspot asked, Authentication account, LocalDate today, Instant at) {
        if (!Permission.HOTSPOT_READ.isHeldBy(account)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "A hotspot is put into a case by who may see hotspots.");
        }
        if (asked == null || asked.scenario() == null || asked.cell() == null || asked.cells() == null) {
            throw FieldErrors.of("hotspot", "must name scenario, cell and cells");
        }
        boolean police = Boolean.TRUE.equals(asked.policeInitiated());
        List<String> categories = Objects.requireNonNullElse(asked.category(), List.of());
        CellAreas.Chosen chosen = areas.choose(
                asked.scenario(),
                new CellAreas.Asked(
                        Objects.requireNonNullElse(asked.shape(), "square"),
                        asked.cell(),
                        asked.cells(),
                        categories,
                        asked.from(),
                        asked.to(),
                        police),
                Permission.INCIDENT_READ_POINTS.isHeldBy(account));
        boolean few = chosen.incidents() < Source.FEWEST_TOLD;
        return new SourceRepository.Placed(
                new Source(
                        UUID.randomUUID(),
                        SourceKind.HOTSPOT,
                        SourceKind.HOTSPOT.type(),
                        null,
                        null,
                        "",
                        "",
                        few ? null : Integer.valueOf(chosen.incidents()),
                        few,
                        chosen.to().filter(day -> day.isBefore(today)).orElse(today),
                        new Source.Cells(
                                asked.scenario(),
                                chosen.layer(),
                                categories,
                                chosen.from().orElse(null),
                                chosen.to().orElse(null),
                                police,
                                chosen.cells()),
                        account.getName(),
                        at),
                chosen.lonLat());
    }
}
