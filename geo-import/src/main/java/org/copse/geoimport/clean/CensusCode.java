package org.copse.geoimport.clean;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headers that are cells of published census tables: of the American Community Survey and the decennial census (B02001_003E,
 * S1901_C01_012E, DP05_0037E, P2_005N) and of the censuses of the United Kingdom (KS201EW0005, QS203UK, TS021). The number
 * of the table says what is counted.
 */
enum CensusCode {
    /** Of people, ages, sex, households, homes, schooling, work or ways to work. */
    ORDINARY,
    /** Of another subject, or of several at once. */
    SPECIAL;

    private static final Pattern SURVEY_TABLE =
            Pattern.compile("(?:ACS[0-9]*_?)?[BC]([0-9]{2})[0-9]{3}([A-I])?(?:PR)?(?:_?[CEM]?[0-9]{1,4}(?:EA?|MA?)?)?");
    private static final Set<String> SURVEY_ORDINARY =
            Set.of("01", "08", "09", "11", "12", "14", "15", "23", "24", "25");
    private static final Pattern SUBJECT_TABLE =
            Pattern.compile("S([0-9]{2})[0-9]{2}(?:PR)?(?:_?C[0-9]{2}_?[0-9]{3}[EM]?A?)");
    private static final Pattern PROFILE = Pattern.compile("DP0([2-5])(?:PR)?_?[0-9]{3,4}P?[EM]?A?");
    private static final Pattern DECENNIAL = Pattern.compile("P(?:CT)?0*[0-9]{1,2}_?0*([0-9]{1,3})N?A?");
    private static final Pattern DECENNIAL_LONG = Pattern.compile("P(?:CT)?0[0-9]{2}[A-I]?0*([0-9]{1,3})N?A?");
    private static final Pattern UK =
            Pattern.compile("(?:UK)?(KS|QS|TS|DC|LC|RM|DT|WD|WP|CT)([0-9]{3,4})[A-Z]{0,3}(?:_?[0-9]{1,4}[A-Z]?)*");
    private static final Pattern UK_ORDINARY =
            Pattern.compile("(?:KS|QS)(?:10[0-9]|11[0-9]|4[0-9]{2}|501|6[0-9]{2}|70[0-9])"
                    + "|TS0(?:0[1236789]|10|4[0-9]|5[0-9]|6[0-8])|(?:DC|LC)11[0-9]{2}");

    static Optional<CensusCode> find(String header) {
        String code = header.strip().toUpperCase(Locale.ROOT);
        Matcher survey = SURVEY_TABLE.matcher(code);
        if (survey.matches()) {
            return Optional.of(of(SURVEY_ORDINARY.contains(survey.group(1)) && survey.group(2) == null));
        }
        Matcher subject = SUBJECT_TABLE.matcher(code);
        if (subject.matches()) {
            return Optional.of(of(SURVEY_ORDINARY.contains(subject.group(1))));
        }
        Matcher profile = PROFILE.matcher(code);
        if (profile.matches()) {
            return Optional.of(of(profile.group(1).equals("4")));
        }
        Matcher uk = UK.matcher(code);
        if (uk.matches()) {
            return Optional.of(of(UK_ORDINARY.matcher(uk.group(1) + uk.group(2)).matches()));
        }
        return decennial(code);
    }

    /** The first cell of each table is its total. */
    private static Optional<CensusCode> decennial(String code) {
        for (Pattern pattern : new Pattern[] {DECENNIAL_LONG, DECENNIAL}) {
            Matcher cell = pattern.matcher(code);
            boolean long7 = code.chars().filter(Character::isDigit).count() >= 4;
            if (long7 && cell.matches()) {
                return Optional.of(of(cell.group(1).equals("1")));
            }
        }
        return Optional.empty();
    }

    private static CensusCode of(boolean ordinary) {
        return ordinary ? ORDINARY : SPECIAL;
    }
}
