package org.copse.server.address;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.copse.server.address.Gazetteer.Near;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The addresses that this server knows. They are made ready in the background when it starts and whenever their layers change; until then the
 * ones before answer.
 */
@Component
public class Addresses implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Addresses.class);

    private final AddressSource source;
    private final AddressSettings settings;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "addresses");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Known known;

    /** Whether the last look failed: one that goes on failing, as while the database is away, is told once. */
    private boolean failing;

    Addresses(AddressSource source, AddressSettings settings) {
        this.source = source;
        this.settings = settings;
    }

    private record Known(Set<UUID> layers, Gazetteer gazetteer) {}

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        long millis = settings.lookEvery().toMillis();
        var unused = background.scheduleWithFixedDelay(this::lookAgain, 0, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        background.shutdownNow();
    }

    /** Looks whether the layers are others than before, and makes their addresses ready. A failure leaves what was, and the next look tries again. */
    void lookAgain() {
        try {
            Set<UUID> newest = source.listNewest();
            Known before = known;
            if (before == null || !before.layers().equals(newest)) {
                GazetteerBuilder builder = new GazetteerBuilder();
                source.forEach(newest, builder::add);
                Gazetteer gazetteer = builder.build();
                known = new Known(newest, gazetteer);
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Addresses cannot be made ready; those known go on, and it is tried again", e);
            }
            failing = true;
        }
    }

    /** Returns what a text may mean, as below, with nowhere near. */
    public List<FoundAddress> search(String text, int limit, String language) {
        return search(text, limit, null, language);
    }

    /**
     * Returns what a text may mean, the likeliest first: a position, where it is one; else addresses. Ends the request in
     * {@link ProblemType#UNAVAILABLE} until addresses are ready.
     *
     * @param limit how many at most
     * @param near decides between equals
     * @param language two letters: how the reader writes coordinates
     */
    List<FoundAddress> search(String text, int limit, @Nullable Near near, String language) {
        Optional<Near> position = PositionText.find(text, language);
        if (position.isPresent()) {
            return List.of(FoundAddress.at(position.get(), text));
        }
        Optional<PlusCode> code = PlusCode.find(text);
        if (code.isPresent()) {
            return find(code.get(), near)
                    .map(at -> List.of(FoundAddress.at(at, text)))
                    .orElse(List.of());
        }
        return get().search(text, limit, near);
    }

    /** A short code is near the place that it was written with, else near the asker, else near where most addresses are. */
    private Optional<Near> find(PlusCode code, @Nullable Near near) {
        if (!code.isShort()) {
            return Optional.of(code.centre());
        }
        Gazetteer gazetteer = get();
        Optional<Near> place = gazetteer.search(code.place(), 1, near).stream()
                .map(found -> new Near(found.lon(), found.lat()))
                .findFirst();
        return place.or(() -> Optional.ofNullable(near))
                .or(gazetteer::findMiddle)
                .map(code::centre);
    }

    /** Returns how many addresses are known: none yet while the first ones are read. */
    public int count() {
        Known now = known;
        return now == null ? 0 : now.gazetteer().addresses();
    }

    /** Returns the house, street or place that a search gave an id for; empty for one that is no longer known. */
    public Optional<FoundAddress> find(String id) {
        return get().find(id);
    }

    /** Returns positions all along what an id names, as longitude, latitude, longitude, latitude …; of a house one. */
    public Optional<double[]> findPlaces(String id) {
        return get().findPlaces(id);
    }

    private Gazetteer get() {
        Known now = known;
        if (now == null) {
            throw new ProblemException(
                    ProblemType.UNAVAILABLE,
                    "Addresses are being made ready. Repeat the request in some seconds, or ask with a position.");
        }
        return now.gazetteer();
    }
}
