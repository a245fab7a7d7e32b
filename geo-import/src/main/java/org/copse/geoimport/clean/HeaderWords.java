package org.copse.geoimport.clean;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words and numbers of a header or value: parted at spaces, marks, digits and capitals, without accents and without the
 * Arabic article, in lower case. "ORIG_NAfr65+" has "orig", "n", "afr", "65".
 */
final class HeaderWords {
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u0640]+");
    private static final Pattern CAPITAL = Pattern.compile("(\\p{Ll})(\\p{Lu})|(\\p{Lu})(?=\\p{Lu}\\p{Ll}{2})");
    private static final Pattern WORD = Pattern.compile("\\p{L}+|\\p{Nd}+");
    private static final Pattern ARTICLE = Pattern.compile("^(?:[وبفك]?ال|لل)(?=.{3})");

    private HeaderWords() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(plain(text));
        while (word.find()) {
            words.add(ARTICLE.matcher(word.group()).replaceFirst(""));
        }
        return words;
    }

    private static String plain(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return CAPITAL.matcher(bare)
                .replaceAll("$1$3 $2")
                .replace("ß", "ss")
                .replace('ة', 'ه')
                .replace('ى', 'ي')
                .replace('ٱ', 'ا')
                .toLowerCase(Locale.ROOT);
    }
}
