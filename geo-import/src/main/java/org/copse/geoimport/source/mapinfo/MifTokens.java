package org.copse.geoimport.source.mapinfo;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;
import org.jspecify.annotations.Nullable;

/** The words of a MIF: separated by white space, commas and brackets; a text in quotes is one word. */
final class MifTokens implements Closeable {
    private final Reader reader;
    private final Limits limits;
    private final String file;
    private int next = ' ';
    private long line = 1;
    private @Nullable String word;
    private boolean quoted;

    /**
     * @param reader closed with this
     * @param file for messages
     */
    MifTokens(Reader reader, Limits limits, String file) {
        this.reader = reader;
        this.limits = limits;
        this.file = file;
    }

    /** Moves to the next word; returns false after the last. */
    boolean next() throws IOException {
        while (next >= 0 && (next <= ' ' || next == ',' || next == '(' || next == ')')) {
            advance();
        }
        if (next < 0) {
            word = null;
            return false;
        }
        StringBuilder text = new StringBuilder();
        quoted = next == '"';
        if (quoted) {
            advance();
            while (next >= 0 && next != '"') {
                take(text);
            }
            advance();
        } else {
            while (next > ' ' && next != ',' && next != '(' && next != ')') {
                take(text);
            }
        }
        word = text.toString();
        return true;
    }

    private void take(StringBuilder text) throws IOException {
        text.append((char) next);
        limits.check(Limit.ATTRIBUTE_CHARACTERS, text.length(), where());
        advance();
    }

    private void advance() throws IOException {
        next = reader.read();
        if (next == '\n') {
            line++;
        }
    }

    /** Returns the current word in lower case; empty after the last, and for a text in quotes. */
    String keyword() {
        return word == null || quoted ? "" : word.toLowerCase(Locale.ROOT);
    }

    /** Returns the current word; empty after the last. */
    String word() {
        return word == null ? "" : word;
    }

    /** Returns the rest of the current line, without its end, and stays before the next one. */
    String restOfLine() throws IOException {
        StringBuilder text = new StringBuilder();
        while (next >= 0 && next != '\n' && next != '\r') {
            take(text);
        }
        return text.toString().strip();
    }

    /** Returns whether there was no further word. */
    boolean atEnd() {
        return word == null;
    }

    /** Returns the next word as a finite number, or null where it is none; the word is the current one then. */
    @Nullable
    Double number() throws IOException {
        return next() ? numberHere() : null;
    }

    /** Returns the current word as a finite number, or null. */
    @Nullable
    Double numberHere() {
        String text = word;
        if (text == null || quoted || text.isEmpty() || "0123456789+-.".indexOf(text.charAt(0)) < 0) {
            return null;
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Returns the refusal of a file that breaks the rules here. */
    ImportRefused broken(String what) {
        return new ImportRefused(RefusalCode.BROKEN_FILE, where(), what);
    }

    /** Returns file and line, for messages. */
    String where() {
        return file + ", line " + line;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
