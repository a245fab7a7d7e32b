package org.copse.geoimport.clean;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.source.SourceFeature;

/**
 * Refuses files whose rows look like persons: names with dates of birth, given and family names, numbers of a national
 * register, or one row for each person with sex, age or origin.
 *
 * <p>Register numbers are known by their checksum, not by their header alone, and only where nearly all values of a
 * column have one: of unrelated numbers one in 97 would. Headers are judged before anything is kept; values as they pass,
 * in blocks of 500 rows, to the file's end.
 */
public final class PersonGuard {
    // Not "born" or "geboren" alone: statistics have columns of births by that name.
    private static final Set<String> BIRTH =
            plain("birth date, date of birth, birthdate, dob, birthday, date de naissance, ne le,"
                    + " geboortedatum, geburtsdatum, geburtstag, تاريخ الميلاد, تاريخ الولادة");
    private static final Set<String> GIVEN_NAME =
            plain("first name, firstname, given name, forename, prenom, voornaam, vorname, roepnaam, الاسم الاول");
    private static final Set<String> FAMILY_NAME = plain("last name, lastname, surname, family name, nom de famille,"
            + " achternaam, familienaam, nachname, familienname, nom, اسم العائلة");
    private static final Set<String> PERSON_NAME = plain(
            "name, full name, first name, firstname, given name, forename, last name, lastname, surname, family name, nom,"
                    + " prenom, nom de famille, nom complet, naam, voornaam, achternaam, familienaam, vorname, nachname,"
                    + " familienname, victim, suspect, slachtoffer, verdachte, victime, opfer, الاسم, اسم");
    private static final Set<String> REGISTER =
            plain("rrn, niss, insz, rijksregisternummer, national number, national register number, numero national,"
                    + " numero de registre national, bsn, burgerservicenummer, nir, ssn, social security number, nino,"
                    + " national insurance number, nhs number, personalausweisnummer, steuer id, pesel, codice fiscale,"
                    + " isikukood, personas kods, الرقم الوطني");
    private static final Set<String> SEX =
            plain("sex, gender, sexe, genre, geslacht, geschlecht, victim sex, suspect sex, الجنس");
    private static final Set<String> AGE = plain("age, age range, year of birth, birth year, leeftijd, geboortejaar,"
            + " leeftijdsklasse, annee de naissance, tranche d age, alter, geburtsjahr, altersgruppe, العمر");
    private static final Set<String> ORIGIN =
            plain("ethnicity, self defined ethnicity, officer defined ethnicity, race, nationality, religion,"
                    + " nationalite, origine, ethnie, nationaliteit, etniciteit, afkomst, godsdienst,"
                    + " staatsangehorigkeit, herkunft, الجنسية");
    // Statistics by sex and age have a column of how many: their rows are groups.
    private static final Set<String> COUNTS = plain(
            "count, counts, population, pop, n, number, value, obs value, observation, total, persons, people, freq,"
                    + " frequency, share, percentage, aantal, inwoners, bevolking, waarde, nombre, effectif, habitants,"
                    + " valeur, anzahl, einwohner, wert, bevolkerung, ms population, العدد, السكان");

    /** Digits with marks between them, or digits and letters without. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9A-Z])(?:[0-9](?:[ .\\-/]?[0-9]){8,14}|[A-Z0-9]{9,16})(?![0-9A-Z])");

    private final List<String> fields;
    private final String file;
    private final List<RegisterNumbers> columns = new ArrayList<>();

    /**
     * Judges the headers.
     *
     * @param fields columns
     * @param sample the first rows
     * @throws ImportRefused with code {@code persons}, naming the column and never a value
     */
    public PersonGuard(List<String> fields, List<SourceFeature> sample, String file) {
        this.fields = List.copyOf(fields);
        this.file = file;
        this.fields.forEach(field -> columns.add(new RegisterNumbers()));
        checkHeaders(sample);
    }

    /**
     * Judges a file by its headers and a sample, for a preview.
     *
     * @throws ImportRefused with code {@code persons}
     */
    public static void check(List<String> fields, List<SourceFeature> sample, String file) {
        PersonGuard guard = new PersonGuard(fields, sample, file);
        sample.forEach(guard::take);
        guard.finish();
    }

    /**
     * Returns what the number of a person in a text is called: of those registers alone whose numbers no other number passes for. Empty where there is none.
     */
    public static Optional<String> findNumber(String text) {
        return NUMBER.matcher(text.toUpperCase(Locale.ROOT))
                .results()
                .map(found -> found.group().replaceAll("[ .\\-/]", ""))
                .flatMap(number -> Register.listCertain().stream()
                        .filter(register -> register.length() == number.length() && register.holds(number)))
                .map(Register::plural)
                .findFirst();
    }

    private static Set<String> plain(String names) {
        return List.of(names.split(",")).stream().map(RoleNames::plain).collect(Collectors.toUnmodifiableSet());
    }

    private void checkHeaders(List<SourceFeature> sample) {
        String birth = column(BIRTH);
        String name = column(PERSON_NAME);
        if (!birth.isEmpty() && !name.isEmpty()) {
            throw refused("the columns \"" + name + "\" and \"" + birth + "\" hold names with dates of birth");
        }
        String given = column(GIVEN_NAME);
        String family = column(FAMILY_NAME);
        if (!given.isEmpty() && !family.isEmpty()) {
            throw refused("the columns \"" + given + "\" and \"" + family + "\" hold given and family names");
        }
        String register = column(REGISTER);
        if (!register.isEmpty()
                && sample.stream().anyMatch(row -> row.attributes().containsKey(register))) {
            throw refused("the column \"" + register + "\" is named as one of personal numbers");
        }
        List<String> traits = List.of(column(SEX), column(AGE), column(ORIGIN)).stream()
                .filter(field -> !field.isEmpty() && single(field, sample))
                .toList();
        if (traits.size() >= 2 && column(COUNTS).isEmpty()) {
            throw refused("each row has one value of " + String.join(" and ", quoted(traits))
                    + ", and no column says how many people it stands for");
        }
    }

    /** Whether a column's values are traits of one person: texts, or whole numbers up to an age or a year of birth. */
    private static boolean single(String field, List<SourceFeature> sample) {
        List<Object> values = sample.stream()
                .map(row -> row.attributes().get(field))
                .filter(value -> value != null)
                .toList();
        Set<Object> different = new HashSet<>(values);
        return !values.isEmpty()
                && different.size() <= 130
                && values.stream().noneMatch(Double.class::isInstance)
                && values.stream().allMatch(value -> !(value instanceof Long number) || number <= 2_100);
    }

    private static List<String> quoted(List<String> fields) {
        return fields.stream().map(field -> "\"" + field + "\"").toList();
    }

    /**
     * Takes the values of one row.
     *
     * @throws ImportRefused with code {@code persons}, naming the column and never a value
     */
    public void take(SourceFeature row) {
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.attributes().get(fields.get(i));
            if (value instanceof String || value instanceof Long) {
                judge(i, columns.get(i).take(value));
            }
        }
    }

    /**
     * Judges what was taken last.
     *
     * @throws ImportRefused with code {@code persons}
     */
    public void finish() {
        for (int i = 0; i < columns.size(); i++) {
            judge(i, columns.get(i).close());
        }
    }

    private void judge(int column, Optional<Register> found) {
        if (found.isPresent()) {
            throw refused("the column \"" + fields.get(column) + "\" holds "
                    + found.get().plural() + ", by their checksum or form");
        }
    }

    private String column(Set<String> names) {
        return fields.stream()
                .filter(field -> names.contains(RoleNames.plain(field)))
                .findFirst()
                .orElse("");
    }

    private ImportRefused refused(String what) {
        return new ImportRefused(RefusalCode.PERSONS, file, what + ": the rows look like persons");
    }
}
