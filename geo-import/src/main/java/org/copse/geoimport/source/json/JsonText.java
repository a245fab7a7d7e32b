package org.copse.geoimport.source.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.source.file.Part;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** A file of JSON as tokens, with bounds on depth, names, numbers and texts; what breaks them is said by line and column. */
public final class JsonText {
    private static final int NAME_CHARACTERS = 1_000;
    private static final int NUMBER_CHARACTERS = 1_000;

    private final Part part;
    private final Limits limits;
    private final JsonFactory factory;
    private boolean holdsMore;

    public JsonText(Part part, Limits limits) {
        this.part = part;
        this.limits = limits;
        this.factory = factory(limits);
    }

    /** Returns a factory of parsers that keep to the limits. */
    static JsonFactory factory(Limits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth((int) Math.min(Integer.MAX_VALUE, limits.of(Limit.NESTING)))
                        .maxStringLength((int) Math.min(Integer.MAX_VALUE, limits.of(Limit.ATTRIBUTE_CHARACTERS)))
                        .maxNameLength(NAME_CHARACTERS)
                        .maxNumberLength(NUMBER_CHARACTERS)
                        .build())
                .build();
    }

    /** Returns the factory of the parsers. */
    JsonFactory factory() {
        return factory;
    }

    /** Returns the name of the file, for messages. */
    String file() {
        return part.name();
    }

    /** Returns whether the last pass left further objects of a script unread. */
    boolean holdsMore() {
        return holdsMore;
    }

    /** One pass over the tokens of a file. */
    @FunctionalInterface
    interface Pass<T> {

        /** Reads from before the first token. */
        T over(JsonParser parser) throws IOException;
    }

    /**
     * Makes a pass over the file.
     *
     * @throws ImportRefused when the file breaks the rules of JSON or a bound
     */
    <T> T read(Pass<T> pass) throws IOException {
        try (InputStream text = ScriptText.unwrapped(part);
                InputStream in = new RecordMarksToSpaces(text);
                JsonParser parser = factory.createParser(ObjectReadContext.empty(), in)) {
            T result = pass.over(parser);
            holdsMore = text instanceof ScriptText script && script.holdsMore();
            return result;
        } catch (StreamConstraintsException e) {
            throw limits.passed(limitOf(e), at(e));
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException io && !(io instanceof java.io.CharConversionException)) {
                throw io;
            }
            throw broken(e);
        }
    }

    private static Limit limitOf(StreamConstraintsException e) {
        String message = String.valueOf(e.getOriginalMessage());
        return message.contains("nesting depth") ? Limit.NESTING : Limit.ATTRIBUTE_CHARACTERS;
    }

    /** The parser's own words are for programmers, and not shown. */
    private ImportRefused broken(JacksonException e) {
        if (String.valueOf(e.getOriginalMessage()).contains("UTF-8")) {
            return new ImportRefused(RefusalCode.BAD_ENCODING, at(e), "the text is not UTF-8 from here on");
        }
        return new ImportRefused(
                RefusalCode.BROKEN_FILE,
                at(e),
                e instanceof UnexpectedEndOfInputException
                        ? "the JSON ends before its last bracket"
                        : "the JSON breaks its rules here");
    }

    private String at(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        if (location == null) {
            return part.name();
        }
        // The parser counts columns in 32 bits: in a line of more than 2 GB they turn negative.
        boolean counted = location.getLineNr() > 0 && location.getColumnNr() > 0;
        return part.name()
                + (counted
                        ? ", line " + location.getLineNr() + ", column " + location.getColumnNr()
                        : ", byte " + location.getByteOffset());
    }

    /** RFC 8142 puts a record separator before each object; to a JSON parser it is a stray byte. */
    private static final class RecordMarksToSpaces extends FilterInputStream {
        RecordMarksToSpaces(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            return b == 0x1e ? ' ' : b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            for (int i = offset; i < offset + read; i++) {
                if (buffer[i] == 0x1e) {
                    buffer[i] = ' ';
                }
            }
            return read;
        }
    }
}
