package org.copse.geoimport.incident;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Divides the name of a category into words: without case, accents and vowel marks, whatever stands between them. */
final class CategoryTokens {
    private static final Pattern TOKEN = Pattern.compile("\\p{L}+|[/,;&+.]|[()\\[\\]{}:|<>–—]|(?<=\\s)-+(?=\\s)");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll}{2})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern WITHOUT = Pattern.compile("(?i)\\bw\\s*/\\s*o\\b");
    private static final Pattern WITH = Pattern.compile("(?i)\\bw\\s*/");
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}+");
    private static final Pattern ARABIC_PREFIX = Pattern.compile("^(?:و|ف)?(?:بال|كال|فال|لل|ال|ب|ل)?(?=.{3})");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}|ـ");

    private CategoryTokens() {}

    /**
     * A word or a mark between words.
     *
     * @param text as the file has it, for people
     * @param forms how the word may stand in a list; for a mark its meaning alone
     * @param mark what a mark does; OTHER for a word
     */
    record Token(String text, List<String> forms, CategoryWord mark) {
        boolean isMark() {
            return mark != CategoryWord.OTHER;
        }
    }

    static List<Token> of(String category) {
        String text =
                WITH.matcher(WITHOUT.matcher(category).replaceAll("without ")).replaceAll("with ");
        if (text.chars().noneMatch(Character::isWhitespace)) {
            text = CAMEL.matcher(text).replaceAll(" ");
        }
        List<Token> tokens = new ArrayList<>();
        // Marks that belong to a letter come after it where text is decomposed, and would end a word.
        Matcher matcher =
                TOKEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\p{M}", ""));
        while (matcher.find()) {
            String token = matcher.group();
            if (Character.isLetter(token.codePointAt(0))) {
                tokens.add(new Token(token, forms(token), CategoryWord.OTHER));
            } else {
                boolean beside = "/,;&+.".contains(token);
                tokens.add(new Token(token, List.of(), beside ? CategoryWord.BESIDE : CategoryWord.BREAK));
            }
        }
        return tokens;
    }

    /** Returns the words of a line of a word list, spelled as {@link Token#forms} are. */
    static List<String> wordsOfList(String line) {
        return BLANKS.splitAsStream(line).map(CategoryTokens::plain).toList();
    }

    private static List<String> forms(String word) {
        String plain = plain(word);
        if (ARABIC.matcher(plain).matches()) {
            String bare = ARABIC_PREFIX.matcher(plain).replaceFirst("");
            return bare.equals(plain) ? List.of(plain) : List.of(plain, bare);
        }
        return List.of(plain);
    }

    private static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("œ", "oe")
                .replace("æ", "ae");
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('ى', 'ي')
                .replace('ة', 'ه');
    }
}
