package org.copse.geoimport.clean;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** National registers of persons, by what their numbers look like: a checksum, a date of birth inside, or a fixed form. */
enum Register {
    /** Rijksregister, registre national: date of birth, serial, and the remainder by 97. */
    BELGIAN("Belgian register numbers", 5, 11) {
        @Override
        boolean holds(String text) {
            if (!DIGITS.matcher(text).matches()) {
                return false;
            }
            int month = number(text, 2, 4) % 20;
            int day = number(text, 4, 6);
            long body = Long.parseLong(text.substring(0, 9));
            int check = number(text, 9, 11);
            boolean checked = 97 - body % 97 == check || 97 - (2_000_000_000L + body) % 97 == check;
            return month <= 12 && day <= 31 && checked;
        }
    },
    /** Numéro d'inscription au répertoire: sex, year and month of birth, place, serial, and the remainder by 97. */
    FRENCH("French register numbers", 5, 15) {
        @Override
        boolean holds(String text) {
            // Corsica's departments have letters, which stand for fixed digits in the checksum.
            String plain = text.replaceFirst("^(.{5})2A", "$119").replaceFirst("^(.{5})2B", "$118");
            return NIR.matcher(plain).matches()
                    && 97 - Long.parseLong(plain.substring(0, 13)) % 97 == number(plain, 13, 15);
        }
    },
    /** Burgerservicenummer: of unrelated numbers one in eleven passes its test, so more of them are wanted. */
    DUTCH("Dutch citizen numbers", 20, 9) {
        @Override
        boolean holds(String text) {
            if (!DIGITS.matcher(text).matches() || text.equals("000000000")) {
                return false;
            }
            int sum = -digit(text, 8);
            for (int i = 0; i < 8; i++) {
                sum += (9 - i) * digit(text, i);
            }
            return sum % 11 == 0;
        }
    },
    /** National insurance number: no checksum, but a form of its own. */
    BRITISH("British insurance numbers", 5, 9) {
        @Override
        boolean holds(String text) {
            return NINO.matcher(text).matches();
        }
    },
    /** NHS number: ten digits with a remainder by 11. */
    NHS("British health service numbers", 20, 10) {
        @Override
        boolean holds(String text) {
            if (!DIGITS.matcher(text).matches()) {
                return false;
            }
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (10 - i) * digit(text, i);
            }
            int check = (11 - sum % 11) % 11;
            return check == digit(text, 9) && !text.equals("0000000000");
        }
    },
    /** Steuerliche Identifikationsnummer: ISO 7064 MOD 11,10; of its first ten digits one stands twice or thrice. */
    GERMAN("German tax numbers", 10, 11) {
        @Override
        boolean holds(String text) {
            if (!DIGITS.matcher(text).matches() || text.charAt(0) == '0') {
                return false;
            }
            int[] counts = new int[10];
            int product = 10;
            for (int i = 0; i < 10; i++) {
                counts[digit(text, i)]++;
                int sum = (digit(text, i) + product) % 10;
                product = (sum == 0 ? 10 : sum) * 2 % 11;
            }
            int repeated = 0;
            int most = 0;
            for (int count : counts) {
                repeated += count > 1 ? 1 : 0;
                most = Math.max(most, count);
            }
            return repeated == 1 && most <= 3 && (11 - product) % 10 == digit(text, 10);
        }
    },
    /** PESEL: date of birth, serial, weighted checksum. */
    POLISH("Polish register numbers", 10, 11) {
        @Override
        boolean holds(String text) {
            if (!DIGITS.matcher(text).matches()) {
                return false;
            }
            int month = number(text, 2, 4) % 20;
            int day = number(text, 4, 6);
            int sum = 0;
            for (int i = 0; i < 10; i++) {
                sum += (i % 4 == 0 ? 1 : i % 4 == 1 ? 3 : i % 4 == 2 ? 7 : 9) * digit(text, i);
            }
            return month >= 1 && month <= 12 && day >= 1 && day <= 31 && (10 - sum % 10) % 10 == digit(text, 10);
        }
    },
    /** DNI and NIE: eight digits and the letter of their remainder by 23. */
    SPANISH("Spanish identity numbers", 5, 9) {
        @Override
        boolean holds(String text) {
            if (!DNI.matcher(text).matches()) {
                return false;
            }
            String number =
                    text.substring(0, 8).replace('X', '0').replace('Y', '1').replace('Z', '2');
            return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(number) % 23) == text.charAt(8);
        }
    },
    /** Codice fiscale: letters of the name, date of birth, place. */
    ITALIAN("Italian tax codes", 5, 16) {
        @Override
        boolean holds(String text) {
            return CODICE.matcher(text).matches();
        }
    };

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern NIR = Pattern.compile("[12][0-9]{2}(0[1-9]|1[0-2]|[2-9][0-9])[0-9]{10}");
    private static final Pattern NINO =
            Pattern.compile("(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]");
    private static final Pattern DNI = Pattern.compile("[0-9XYZ][0-9]{7}[A-Z]");
    private static final Pattern CODICE = Pattern.compile("[A-Z]{6}[0-9]{2}[A-EHLMPR-T][0-9]{2}[A-Z][0-9]{3}[A-Z]");

    private final String plural;
    private final int fewest;
    private final int length;

    Register(String plural, int fewest, int length) {
        this.plural = plural;
        this.fewest = fewest;
        this.length = length;
    }

    /** Returns the registers of which a single number says enough: chance hardly passes their test. */
    static List<Register> listCertain() {
        return Arrays.stream(values())
                .filter(register -> register.fewest <= BELGIAN.fewest)
                .toList();
    }

    /** Returns what the numbers are called. */
    String plural() {
        return plural;
    }

    /** Returns how many different numbers are wanted before a column is judged: more where chance passes the test. */
    int fewest() {
        return fewest;
    }

    /** Returns the number of characters that a number has. */
    int length() {
        return length;
    }

    /** Returns whether {@code text}, of {@link #length} characters without marks, is a number of this register. */
    abstract boolean holds(String text);

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text.substring(from, to));
    }

    private static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }
}
