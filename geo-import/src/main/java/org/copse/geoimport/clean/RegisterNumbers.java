package org.copse.geoimport.clean;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for register numbers among the values of one column, block by block, so that a list of persons behind a thousand
 * other rows is found as well. Values are forgotten with their block.
 */
final class RegisterNumbers {
    private static final int BLOCK = 500;
    private static final double NEARLY_ALL = 0.9;
    private static final int SHORTEST = 7;
    private static final int LONGEST = 24;

    private final Map<Register, Set<String>> holding = new EnumMap<>(Register.class);
    private final Map<Register, Integer> counts = new EnumMap<>(Register.class);
    private int values;

    /** Takes a value; returns the register whose numbers the block's values are, once it is full. */
    Optional<Register> take(Object value) {
        values++;
        if (value instanceof Long number) {
            whole(number);
        } else if (value instanceof String text && text.length() >= SHORTEST && text.length() <= LONGEST) {
            text(text);
        }
        return values >= BLOCK ? close() : Optional.empty();
    }

    private void whole(long number) {
        if (number < 1_000_000 || number > 999_999_999_999_999L) {
            return;
        }
        String digits = Long.toString(number);
        for (Register register : Register.values()) {
            // A column of numbers loses leading zeros: those of people born in 2000 to 2009, in Belgium and Poland.
            int lost = register.length() - digits.length();
            if (lost >= 0 && lost <= 2) {
                test(register, "0".repeat(lost) + digits);
            }
        }
    }

    private void text(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        if (digits < 6) {
            return;
        }
        String plain = text.replaceAll("[ .\\-/]", "").toUpperCase(Locale.ROOT);
        for (Register register : Register.values()) {
            if (plain.length() == register.length()) {
                test(register, plain);
            }
        }
    }

    private void test(Register register, String text) {
        if (register.holds(text)) {
            counts.merge(register, 1, Integer::sum);
            Set<String> different = holding.computeIfAbsent(register, r -> new HashSet<>());
            if (different.size() < register.fewest()) {
                different.add(text);
            }
        }
    }

    /** Judges what was taken since the last block, and begins a new one. */
    Optional<Register> close() {
        Optional<Register> found = Optional.empty();
        for (Map.Entry<Register, Set<String>> entry : holding.entrySet()) {
            Register register = entry.getKey();
            boolean enough = entry.getValue().size() >= register.fewest();
            if (enough && counts.getOrDefault(register, 0) >= values * NEARLY_ALL) {
                found = Optional.of(register);
            }
        }
        holding.clear();
        counts.clear();
        values = 0;
        return found;
    }
}
