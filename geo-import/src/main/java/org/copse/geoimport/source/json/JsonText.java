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
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** A file of JSON as tokens, with bounds on depth, names, numbers and texts; what breaks them is said by line and column. */
public final class JsonText {
    private static final int NAME_CHARACTERS = 1_000;
    private static final int NUMBER_CHARACTERS = 1_000;

    private final Part part;
    private final Limits limits;
    private final JsonFactory factory;

    public JsonText(Part part, Limits limits) {
        this.part = part;
        this.limits = limits;
        this.factory = JsonFactory.builder()
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
        try (InputStream in = new RecordMarksToSpaces(part.open());
                JsonParser parser = factory.createParser(ObjectReadContext.empty(), in)) {
            return pass.over(parser);
        } catch (StreamConstraintsException e) {
            throw limits.passed(limitOf(e), at(e));
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException io && !(io instanceof java.io.CharConversionException)) {
                throw io;
            }
            boolean encoding = firstLine(e).contains("UTF-8");
            throw new ImportRefused(
                    encoding ? RefusalCode.BAD_ENCODING : RefusalCode.BROKEN_FILE,
                    at(e),
                    (encoding ? "the text is not UTF-8: " : "the JSON breaks off: ") + firstLine(e));
        }
    }

    /** Returns whether the file is TopoJSON, as the first member that tells says. */
    public boolean isTopology() throws IOException {
        return read(parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            for (JsonToken token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
                String member = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (member) {
                    case "type" -> {
                        return value == JsonToken.VALUE_STRING
                                && parser.getString().equals("Topology");
                    }
                    case "features", "geometry", "properties", "coordinates", "geometries" -> {
                        return false;
                    }
                    default -> parser.skipChildren();
                }
            }
            return false;
        });
    }

    private static Limit limitOf(StreamConstraintsException e) {
        String message = String.valueOf(e.getOriginalMessage());
        return message.contains("nesting depth") ? Limit.NESTING : Limit.ATTRIBUTE_CHARACTERS;
    }

    private String at(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null
                ? part.name()
                : part.name() + ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String firstLine(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\(`?StreamReadConstraints[^)]*\\)?", "")
                .strip();
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
