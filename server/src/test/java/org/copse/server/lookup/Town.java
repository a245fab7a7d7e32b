package org.copse.server.lookup;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.assignment.Cover;
import org.copse.server.inforce.PlanSource;
import org.copse.server.officer.Officer;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.publication.SectorTerritory;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/** A town of two beats side by side, whose database can be away. */
final class Town implements LookupSource, PlanSource {
    static final StoredOfficer SAM = stored("17", "Sam");
    static final StoredOfficer ROBIN = stored("18", "Robin");

    @Nullable
    PublishedPlan plan = plan(1);

    @Nullable
    PublishedPlan ahead;

    @Nullable
    Cover coverOfTheNext;

    int timesRead;
    int tries;
    boolean away;
    LocalDateTime now = LocalDateTime.of(2026, 1, 5, 10, 0);
    List<ContactPlace> contactPlaces = List.of(
            new ContactPlace("Kiosk", null, null, 2.70, 51.405),
            new ContactPlace("Station", "Quay 1", "always", 2.61, 51.405));
    Cover cover = new Cover(Cover.How.OFFICER, SAM, SAM, null);

    @Override
    public Optional<PublishedPlan> findPlan() {
        reach();
        return Optional.ofNullable(plan);
    }

    @Override
    public Optional<PublishedPlan> findAhead() {
        return Optional.ofNullable(ahead);
    }

    @Override
    public List<BeatTerritory> listBeats(PublishedPlan of) {
        timesRead++;
        List<BeatTerritory> beats = new ArrayList<>();
        for (int beat = 1; beat <= 2; beat++) {
            Envelope box = new Envelope(2.59 + 0.01 * beat, 2.60 + 0.01 * beat, 51.4, 51.41);
            beats.add(new BeatTerritory(
                    "" + beat, "Beat " + beat, "1", "Harbour", 0, 100, new GeometryFactory().toGeometry(box)));
        }
        return beats;
    }

    @Override
    public Map<String, Cover> mapCover(PublishedPlan of) {
        reach();
        return Map.of("1", of.equals(ahead) && coverOfTheNext != null ? coverOfTheNext : cover);
    }

    private void reach() {
        tries++;
        if (away) {
            throw new DataAccessResourceFailureException("away");
        }
    }

    @Override
    public Map<String, Map<String, String>> mapNotices(PublishedPlan of) {
        return Map.of("2", Map.of("en", "From May on, Robin is your officer."));
    }

    @Override
    public List<SectorTerritory> listSectors(PublishedPlan of) {
        return List.of(new SectorTerritory(
                "1", "Harbour", 2, "+32 001", "harbour@example.org", new GeometryFactory().createPolygon()));
    }

    @Override
    public LocalDateTime now() {
        return now;
    }

    @Override
    public LookupAnswer.Team getAuthority() {
        return new LookupAnswer.Team("+32 009", null);
    }

    @Override
    public List<ContactPlace> listContactPlaces() {
        return contactPlaces;
    }

    static PublishedPlan plan(int version) {
        return new PublishedPlan(
                new UUID(0, version), "Plan " + version, version, Instant.parse("2026-01-01T00:00:00Z"), 2, 1);
    }

    static PublishedPlan coming(int version, String from) {
        return new PublishedPlan(new UUID(0, version), "Plan " + version, version, Instant.parse(from), 2, 1);
    }

    private static StoredOfficer stored(String number, String dutyName) {
        return new StoredOfficer(
                new UUID(0, Long.parseLong(number)),
                new Officer(number, dutyName, List.of("nl", "fr"), "+32 000", null, "Mon 9-12"),
                null,
                null,
                false,
                null,
                null);
    }
}
