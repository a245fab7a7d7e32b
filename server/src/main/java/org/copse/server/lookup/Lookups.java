package org.copse.server.lookup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.copse.server.address.Addresses;
import org.copse.server.assignment.Cover;
import org.copse.server.inforce.BeatIndex;
import org.copse.server.lookup.LookupAnswer.Match;
import org.copse.server.lookup.LookupAnswer.PlanOfAnswer;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Says whose beat a place is, from memory. Every question ends in {@link ProblemType#NO_PLAN_IN_FORCE} where there is none. */
@Component
public class Lookups {
    private static final int MOST_BEATS = 12;

    private final CurrentBeats current;
    private final Function<String, Optional<double[]>> places;
    private final LookupSettings settings;

    @Autowired
    Lookups(CurrentBeats current, LookupSettings settings, Addresses addresses) {
        this(current, settings, addresses::findPlaces);
    }

    /**
     * As Spring makes it, with other addresses.
     *
     * @param places positions all along what an id names, as longitude, latitude, longitude, latitude …
     */
    Lookups(CurrentBeats current, LookupSettings settings, Function<String, Optional<double[]>> places) {
        this.current = current;
        this.places = places;
        this.settings = settings;
    }

    /** Returns the answer for the id of a house, a street or a place; empty for one that is not known, or no longer. */
    public Optional<LookupAnswer> findAddress(String id) {
        return places.apply(id).map(this::answerAlong);
    }

    /**
     * Returns the answer for a position.
     *
     * @param lon longitude in degrees, WGS 84
     * @param lat latitude in degrees, WGS 84
     */
    public LookupAnswer at(double lon, double lat) {
        return answer(new Position(lon, lat), current.get());
    }

    /** Returns the beat of an id with who answers for it today; its contact points are those nearest to its middle. */
    public Optional<LookupAnswer.Beat> findBeat(String id) {
        CurrentBeats.Snapshot beats = current.get();
        for (int number = 0; number < beats.beats().size(); number++) {
            BeatTerritory beat = beats.beats().get(number);
            if (beat.id().equals(id)) {
                var middle = beat.lonLat().getInteriorPoint();
                return Optional.of(beat(beats, number, current.contactPointsNear(beats, middle.getX(), middle.getY())));
            }
        }
        return Optional.empty();
    }

    /** Returns who answers today for all beats of the plan in force, in its order, without contact points. */
    public List<LookupAnswer.Beat> listBeats() {
        CurrentBeats.Snapshot beats = current.get();
        List<LookupAnswer.Beat> all = new ArrayList<>();
        for (int number = 0; number < beats.beats().size(); number++) {
            all.add(beat(beats, number, List.of()));
        }
        return all;
    }

    /** Returns how the authority as a whole is reached. */
    public LookupAnswer.Team getAuthority() {
        return current.get().authority();
    }

    private record Position(double lon, double lat) {}

    /** The answer for a street or place is one beat only where all of it lies there: who asks shall not be told another's officer. */
    private LookupAnswer answerAlong(double[] lonLat) {
        CurrentBeats.Snapshot beats = current.get();
        int middle = 2 * (lonLat.length / 4);
        Position at = new Position(lonLat[middle], lonLat[middle + 1]);
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int beat : beats.index().locateAll(lonLat)) {
            if (beat >= 0) {
                counts.merge(beat, 1, Integer::sum);
            }
        }
        if (lonLat.length == 2 || counts.isEmpty()) {
            return answer(at, beats);
        }
        List<LookupAnswer.ContactPoint> near = current.contactPointsNear(beats, at.lon(), at.lat());
        List<LookupAnswer.Beat> answers = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(MOST_BEATS)
                .map(count -> beat(beats, count.getKey(), near))
                .toList();
        Match match = counts.size() > 1 ? Match.SEVERAL : Match.BEAT;
        return new LookupAnswer(
                match.word(),
                answers,
                null,
                match == Match.BEAT && liesInOneBeatAhead(lonLat)
                        ? change(beats, counts.keySet().iterator().next(), at)
                        : null,
                PlanOfAnswer.of(beats.plan()),
                beats.authority(),
                current.age(beats).toSeconds());
    }

    private boolean liesInOneBeatAhead(double[] lonLat) {
        return current.findAhead()
                .filter(next ->
                        Arrays.stream(next.index().locateAll(lonLat)).distinct().count() == 1)
                .isPresent();
    }

    private LookupAnswer answer(Position at, CurrentBeats.Snapshot beats) {
        PlanOfAnswer plan = PlanOfAnswer.of(beats.plan());
        LookupAnswer.Team authority = beats.authority();
        long age = current.age(beats).toSeconds();
        Optional<Integer> holder = beats.index().locate(at.lon(), at.lat());
        if (holder.isEmpty()) {
            LookupAnswer.NearestBeat nearest = beats.index()
                    .nearest(at.lon(), at.lat())
                    .map(found -> nearest(beats, found))
                    .orElse(null);
            return new LookupAnswer(Match.OUTSIDE.word(), List.of(), nearest, null, plan, authority, age);
        }
        List<Integer> named = new ArrayList<>();
        named.add(holder.get());
        beats.index().bordering(at.lon(), at.lat(), settings.borderMetres()).stream()
                .filter(other -> !other.equals(holder.get()))
                .forEach(named::add);
        List<LookupAnswer.ContactPoint> near = current.contactPointsNear(beats, at.lon(), at.lat());
        List<LookupAnswer.Beat> answers =
                named.stream().map(number -> beat(beats, number, near)).toList();
        Match match = answers.size() > 1 ? Match.BORDER : Match.BEAT;
        return new LookupAnswer(match.word(), answers, null, change(beats, holder.get(), at), plan, authority, age);
    }

    /** Returns what is to change here, if a plan is to come and its district holds the position. */
    private LookupAnswer.@Nullable Change change(CurrentBeats.Snapshot now, int holder, Position at) {
        CurrentBeats.Snapshot next = current.findAhead().orElse(null);
        Integer number =
                next == null ? null : next.index().locate(at.lon(), at.lat()).orElse(null);
        if (next == null || number == null) {
            return null;
        }
        BeatTerritory beat = next.beats().get(number);
        Cover cover = next.covers().get(beat.id());
        Cover before = now.covers().get(now.beats().get(holder).id());
        return new LookupAnswer.Change(
                next.plan().validFrom(),
                next.plan().name(),
                beat.id(),
                beat.name(),
                beat.sectorName(),
                LookupAnswer.Officer.of(cover),
                Objects.equals(officer(cover), officer(before)));
    }

    private static @Nullable UUID officer(@Nullable Cover cover) {
        StoredOfficer present = cover == null ? null : cover.present();
        return present == null ? null : present.id();
    }

    private LookupAnswer.Beat beat(
            CurrentBeats.Snapshot beats, int number, List<LookupAnswer.ContactPoint> contactPointsNear) {
        BeatTerritory beat = beats.beats().get(number);
        Cover cover = beats.covers().get(beat.id());
        return new LookupAnswer.Beat(
                beat.id(),
                beat.name(),
                beat.sectorId(),
                beat.sectorName(),
                LookupAnswer.Officer.of(cover),
                LookupAnswer.away(cover),
                cover == null ? null : cover.until(),
                LookupAnswer.Team.of(beats.sectors().get(beat.sectorId())),
                beats.notices().getOrDefault(beat.id(), Map.of()),
                contactPointsNear);
    }

    private LookupAnswer.NearestBeat nearest(CurrentBeats.Snapshot beats, BeatIndex.Nearest found) {
        BeatTerritory beat = beats.beats().get(found.beat());
        Cover cover = beats.covers().get(beat.id());
        return new LookupAnswer.NearestBeat(
                beat.id(),
                beat.name(),
                beat.sectorId(),
                beat.sectorName(),
                LookupAnswer.Officer.of(cover),
                LookupAnswer.away(cover),
                cover == null ? null : cover.until(),
                LookupAnswer.Team.of(beats.sectors().get(beat.sectorId())),
                Math.round(found.metres()));
    }
}
