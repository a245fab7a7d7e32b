package org.copse.server.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.copse.server.assignment.Assignments;
import org.copse.server.assignment.OfficerChanged;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.officer.Officers;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.publication.PlanTakenBack;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a handover with every change of officer, and sees that it is closed by both. */
@Service
public class Handovers {
    private static final int DAYS_TO_HAND_OVER = 14;
    private static final int MOST_TASKS = 50;
    private static final int MOST_ENTRIES = 500;
    /** How long residents see a notice. */
    private static final int NOTICE_DAYS = 90;

    private final HandoverRepository handovers;
    private final Assignments assignments;
    private final Officers officers;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    Handovers(
            HandoverRepository handovers,
            Assignments assignments,
            Officers officers,
            TransactionTemplate transactions,
            AuditLog audit) {
        this.handovers = handovers;
        this.assignments = assignments;
        this.officers = officers;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Returns what residents of a plan's beats are told today about a change of officer, by beat and language. */
    public Map<String, Map<String, String>> mapNotices(UUID plan) {
        LocalDate today = assignments.today();
        return handovers.mapNotices(plan, today, today.minusDays(NOTICE_DAYS));
    }

    List<Handover> list() {
        return handovers.list();
    }

    Map<UUID, Integer> countOpenTasks() {
        return handovers.countOpenTasks();
    }

    List<Task> listTasks(UUID id) {
        return handovers.listTasks(id);
    }

    List<Entry> listEntries(UUID id) {
        return handovers.listEntries(id);
    }

    Map<String, String> mapNotice(UUID id) {
        return handovers.mapNotice(id);
    }

    /** Within the transaction that changes the officer: there is no change without its handover. */
    @EventListener
    void open(OfficerChanged changed) {
        LocalDate soonest = assignments.today().plusDays(DAYS_TO_HAND_OVER);
        LocalDate due = changed.on().isAfter(soonest) ? changed.on() : soonest;
        Handover handover = new Handover(
                UUID.randomUUID(),
                changed.plan(),
                changed.beatId(),
                changed.from(),
                changed.to(),
                due,
                null,
                null,
                null,
                null);
        handovers.insert(handover, changed.by());
        Side before = changed.from() == null ? Side.TEAM : Side.FROM;
        Map<Task.Kind, Side> owners = new java.util.EnumMap<>(Map.of(
                Task.Kind.MAP, before, Task.Kind.EVENTS, before, Task.Kind.WALK, Side.TO, Task.Kind.NOTICE, Side.TEAM));
        owners.forEach((kind, owner) -> handovers.insertTask(
                handover.id(), kind.ordinal(), new Task(UUID.randomUUID(), kind, "", owner, due, null, null)));
        audit.record(AuditEvent.of(AuditAction.HANDOVER_OPENED)
                .on("handover", handover.id().toString())
                .after(handover.toString())
                .by(changed.by()));
    }

    /** Within the transaction that takes a plan back: nobody hands over a beat that is no more. */
    @EventListener
    void cancel(PlanTakenBack taken) {
        UUID plan = taken.abandoned().plan().id();
        handovers.list().stream()
                .filter(handover -> handover.plan().equals(plan))
                .flatMap(handover -> handovers.findForUpdate(handover.id()).stream())
                .filter(Handover::isOpen)
                .forEach(handover -> {
                    handovers.cancel(handover.id(), "The plan was taken back");
                    audit.record(AuditEvent.of(AuditAction.HANDOVER_CHANGED)
                            .on("handover", handover.id().toString())
                            .detail("cancelled with its plan")
                            .by(taken.by()));
                });
    }

    /**
     * Returns a handover for who is signed in: an officer finds their own only.
     *
     * @throws ProblemException when there is none, or none that they may see: the answer is the same
     */
    Handover get(UUID id, Viewer viewer) {
        return handovers.find(id).filter(viewer::maySee).orElseThrow(() -> none(id));
    }

    private static ProblemException none(UUID id) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no handover " + id + ".");
    }

    /** Who looks at handovers: an officer by their own account, or somebody who supervises. */
    record Viewer(String account, @Nullable UUID officer, boolean supervises) {
        boolean maySee(Handover handover) {
            UUID own = officer;
            return supervises || (own != null && handover.concerns(own));
        }

        @Nullable
        Side side(Handover handover) {
            UUID own = officer;
            if (own == null) {
                return null;
            }
            return own.equals(handover.from()) ? Side.FROM : own.equals(handover.to()) ? Side.TO : null;
        }
    }

    Viewer viewer(String account, boolean supervises) {
        LocalDate today = assignments.today();
        UUID own = officers.findByAccount(account)
                .filter(officer -> officer.servesOn(today))
                .map(StoredOfficer::id)
                .orElse(null);
        return new Viewer(account, own, supervises);
    }

    private void change(UUID id, Viewer viewer, String what, Consumer<Handover> work) {
        transactions.executeWithoutResult(status -> {
            Handover handover =
                    handovers.findForUpdate(id).filter(viewer::maySee).orElseThrow(() -> none(id));
            if (!handover.isOpen()) {
                throw new ProblemException(ProblemType.CONFLICT, "The handover is closed: it changes no more.");
            }
            work.accept(handover);
            audit.record(AuditEvent.of(AuditAction.HANDOVER_CHANGED)
                    .on("handover", id.toString())
                    .after(what));
        });
    }

    void addTask(UUID id, Viewer viewer, Task task) {
        change(id, viewer, "task added: " + task, handover -> {
            int number = handovers.listTasks(id).size();
            if (number >= MOST_TASKS) {
                throw FieldErrors.of("title", "a checklist has at most " + MOST_TASKS + " lines");
            }
            handovers.insertTask(id, Task.Kind.values().length + number, task);
        });
    }

    void updateTask(UUID id, Viewer viewer, UUID task, Side owner, LocalDate dueOn, boolean done) {
        change(id, viewer, "task " + task + ": " + owner.key() + ", " + dueOn + ", done " + done, handover -> {
            Task known = task(id, task);
            handovers.updateTask(id, task, owner, dueOn);
            if (done != (known.doneBy() != null)) {
                handovers.setDone(id, task, done ? viewer.account() : null);
            }
        });
    }

    void deleteTask(UUID id, Viewer viewer, UUID task) {
        change(id, viewer, "task removed: " + task, handover -> {
            if (task(id, task).kind() != Task.Kind.OTHER) {
                throw new ProblemException(ProblemType.CONFLICT, "This line is part of every handover.");
            }
            handovers.deleteTask(id, task);
        });
    }

    private Task task(UUID id, UUID task) {
        return handovers.listTasks(id).stream()
                .filter(one -> one.id().equals(task))
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException(ProblemType.NOT_FOUND, "The handover has no task " + task + "."));
    }

    void addEntry(UUID id, Viewer viewer, Entry entry) {
        change(id, viewer, "entry added: " + entry, handover -> {
            if (handovers.listEntries(id).size() >= MOST_ENTRIES) {
                throw FieldErrors.of("name", "a community map has at most " + MOST_ENTRIES + " lines");
            }
            handovers.insertEntry(id, entry, viewer.account());
        });
    }

    void deleteEntry(UUID id, Viewer viewer, UUID entry) {
        change(id, viewer, "entry removed: " + entry, handover -> {
            if (handovers.deleteEntry(id, entry) == 0) {
                throw new ProblemException(ProblemType.NOT_FOUND, "The handover has no entry " + entry + ".");
            }
        });
    }

    void setNotice(UUID id, Viewer viewer, @Nullable LocalDate from, Map<String, String> words) {
        change(
                id,
                viewer,
                "notice from " + from + " in " + words.keySet(),
                handover -> handovers.setNotice(id, from, words));
    }

    /**
     * Closes one side. An officer closes their own; who supervises closes one for them, and says why. Nobody closes both.
     *
     * @param why needed unless it is the officer's own account
     */
    void close(UUID id, Viewer viewer, Side side, @Nullable String why) {
        change(id, viewer, "closed: " + side.key(), handover -> {
            Handover.Signature known = side == Side.FROM ? handover.given() : handover.taken();
            Handover.Signature other = side == Side.FROM ? handover.taken() : handover.given();
            if (known != null) {
                throw new ProblemException(ProblemType.CONFLICT, "This side is closed already.");
            }
            if (other != null && other.by().equalsIgnoreCase(viewer.account())) {
                throw new ProblemException(
                        ProblemType.CONFLICT, "The other side was closed by this account: it takes two.");
            }
            long left = handovers.listTasks(id).stream()
                    .filter(task -> task.doneAt() == null)
                    .count();
            if (left > 0) {
                throw new ProblemException(ProblemType.CONFLICT, left + " lines of the checklist are not done.");
            }
            boolean own = Objects.equals(viewer.side(handover), side);
            String reason = reason(viewer, own, why);
            if (side == Side.FROM) {
                handovers.give(id, viewer.account(), reason);
            } else {
                handovers.take(id, viewer.account(), reason);
            }
            if (other != null) {
                audit.record(AuditEvent.of(AuditAction.HANDOVER_CLOSED)
                        .on("handover", id.toString())
                        .because(reason));
            }
        });
    }

    private static @Nullable String reason(Viewer viewer, boolean own, @Nullable String why) {
        if (own) {
            return null;
        }
        if (!viewer.supervises()) {
            throw new ProblemException(ProblemType.FORBIDDEN, "An officer closes their own side only.");
        }
        return Optional.ofNullable(why)
                .map(String::strip)
                .filter(given -> !given.isEmpty())
                .orElseThrow(() -> FieldErrors.of("why", "must say why the officer's own account does not close it"));
    }

    void cancel(UUID id, Viewer viewer, String why) {
        change(id, viewer, "cancelled: " + why, handover -> handovers.cancel(id, why));
    }
}
