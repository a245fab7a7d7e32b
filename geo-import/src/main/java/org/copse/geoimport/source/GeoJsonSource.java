package org.copse.geoimport.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.source.OpenedFile.Part;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * GeoJSON (RFC 7946), one document or one object per line, and the older form with a {@code crs} member.
 *
 * <p>Read twice: once for the columns and the {@code crs} member, which may stand after the features, and once for the
 * features, one at a time.
 */
final class GeoJsonSource implements FeatureSource {
    private static final int NAME_CHARACTERS = 1_000;
    private static final int NUMBER_CHARACTERS = 1_000;

    private final Part part;
    private final Limits limits;
    private final JsonFactory factory;
    private final SourceInfo info;

    private GeoJsonSource(Part part, Limits limits) throws IOException {
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
        GeoJsonWalk scan = walk(GeoJsonWalk.Pass.SCAN, new NoSink());
        this.info = new SourceInfo(
                scan.documents() > 1 ? "GeoJSON, one object per line" : "GeoJSON",
                null,
                null,
                scan.crs(),
                scan.fields(),
                false);
    }

    /**
     * Opens a JSON file.
     *
     * @throws ImportRefused when it is not JSON, or not GeoJSON
     */
    static GeoJsonSource open(Part part, Limits limits) throws IOException {
        return new GeoJsonSource(part, limits);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public void forEach(SourceSink sink) throws IOException {
        walk(GeoJsonWalk.Pass.READ, sink);
    }

    private GeoJsonWalk walk(GeoJsonWalk.Pass pass, SourceSink sink) throws IOException {
        try (InputStream in = new RecordMarksToSpaces(Files.newInputStream(part.path()));
                JsonParser parser = factory.createParser(tools.jackson.core.ObjectReadContext.empty(), in)) {
            GeoJsonWalk walk = new GeoJsonWalk(parser, factory, limits, part.name(), pass, sink);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                walk.root();
            }
            if (walk.documents() == 0) {
                throw new ImportRefused(RefusalCode.EMPTY_FILE, part.name(), "the file holds no JSON");
            }
            return walk;
        } catch (StreamConstraintsException e) {
            throw new ImportRefused(RefusalCode.LIMIT_PASSED, at(e), firstLine(e));
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
