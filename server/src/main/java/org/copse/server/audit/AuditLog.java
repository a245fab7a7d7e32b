package org.copse.server.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.copse.server.database.Dialect;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where features say what was done. Within a transaction an event is kept until just before the commit and appended then: it is in the log
 * exactly when the work is in the database, and the chain's lock is the last that any transaction takes, so that it closes no circle of
 * waiting, and is held for as long as a commit takes. Outside of a transaction an event is appended at once. When the caller goes on,
 * what it did is on the disk, on the embedded database too.
 */
@Component
public class AuditLog {
    private final DataSource source;
    private final ChainRepository chain;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private volatile Dialect dialect = Dialect.POSTGIS;

    AuditLog(
            DataSource source, PlatformTransactionManager transactions, Clock clock, ApplicationEventPublisher events) {
        this.source = source;
        this.chain = new ChainRepository(JdbcClient.create(source));
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.events = events;
    }

    /** Returns a log on a database, for a command and for tests. */
    public static AuditLog of(DataSource source, Clock clock) {
        return new AuditLog(source, new DataSourceTransactionManager(source), clock, event -> {});
    }

    /**
     * Records what was done, by whoever is signed in on this thread unless the event says by whom.
     *
     * @throws IllegalArgumentException when the action asks for a reason and there is none
     */
    public void record(AuditEvent.Draft draft) {
        AuditEvent event = draft.complete();
        Actor actor = Actor.current();
        Recorded recorded =
                new Recorded(event, new Actor(event.by() == null ? actor.account() : event.by(), actor.address()));
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()) {
            pending().add(recorded);
        } else {
            appendInOwnTransaction(List.of(recorded));
        }
    }

    private Pending pending() {
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof Pending pending && pending.log() == this) {
                return pending;
            }
        }
        Pending pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private void appendInOwnTransaction(List<Recorded> recorded) {
        Long last = ownTransaction.execute(status -> append(recorded));
        if (last != null) {
            committed(last);
        }
    }

    private void committed(long last) {
        chain.writeToDisk(dialect);
        events.publishEvent(new AuditAppended(last));
    }

    /** Appends within the present transaction; returns the last entry's number. */
    private long append(List<Recorded> recorded) {
        dialect = dialect();
        chain.lock();
        ChainRepository.Head head = chain.head();
        for (Recorded one : recorded) {
            Map<PersonalField, Commitment> personal = one.personal();
            ChainEntry entry = ChainEntry.after(head.seq() + 1, head.hash(), clock.instant(), one.event(), personal);
            chain.insert(entry, personal);
            head = new ChainRepository.Head(entry.seq(), entry.hash());
        }
        return head.seq();
    }

    /** Asks the connection of the present transaction: another one might have to be waited for. */
    private Dialect dialect() {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            return Dialect.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked what it is", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private record Recorded(AuditEvent event, Actor actor) {
        Map<PersonalField, Commitment> personal() {
            Map<PersonalField, Commitment> personal = new EnumMap<>(PersonalField.class);
            put(personal, PersonalField.ACCOUNT, actor.account());
            put(personal, PersonalField.ADDRESS, actor.address());
            put(personal, PersonalField.REASON, event.reason());
            put(personal, PersonalField.BEFORE, event.before());
            put(personal, PersonalField.AFTER, event.after());
            return personal;
        }

        private static void put(Map<PersonalField, Commitment> personal, PersonalField field, @Nullable String text) {
            if (text != null) {
                personal.put(field, Commitment.to(text));
            }
        }
    }

    /** The events of one transaction, until its commit. */
    private final class Pending implements TransactionSynchronization {
        private final List<Recorded> waiting = new ArrayList<>();
        private boolean committing;
        private long last;

        AuditLog log() {
            return AuditLog.this;
        }

        void add(Recorded recorded) {
            if (committing) {
                // Recorded by another's work before the commit, after ours was done.
                last = append(List.of(recorded));
            } else {
                waiting.add(recorded);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!waiting.isEmpty()) {
                last = append(waiting);
                waiting.clear();
            }
            committing = true;
        }

        @Override
        public void afterCommit() {
            committing = false;
            if (last > 0) {
                committed(last);
            }
        }

        /** What was recorded after the commit, by a listener of it, is late for that transaction and gets its own. */
        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_COMMITTED && !waiting.isEmpty()) {
                appendInOwnTransaction(List.copyOf(waiting));
            }
            waiting.clear();
        }
    }
}
