package org.copse.server.walk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.database.Dialect;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores what phones send, each version of each item once. The same body twice changes nothing; another body for a version that is
 * stored, or one behind the newest, is refused with what is stored, and nothing of it is lost: the phone keeps it and asks the officer.
 */
@Service
public class WalkRecords {
    private final WalkRepository walks;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final JsonMapper json;
    private final JdbcClient jdbc;
    private final Supplier<Dialect> dialect;

    WalkRecords(
            WalkRepository walks,
            TransactionTemplate transactions,
            AuditLog audit,
            JsonMapper json,
            JdbcClient jdbc,
            DataSource source) {
        this.walks = walks;
        this.transactions = transactions;
        this.audit = audit;
        this.json = json;
        this.jdbc = jdbc;
        this.dialect = () -> Dialect.of(source);
    }

    /** What became of an item: whether it came for the first time. */
    public record Outcome(boolean isNew) {}

    /**
     * Stores a version of an item of a walk that there is.
     *
     * @param then what else changes with it, in the same transaction; only when it is new
     */
    public Outcome put(WalkItem item, int version, Received received, String by, Runnable then) {
        return twice(() -> {
            if (!walks.lock(item.walk())) {
                throw noSuchWalk();
            }
            return append(item, version, received, by, then);
        });
    }

    Outcome putWalk(UUID id, Walk walk, Received received, String by) {
        int version = Optional.ofNullable(walk.version()).orElseThrow();
        return twice(() -> {
            Runnable then = () -> walks.update(id, walk);
            if (!walks.lock(id)) {
                walks.insert(id, walk, by);
                then = () -> {};
            }
            return append(WalkItem.walk(id), version, received, by, then);
        });
    }

    /** Two phones that send the same for the first time at once: the second finds it stored when it tries again. */
    private Outcome twice(Supplier<Outcome> work) {
        Outcome outcome;
        try {
            outcome = inTransaction(work);
        } catch (DuplicateKeyException e) {
            outcome = inTransaction(work);
        }
        if (outcome.isNew()) {
            writeToDisk();
        }
        return outcome;
    }

    private Outcome inTransaction(Supplier<Outcome> work) {
        return Optional.ofNullable(transactions.execute(status -> work.get())).orElseThrow();
    }

    /** What the manifest confirms is deleted on the phone: it has to be there after a kill. */
    void writeToDisk() {
        dialect.get().writeToDisk(jdbc);
    }

    private Outcome append(WalkItem item, int version, Received received, String by, Runnable then) {
        Optional<WalkRepository.Version> same = walks.findVersion(item, version);
        if (same.isPresent() && same.get().sha256().equals(received.sha256())) {
            return new Outcome(false);
        }
        Optional<WalkRepository.Version> newest = walks.findNewest(item);
        if (newest.isPresent() && newest.get().version() >= version) {
            throw alreadyRecorded(item, newest.get());
        }
        if (newest.isEmpty()
                && walks.countItems(item.walk(), item.kind()) >= item.kind().most()) {
            throw tooMany("The walk has " + item.kind().most() + " items of the kind "
                    + item.kind().key() + " already.");
        }
        if (version > item.kind().mostVersions()) {
            throw tooMany("An item of the kind " + item.kind().key() + " has at most "
                    + item.kind().mostVersions() + " versions.");
        }
        then.run();
        walks.insert(item, version, received, by);
        if (item.kind() != WalkItem.Kind.TRACK) {
            audit.record(AuditEvent.of(AuditAction.WALK_CHANGED)
                    .on("walk", item.walk().toString())
                    .detail(item.kind().key() + " " + item.id() + ", version " + version)
                    .by(by));
        }
        return new Outcome(true);
    }

    /** Ends the request unless there is such a walk. */
    public void require(UUID walk) {
        if (!walks.exists(walk)) {
            throw noSuchWalk();
        }
    }

    /** Returns when a walk began, by the phone's clock. */
    public Optional<Instant> findStart(UUID walk) {
        return walks.findNewest(WalkItem.walk(walk))
                .map(stored -> json.readValue(stored.body(), Walk.class).startedAt());
    }

    /** Returns a walk as everybody reads it, or ends the request where there is none. */
    public WalkView view(UUID id) {
        Walk walk = getWalk(id);
        Track whole = Track.of(listTrack(id));
        Track shown = walk.keepsEnds() ? whole : whole.trimmed();
        return new WalkView(id, walk, Math.round(whole.metres()), !walk.keepsEnds(), shown);
    }

    private Walk getWalk(UUID id) {
        return walks.findNewest(WalkItem.walk(id))
                .map(stored -> json.readValue(stored.body(), Walk.class))
                .orElseThrow(WalkRecords::noSuchWalk);
    }

    private List<TrackPiece> listTrack(UUID id) {
        return walks.listNewest(id, WalkItem.Kind.TRACK).stream()
                .map(stored -> json.readValue(stored.body(), TrackPiece.class))
                .toList();
    }

    /** Says what is stored, but of a track: its ends are in no answer. */
    private ProblemException alreadyRecorded(WalkItem item, WalkRepository.Version stored) {
        return new ProblemException(
                ProblemType.ALREADY_RECORDED,
                "Version " + stored.version() + " is recorded, with another body.",
                item.kind() == WalkItem.Kind.TRACK
                        ? Map.of("version", stored.version())
                        : Map.of("version", stored.version(), "current", json.readTree(stored.body())));
    }

    private static ProblemException tooMany(String detail) {
        return new ProblemException(ProblemType.TOO_LARGE, detail);
    }

    static ProblemException noSuchWalk() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no walk of this id: send the walk first.");
    }
}
