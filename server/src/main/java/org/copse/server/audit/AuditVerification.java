package org.copse.server.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.copse.server.audit.AuditFinding.Code;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the whole chain, in one transaction that sees one state of it, and says where it is not as it was written. Memory does not grow
 * with the log, but for its erasures. A running server may go on appending.
 */
public final class AuditVerification {
    private static final int ENTRIES_AT_A_TIME = 500;

    private final ChainRepository chain;
    private final TransactionTemplate snapshot;

    private final List<AuditFinding> findings = new ArrayList<>();
    private final Map<Long, Set<PersonalField>> erased = new HashMap<>();
    private final Map<String, PublicKeyOfLog> keys = new HashMap<>();
    private final Map<Long, List<SignedHead>> headsBySeq = new HashMap<>();
    private boolean keyFromLogItself;
    private long entries;
    private long texts;
    private long erasedTexts;
    private int headsBeforeCut;

    private AuditVerification(DataSource source) {
        this.chain = new ChainRepository(JdbcClient.create(source));
        this.snapshot = new TransactionTemplate(new DataSourceTransactionManager(source));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /**
     * Verifies the log of a database.
     *
     * @param heads signed heads that were kept elsewhere; without any, a cut tail cannot show
     * @param trusted the keys that signatures are checked with; when there are none, those that the log itself names
     */
    public static AuditReport verify(
            DataSource source, Collection<SignedHead> heads, Collection<PublicKeyOfLog> trusted) {
        AuditVerification verification = new AuditVerification(source);
        AuditReport report = verification.snapshot.execute(status -> verification.run(heads, trusted));
        if (report == null) {
            throw new IllegalStateException("A verification has a report");
        }
        return report;
    }

    private AuditReport run(Collection<SignedHead> heads, Collection<PublicKeyOfLog> trusted) {
        trusted.forEach(key -> keys.put(key.id(), key));
        if (keys.isEmpty()) {
            takeKeysOfTheLog();
        }
        chain.listOf(AuditAction.AUDIT_ERASED).forEach(this::remember);
        ChainRepository.Head start = start();
        heads.stream().filter(this::isGenuine).forEach(head -> place(head, start));

        ChainRepository.Head last = start;
        List<ChainEntry> page = chain.listAfter(0, ENTRIES_AT_A_TIME);
        long first = page.isEmpty() ? 0 : page.get(0).seq();
        while (!page.isEmpty()) {
            long end = page.get(page.size() - 1).seq();
            Map<Long, Map<PersonalField, Commitment>> personal =
                    chain.mapPersonal(page.get(0).seq(), end);
            for (ChainEntry entry : page) {
                check(entry, last, personal.getOrDefault(entry.seq(), Map.of()));
                last = new ChainRepository.Head(entry.seq(), entry.hash());
            }
            page = chain.listAfter(end, ENTRIES_AT_A_TIME);
        }
        checkTail(last);
        findings.sort(Comparator.comparingLong(AuditFinding::seq));
        return new AuditReport(
                first,
                last.seq(),
                entries,
                texts,
                erasedTexts,
                heads.size() - headsBeforeCut,
                headsBeforeCut,
                start.seq(),
                keyFromLogItself,
                findings);
    }

    private void takeKeysOfTheLog() {
        keyFromLogItself = true;
        for (ChainEntry entry : chain.listOf(AuditAction.AUDIT_KEY)) {
            String detail = entry.detail();
            if (detail != null) {
                try {
                    PublicKeyOfLog key = PublicKeyOfLog.ofBase64(detail);
                    keys.put(key.id(), key);
                } catch (IllegalArgumentException e) {
                    find(entry.seq(), Code.CHANGED_ENTRY, "names a key that is none");
                }
            }
        }
    }

    private void remember(ChainEntry erasure) {
        String detail = erasure.detail();
        if (detail != null) {
            Erased.parse(detail).fields().forEach((seq, fields) -> erased.computeIfAbsent(
                            seq, s -> EnumSet.noneOf(PersonalField.class))
                    .addAll(fields));
        }
    }

    /** Returns where the chain begins: at nothing, or behind what the retention cut. */
    private ChainRepository.Head start() {
        return chain.findCheckpoint()
                .map(cut -> {
                    PublicKeyOfLog key = keys.get(cut.keyId());
                    if (key == null
                            || !key.verifies(Checkpoint.signed(cut.seq(), cut.hash(), cut.at()), cut.signature())) {
                        find(cut.seq(), Code.WRONG_SIGNATURE, "was cut, but the checkpoint's signature is not valid");
                    }
                    return new ChainRepository.Head(cut.seq(), cut.hash());
                })
                .orElse(ChainRepository.Head.EMPTY);
    }

    private boolean isGenuine(SignedHead head) {
        PublicKeyOfLog key = keys.get(head.keyId());
        if (key != null && head.isSignedBy(key)) {
            return true;
        }
        find(
                head.seq(),
                Code.WRONG_SIGNATURE,
                key == null
                        ? "has a signed head of an unknown key " + head.keyId()
                        : "has a head whose signature is not valid");
        return false;
    }

    private void place(SignedHead head, ChainRepository.Head start) {
        if (head.seq() < start.seq()) {
            headsBeforeCut++;
        } else if (head.seq() == start.seq()) {
            if (!head.hash().equals(start.hash())) {
                find(head.seq(), Code.REWRITTEN, "is not the one of the head signed at " + head.at());
            }
        } else {
            headsBySeq.computeIfAbsent(head.seq(), seq -> new ArrayList<>()).add(head);
        }
    }

    private void check(ChainEntry entry, ChainRepository.Head last, Map<PersonalField, Commitment> personal) {
        entries++;
        if (entry.seq() != last.seq() + 1) {
            find(
                    entry.seq(),
                    entries == 1 ? Code.CUT_FRONT : Code.MISSING_ENTRIES,
                    "follows entry " + last.seq() + ": those between are gone");
        } else if (!entry.previous().equals(last.hash())) {
            find(entry.seq(), Code.BROKEN_LINK, "does not follow the entry before it");
        }
        if (!entry.computeHash().equals(entry.hash())) {
            find(entry.seq(), Code.CHANGED_ENTRY, "was changed");
        }
        for (PersonalField field : PersonalField.values()) {
            check(entry, field, personal);
        }
        for (SignedHead head : headsBySeq.getOrDefault(entry.seq(), List.of())) {
            if (!head.hash().equals(entry.hash())) {
                find(entry.seq(), Code.REWRITTEN, "is not the one of the head signed at " + head.at());
            }
        }
        headsBySeq.remove(entry.seq());
    }

    private void check(ChainEntry entry, PersonalField field, Map<PersonalField, Commitment> personal) {
        String committed = entry.commitments().get(field);
        Commitment text = personal.get(field);
        if (text == null) {
            if (committed == null) {
                return;
            }
            if (erased.getOrDefault(entry.seq(), Set.of()).contains(field)) {
                erasedTexts++;
            } else {
                find(entry.seq(), Code.MISSING_TEXT, "lost its " + field.key() + ", and no erasure says so");
            }
        } else if (committed == null) {
            find(entry.seq(), Code.ADDED_TEXT, "has a text of " + field.key() + " that it was not recorded with");
        } else {
            texts++;
            if (!text.hash().equals(committed)) {
                find(entry.seq(), Code.CHANGED_TEXT, "has another " + field.key() + " than was recorded");
            }
        }
    }

    /** Heads that no entry was met for lie behind the end, or in a gap that was found already. */
    private void checkTail(ChainRepository.Head last) {
        headsBySeq.keySet().stream()
                .filter(seq -> seq > last.seq())
                .max(Comparator.naturalOrder())
                .ifPresent(seq -> find(
                        last.seq() + 1, Code.CUT_TAIL, "is gone, and all after it: a signed head is of entry " + seq));
    }

    private void find(long seq, Code code, String words) {
        if (findings.size() < AuditReport.MOST_FINDINGS) {
            findings.add(new AuditFinding(seq, code, "Entry " + seq + " " + words + "."));
        }
    }
}
