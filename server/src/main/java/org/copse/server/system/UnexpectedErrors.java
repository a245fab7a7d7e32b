package org.copse.server.system;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Failures that nobody foresaw: the log gets the cause under an incident number, the client gets the number alone. */
@Component
final class UnexpectedErrors {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);

    private final SecureRandom random = new SecureRandom();

    /** Returns what the client learns of the failure. */
    ProblemException problem(Throwable failure) {
        if (failure instanceof DuplicateKeyException) {
            LOG.info("Refused as a duplicate", failure);
            return new ProblemException(ProblemType.CONFLICT, "Something with the same key exists already.");
        }
        if (failure instanceof CannotGetJdbcConnectionException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof TransientDataAccessException) {
            LOG.warn("The database did not answer", failure);
            return new ProblemException(ProblemType.UNAVAILABLE, "The server cannot reach its database at the moment.");
        }
        byte[] number = new byte[4];
        random.nextBytes(number);
        String incident = HexFormat.of().formatHex(number);
        LOG.error("Unexpected error, incident {}", incident, failure);
        return new ProblemException(
                ProblemType.INTERNAL,
                "The server failed unexpectedly. Its log has the cause under incident " + incident + ".",
                Map.of("incident", incident));
    }
}
