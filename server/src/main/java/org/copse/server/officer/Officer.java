package org.copse.server.officer;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An officer as the public may know them.
 *
 * @param number by which the authority knows them
 * @param dutyName by which the public knows them; may be the number
 * @param languages codes, such as {@code nl}
 * @param phone of the service, never a private one
 * @param hours when they can be met, in words
 * @param bio some words about their work, plain text
 */
public record Officer(
        String number,
        String dutyName,
        List<String> languages,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String hours,
        OfficerRole role,
        @Nullable String bio) {

    static final int LONGEST_NUMBER = 100;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_HOURS = 500;
    static final int LONGEST_BIO = 2000;
    private static final int MOST_LANGUAGES = 20;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?");
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");

    public Officer {
        number = number.strip();
        dutyName = dutyName.isBlank() ? number : dutyName.strip();
        languages = List.copyOf(languages);
        ServiceContact contact = new ServiceContact(phone, email);
        phone = contact.phone();
        email = contact.email();
        hours = given(hours);
        bio = given(bio);
        check("number", number, LONGEST_NUMBER);
        check("dutyName", dutyName, LONGEST_NAME);
        check("hours", hours, LONGEST_HOURS);
        check("bio", bio, LONGEST_BIO);
        if (number.isEmpty()) {
            throw new InvalidOfficer("number", "is missing");
        }
        if (languages.size() > MOST_LANGUAGES) {
            throw new InvalidOfficer(
                    "languages", "may have at most " + MOST_LANGUAGES + " codes, not " + languages.size());
        }
        for (String language : languages) {
            if (!LANGUAGE.matcher(language).matches()) {
                throw new InvalidOfficer("languages", "\"" + language + "\" is no language code such as nl");
            }
        }
    }

    /** A resident officer without a bio. */
    public Officer(
            String number,
            String dutyName,
            List<String> languages,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String hours) {
        this(number, dutyName, languages, phone, email, hours, OfficerRole.RESIDENT_OFFICER, null);
    }

    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void check(String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw new InvalidOfficer(field, "must have at most " + longest + " characters, not " + text.length());
        }
        if (text != null && UNPRINTABLE.matcher(text).find()) {
            throw new InvalidOfficer(field, "has a control character");
        }
    }
}
