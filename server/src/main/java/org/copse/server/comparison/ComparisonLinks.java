package org.copse.server.comparison;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.account.Secrets;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.geojson.FeatureCollectionWriter;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Links with which people without an account read a comparison: its figures of the day, without what is special about people, until the link
 * expires or is taken back. The secret is shown once and stored as a hash.
 */
@Service
class ComparisonLinks {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_SECRET = 100;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_DAYS = 366;
    private static final int MOST_LINKS = 200;

    private final ComparisonLinkRepository links;
    private final Comparisons comparisons;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final Clock clock;

    ComparisonLinks(
            ComparisonLinkRepository links,
            Comparisons comparisons,
            TransactionTemplate transactions,
            AuditLog audit,
            Clock clock) {
        this.links = links;
        this.comparisons = comparisons;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A link with its secret, for its maker's eyes. */
    record Made(ComparisonLink link, String secret) {
        @Override
        public String toString() {
            return "Made[" + link.id() + "]";
        }
    }

    /** Makes a link. @throws ProblemException when name or days are out of bounds, or the plans cannot be compared */
    Made make(ComparisonRequest request, String name, int days, String by) {
        FieldErrors errors = new FieldErrors();
        String named = name.strip();
        if (named.isEmpty() || named.length() > LONGEST_NAME) {
            errors.add("name", "must have 1 to " + LONGEST_NAME + " characters, not " + named.length());
        }
        if (days < 1 || days > MOST_DAYS) {
            errors.add("days", "must be 1 to " + MOST_DAYS + ", not " + days);
        }
        errors.throwIfAny();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Comparisons.Set set = comparisons.compare(request);
        ByteArrayOutputStream ground = new ByteArrayOutputStream();
        try (FeatureCollectionWriter out = new FeatureCollectionWriter(ground)) {
            set.comparison().ground().write(out);
        }
        String document = JSON.writeValueAsString(comparisons.document(set, false));
        ComparisonLink link = new ComparisonLink(UUID.randomUUID(), named, by, now, now.plus(Duration.ofDays(days)));
        String secret = Secrets.text(SECRET_BYTES);
        ComparisonLinkRepository.Shown shown =
                new ComparisonLinkRepository.Shown(link, document, ground.toString(StandardCharsets.UTF_8));
        String detail = set.comparison().plans().size() + " plans, " + days + " days";
        transactions.executeWithoutResult(status -> store(shown, Secrets.hash(secret), detail, now));
        return new Made(link, secret);
    }

    private void store(ComparisonLinkRepository.Shown shown, String hash, String detail, Instant now) {
        links.deleteExpired(now);
        if (links.list(now).size() >= MOST_LINKS) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "There are " + MOST_LINKS + " links, the most there can be. Take one back.");
        }
        links.insert(shown, hash);
        audit.record(AuditEvent.of(AuditAction.COMPARISON_SHARED)
                .on("comparison-link", shown.link().id().toString())
                .detail(detail)
                .after(shown.link().name()));
    }

    List<ComparisonLink> list() {
        return links.list(clock.instant());
    }

    /** Takes a link back; returns false when there is none such. */
    @Transactional
    boolean revoke(UUID id) {
        Optional<ComparisonLink> link = links.delete(id);
        link.ifPresent(gone -> audit.record(AuditEvent.of(AuditAction.COMPARISON_UNSHARED)
                .on("comparison-link", id.toString())
                .before(gone.name())));
        return link.isPresent();
    }

    /** Returns what a link shows; empty when it is unknown, has expired or was taken back. */
    Optional<ComparisonLinkRepository.Shown> open(String secret) {
        return secret.length() > LONGEST_SECRET ? Optional.empty() : links.find(Secrets.hash(secret), clock.instant());
    }
}
