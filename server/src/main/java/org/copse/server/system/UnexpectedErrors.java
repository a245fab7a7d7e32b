package org.copse.server.system;

import java.security.SecureRandom;
import java.sql.SQLException;
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
        if (isDatabaseAway(failure)) {
            LOG.warn("The database did not answer: {}", String.valueOf(failure.getMessage()));
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

    private static boolean isDatabaseAway(Throwable failure) {
        if (failure instanceof CannotGetJdbcConnectionException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof TransientDataAccessException) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && saysAway(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** A connection that failed or broke, and PostgreSQL's words for being stopped and started. */
    private static boolean saysAway(String sqlState) {
        return sqlState.startsWith("08") || sqlState.startsWith("57P");
    }
}
