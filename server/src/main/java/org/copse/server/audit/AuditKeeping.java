package org.copse.server.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Exports signed heads of the chain while the server runs, at its start and at its stop, and cuts what the retention is over for. Without
 * a folder it does nothing.
 */
@Component
class AuditKeeping implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AuditKeeping.class);
    /** Stops after everything that may still record something. */
    private static final int LAST_TO_STOP = Integer.MIN_VALUE + 1000;

    private final AuditSettings settings;
    private final ChainRepository chain;
    private final AuditLog log;
    private final AuditMaintenance maintenance;
    private final Clock clock;
    private @Nullable SigningKey key;
    private @Nullable ScheduledExecutorService worker;
    private long exported;

    /** Retention is the schema owner's: the data source that migrations run with. */
    AuditKeeping(AuditSettings settings, JdbcClient jdbc, AuditLog log, Flyway flyway, Clock clock) {
        this.settings = settings;
        this.chain = new ChainRepository(jdbc);
        this.log = log;
        this.maintenance = new AuditMaintenance(flyway.getConfiguration().getDataSource(), clock);
        this.clock = clock;
    }

    /** Returns the key that signs; none when this server signs nothing. */
    Optional<PublicKeyOfLog> findPublicKey() {
        return Optional.ofNullable(key).map(SigningKey::publicKey);
    }

    @Override
    public void start() {
        Path folder = settings.folder();
        if (folder == null) {
            return;
        }
        SigningKey signing = SigningKey.in(folder);
        key = signing;
        AuditMaintenance.announce(signing, chain, log);
        export();
        ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "copse-audit");
            thread.setDaemon(true);
            return thread;
        });
        worker = clockwork;
        long every = settings.headEvery().toMillis();
        clockwork.scheduleWithFixedDelay(this::exportOrSay, every, every, TimeUnit.MILLISECONDS);
        clockwork.scheduleWithFixedDelay(this::cutOrSay, 0, 1, TimeUnit.DAYS);
    }

    @EventListener
    void appended(AuditAppended event) {
        ScheduledExecutorService clockwork = worker;
        if (clockwork != null && event.seq() - lastExported() >= settings.headAfter()) {
            try {
                clockwork.execute(this::exportOrSay);
            } catch (RejectedExecutionException e) {
                // The server stops, and its last head is exported then.
                LOG.debug("No head after entry {}", event.seq(), e);
            }
        }
    }

    private synchronized long lastExported() {
        return exported;
    }

    /** Writes a head when something was recorded since the last one. */
    private synchronized void export() {
        SigningKey signing = key;
        Path folder = settings.folder();
        if (signing == null || folder == null) {
            return;
        }
        ChainRepository.Head head = chain.head();
        if (head.seq() > exported) {
            Path file = Optional.ofNullable(settings.heads()).orElseGet(() -> headsIn(folder));
            createFolderOf(file);
            SignedHead.of(head, clock.instant(), signing).appendTo(file);
            exported = head.seq();
        }
    }

    /** Returns where heads are when no setting says otherwise. */
    static Path headsIn(Path folder) {
        return folder.resolve("heads.jsonl");
    }

    private static void createFolderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try {
                SigningKey.createFolder(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("The folder " + folder + " for the audit log's heads cannot be made", e);
            }
        }
    }

    private void exportOrSay() {
        try {
            export();
        } catch (UncheckedIOException | DataAccessException e) {
            LOG.error("No head of the audit log was exported; a cut of its end would not show", e);
        }
    }

    private void cutOrSay() {
        SigningKey signing = key;
        if (signing == null) {
            return;
        }
        try {
            long cut = maintenance.cut(settings.retention(), signing);
            if (cut > 0) {
                LOG.info("Cut {} entries of the audit log whose retention of {} is over", cut, settings.retention());
            }
        } catch (DataAccessException e) {
            LOG.warn("Entries whose retention is over stay: this server's database user may not cut the audit log."
                    + " `copse audit cut` does it as the schema's owner.");
            LOG.debug("The cut failed", e);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService clockwork = worker;
        if (clockwork != null) {
            worker = null;
            clockwork.shutdownNow();
            exportOrSay();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    @Override
    public int getPhase() {
        return LAST_TO_STOP;
    }
}
