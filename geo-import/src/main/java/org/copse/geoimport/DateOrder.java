package org.copse.geoimport;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which order day, month and year stand in dates that leave it open, such as 03/04/24. */
public enum DateOrder {
    /** 3 April 2024, as in Europe. */
    DAY_FIRST,
    /** 4 March 2024, as in the United States. */
    MONTH_FIRST,
    /** 24 April 2003. */
    YEAR_FIRST;

    /** Returns the name used on the command line: {@code day-first}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the order of this key, or empty. */
    public static Optional<DateOrder> findByKey(String key) {
        return Arrays.stream(values())
                .filter(order -> order.key().equals(key.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
