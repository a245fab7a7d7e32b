package org.copse.server.walk;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.photo.Photo;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.copse.server.walk.PhotoRepository.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes photos in pieces, each after the last, so that a sending that breaks off goes on where it was. A photo is named by the hash of
 * its bytes; when all have come they are checked against it, encoded anew and forgotten.
 */
@Service
public class Photos {
    private final PhotoRepository photos;
    private final WalkRepository walks;
    private final WalkRecords records;
    private final WalkSettings settings;
    private final TransactionTemplate transactions;

    Photos(
            PhotoRepository photos,
            WalkRepository walks,
            WalkRecords records,
            WalkSettings settings,
            TransactionTemplate transactions) {
        this.photos = photos;
        this.walks = walks;
        this.records = records;
        this.settings = settings;
        this.transactions = transactions;
    }

    /** Takes a piece; one that has come already changes nothing. Returns how much is here. */
    State append(UUID walk, String sha256, PhotoRange range, byte[] bytes, String by) {
        if (range.total() > settings.photoBytes().toBytes()) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE,
                    "The photo has " + range.total() + " bytes, more than "
                            + settings.photoBytes().toBytes() + ".");
        }
        State state = Optional.ofNullable(transactions.execute(status -> within(walk, sha256, range, bytes, by)))
                .orElseThrow();
        if (state.whole() && !state.stored()) {
            finish(walk, state);
            records.writeToDisk();
            return new State(sha256, state.total(), state.total(), true);
        }
        return state;
    }

    private State within(UUID walk, String sha256, PhotoRange range, byte[] bytes, String by) {
        if (!walks.lock(walk)) {
            throw WalkRecords.noSuchWalk();
        }
        State known = photos.find(walk, sha256).orElse(null);
        if (known == null) {
            if (photos.count(walk) >= settings.photos()) {
                throw new ProblemException(
                        ProblemType.TOO_LARGE, "The walk has " + settings.photos() + " photos already.");
            }
            known = new State(sha256, range.total(), 0, false);
            if (range.start() == 0) {
                photos.begin(walk, sha256, range.total(), by);
            }
        }
        if (known.total() != range.total() && !known.stored()) {
            throw new ProblemException(
                    ProblemType.PHOTO_REFUSED,
                    "The photo has " + known.total() + " bytes, as was said before, not " + range.total() + ".");
        }
        if (known.stored() || range.start() + bytes.length <= known.received()) {
            return known;
        }
        if (range.start() != known.received()) {
            throw new ProblemException(
                    ProblemType.PHOTO_OFFSET,
                    known.received() + " bytes have come; the piece begins at " + range.start() + ".",
                    Map.of("received", known.received()));
        }
        photos.append(walk, sha256, range.start(), bytes);
        return new State(sha256, known.total(), range.start() + bytes.length, false);
    }

    private void finish(UUID walk, State state) {
        byte[] bytes = photos.readPieces(walk, state.sha256());
        Photo photo;
        try {
            if (!Received.sha256(bytes).equals(state.sha256())) {
                throw Photo.refused("Its bytes do not have the hash " + state.sha256() + ".");
            }
            photo = Photo.encodedAnew(bytes, settings.photoPixels());
        } catch (ProblemException e) {
            photos.forget(walk, state.sha256());
            throw e;
        }
        transactions.executeWithoutResult(status -> photos.store(walk, state.sha256(), photo));
    }

    /** Returns a photo's name as it came in an address, or ends the request where it is none. */
    public static String hash(String given) {
        if (!given.matches("[0-9a-f]{64}")) {
            throw FieldErrors.of("sha256", "must be 64 hexadecimal digits in lower case");
        }
        return given;
    }

    /** Returns a photo as it was encoded anew, or ends the request where it has not all come. */
    public byte[] getJpeg(UUID walk, String sha256) {
        return photos.findJpeg(walk, sha256)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such photo, or not yet."));
    }
}
