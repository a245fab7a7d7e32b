package org.copse.server.area;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Residents' pages open while the database is away too: without what only that knows. */
final class WhileAway {
    private WhileAway() {}

    /** Returns what is read, or {@code otherwise} while the database is away. */
    static <T extends @Nullable Object> T otherwise(T otherwise, Supplier<? extends T> reading) {
        try {
            return reading.get();
        } catch (DataAccessException | TransactionException e) {
            return otherwise;
        }
    }
}
