package org.copse.geoimport.clean;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.source.SourceFeature;

/**
 * Refuses files whose rows look like persons: numbers of a national register, or names with dates of birth.
 *
 * <p>Register numbers are known by their checksum, not by their header alone, and only where nearly all values of a
 * column have one: of unrelated numbers one in 97 would. Judged on the first rows of a file, before anything is kept.
 */
public final class PersonGuard {
    private static final int FEWEST = 5;
    private static final double NEARLY_ALL = 0.9;
    private static final Pattern NINO = Pattern.compile("[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]");

    // Not "born" or "geboren" alone: statistics have columns of births by that name.
    private static final Set<String> BIRTH =
            plain("birth date, date of birth, birthdate, dob, birthday, date de naissance, ne le,"
                    + " geboortedatum, geburtsdatum, geburtstag, تاريخ الميلاد, تاريخ الولادة");
    private static final Set<String> PERSON_NAME = plain(
            "name, full name, first name, firstname, given name, last name, lastname, surname, family name, nom, prenom,"
                    + " nom de famille, nom complet, naam, voornaam, achternaam, familienaam, vorname, nachname,"
                    + " familienname, victim, suspect, slachtoffer, verdachte, victime, opfer, الاسم, اسم");
    private static final Set<String> REGISTER = plain(
            "rrn, niss, insz, rijksregisternummer, national number, national register number, numero national,"
                    + " numero de registre national, bsn, burgerservicenummer, nir, ssn, social security number, nino,"
                    + " national insurance number, personalausweisnummer, steuer id, isikukood, personas kods, الرقم الوطني");

    private record Register(String name, Predicate<String> holds, int fewest) {}

    // Of unrelated nine-digit numbers one in eleven passes the Dutch test, so more of them are wanted.
    private static final List<Register> REGISTERS = List.of(
            new Register("Belgian register numbers", PersonGuard::isBelgian, FEWEST),
            new Register("French register numbers", PersonGuard::isFrench, FEWEST),
            new Register("Dutch citizen numbers", PersonGuard::isDutch, 20),
            new Register("British insurance numbers", text -> NINO.matcher(text).matches(), FEWEST));

    private PersonGuard() {}

    private static Set<String> plain(String names) {
        return List.of(names.split(",")).stream().map(RoleNames::plain).collect(java.util.stream.Collectors.toSet());
    }

    /**
     * Does nothing for a file about areas, places or events.
     *
     * @param fields columns
     * @param sample the first rows
     * @throws ImportRefused with code {@code persons}, naming the column and never a value
     */
    public static void check(List<String> fields, List<SourceFeature> sample, String file) {
        String birth = column(fields, BIRTH);
        String name = column(fields, PERSON_NAME);
        if (!birth.isEmpty() && !name.isEmpty()) {
            throw refused(file, "the columns \"" + name + "\" and \"" + birth + "\" hold names with dates of birth");
        }
        String register = column(fields, REGISTER);
        if (!register.isEmpty()
                && sample.stream().anyMatch(row -> row.attributes().containsKey(register))) {
            throw refused(file, "the column \"" + register + "\" is named as one of personal numbers");
        }
        for (String field : fields) {
            List<String> values = sample.stream()
                    .map(row -> row.attributes().get(field))
                    .filter(value -> value instanceof String || value instanceof Long)
                    .map(value -> value.toString().replaceAll("[ .\\-/]", ""))
                    .toList();
            for (Register kind : REGISTERS) {
                long holding = values.stream().filter(kind.holds()).distinct().count();
                if (holding >= kind.fewest() && holding >= values.size() * NEARLY_ALL) {
                    throw refused(
                            file, "the column \"" + field + "\" holds " + kind.name() + ", by their checksum or form");
                }
            }
        }
    }

    private static String column(List<String> fields, Set<String> names) {
        return fields.stream()
                .filter(field -> names.contains(RoleNames.plain(field)))
                .findFirst()
                .orElse("");
    }

    private static ImportRefused refused(String file, String what) {
        return new ImportRefused(RefusalCode.PERSONS, file, what + ": the rows look like persons");
    }

    static boolean isBelgian(String text) {
        if (!text.matches("[0-9]{11}")) {
            return false;
        }
        int month = Integer.parseInt(text.substring(2, 4)) % 20;
        int day = Integer.parseInt(text.substring(4, 6));
        long number = Long.parseLong(text.substring(0, 9));
        int check = Integer.parseInt(text.substring(9));
        boolean checked = 97 - number % 97 == check || 97 - (2_000_000_000L + number) % 97 == check;
        return month <= 12 && day <= 31 && checked;
    }

    static boolean isFrench(String text) {
        if (!text.matches("[12][0-9]{2}(0[1-9]|1[0-2]|[2-9][0-9])[0-9]{10}")) {
            return false;
        }
        return 97 - Long.parseLong(text.substring(0, 13)) % 97 == Integer.parseInt(text.substring(13));
    }

    static boolean isDutch(String text) {
        if (!text.matches("[0-9]{9}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (text.charAt(i) - '0');
        }
        sum -= text.charAt(8) - '0';
        return sum % 11 == 0 && !text.equals("000000000");
    }
}
