package org.copse.server.pdf;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.copse.server.drawing.Palette;

/** The letters of all sheets: Noto Sans, and Noto Sans Arabic for what that lacks. */
final class SheetFonts {
    private static final BaseFont REGULAR = read("NotoSans-Regular.ttf");
    private static final BaseFont BOLD = read("NotoSans-Bold.ttf");
    private static final BaseFont ARABIC = read("NotoSansArabic-Regular.ttf");
    private static final BaseFont ARABIC_BOLD = read("NotoSansArabic-Bold.ttf");

    /** How words look. */
    enum Look {
        TITLE(20, true, "text"),
        HEADING(13, true, "text"),
        SUBHEADING(10.5f, true, "text"),
        TEXT(9.5f, false, "text"),
        CELL(8.5f, false, "text"),
        CELL_HEAD(8.5f, true, "text"),
        QUIET(8, false, "quiet"),
        ON_MAP(6.5f, true, "map-ink");

        private final float points;
        private final boolean bold;
        private final String colour;

        Look(float points, boolean bold, String colour) {
            this.points = points;
            this.bold = bold;
            this.colour = colour;
        }

        float points() {
            return points;
        }
    }

    private SheetFonts() {}

    private static BaseFont read(String file) {
        try (InputStream in = SheetFonts.class.getResourceAsStream("/fonts/" + file)) {
            byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, bytes, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns words, each letter in a font that has it; blanks are in that of the letter before. */
    static Phrase phrase(String words, Look look) {
        return phrase(words, look, 1);
    }

    /** As above, so many times as large. */
    static Phrase phrase(String words, Look look, float scale) {
        Color colour = Palette.light().colour(look.colour);
        float points = look.points * scale;
        Font latin = new Font(look.bold ? BOLD : REGULAR, points, Font.NORMAL, colour);
        Font arabic = new Font(look.bold ? ARABIC_BOLD : ARABIC, points, Font.NORMAL, colour);
        Phrase phrase = new Phrase(points * 1.4f);
        Font now = latin;
        int begin = 0;
        for (int at = 0; at < words.length(); at++) {
            int letter = words.codePointAt(at);
            Font needed = Character.isWhitespace(letter)
                    ? now
                    : latin.getBaseFont().charExists(letter)
                                    || !arabic.getBaseFont().charExists(letter)
                            ? latin
                            : arabic;
            if (needed != now) {
                add(phrase, words.substring(begin, at), now);
                begin = at;
                now = needed;
            }
        }
        add(phrase, words.substring(begin), now);
        return phrase;
    }

    private static void add(Phrase phrase, String words, Font font) {
        if (!words.isEmpty()) {
            phrase.add(new Chunk(words, font));
        }
    }

    /** Returns how wide words are, in points; Arabic ones unshaped, which are wider. */
    static double width(String words, Look look) {
        BaseFont latin = look.bold ? BOLD : REGULAR;
        BaseFont arabic = look.bold ? ARABIC_BOLD : ARABIC;
        return words.codePoints()
                .mapToDouble(letter -> (latin.charExists(letter) ? latin : arabic)
                        .getWidthPoint(Character.toString(letter), look.points))
                .sum();
    }
}
