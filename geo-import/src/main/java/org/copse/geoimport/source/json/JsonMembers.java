package org.copse.geoimport.source.json;

import java.io.StringWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.geometry.Malformed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the small members of GeoJSON objects. Each method leaves the parser at the end of the member's value. */
final class JsonMembers {
    private static final Pattern EPSG = Pattern.compile("(?i).*EPSG:(?:[0-9.]*:)?([0-9]{4,6})$");
    private static final Pattern CRS84 = Pattern.compile("(?i).*(CRS:?84|OGC:1\\.3:CRS84)$");

    private final JsonParser parser;
    private final JsonFactory factory;
    private final Limits limits;
    private final String file;

    JsonMembers(JsonParser parser, JsonFactory factory, Limits limits, String file) {
        this.file = file;
        this.parser = parser;
        this.factory = factory;
        this.limits = limits;
    }

    void type(JsonObjectRead object, JsonToken value) {
        if (value == JsonToken.VALUE_STRING) {
            object.type = parser.getString();
        } else {
            object.wrong(new Malformed(RejectionCode.NOT_A_FEATURE, "the type is no text"));
            parser.skipChildren();
        }
    }

    void id(JsonObjectRead object, JsonToken value, SourceSink sink) {
        switch (value) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> object.id = parser.getString();
            case VALUE_NULL -> object.id = null;
            default -> {
                sink.warnCounted(WarningCode.FORMAT_NOT_KEPT, "ids that are neither text nor number, left out");
                parser.skipChildren();
            }
        }
    }

    void bbox(JsonToken value, SourceSink sink) {
        boolean good = value == JsonToken.START_ARRAY;
        int count = 0;
        if (good) {
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                good &= token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
                count++;
                parser.skipChildren();
            }
        } else {
            parser.skipChildren();
        }
        if (!good || (count != 4 && count != 6)) {
            sink.warnCounted(WarningCode.FORMAT_NOT_KEPT, "bbox members that are not 4 or 6 numbers, left out");
        }
    }

    void properties(JsonObjectRead object, JsonToken value, SourceSink sink) {
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        if (value != JsonToken.START_OBJECT) {
            object.wrong(new Malformed(RejectionCode.NOT_A_FEATURE, "the properties are no object"));
            parser.skipChildren();
            return;
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = parser.currentName();
            Object found = scalar(object, parser.nextToken());
            if (found != null && object.properties.put(name, found) != null) {
                sink.warnCounted(WarningCode.NAME_REPEATED, "properties \"" + shorten(name) + "\" given twice");
            }
            limits.check(Limit.ATTRIBUTES, object.properties.size(), file + ", feature with property " + shorten(name));
        }
    }

    private @Nullable Object scalar(JsonObjectRead object, JsonToken value) {
        return switch (value) {
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> decimal(object);
            case START_OBJECT, START_ARRAY -> asText();
            default -> null;
        };
    }

    /** A whole number beyond 64 bits is an identifier, not a quantity: kept as text. */
    private Object whole() {
        JsonParser.NumberType type = parser.getNumberType();
        return type == JsonParser.NumberType.BIG_INTEGER ? parser.getString() : (Object) parser.getLongValue();
    }

    private @Nullable Object decimal(JsonObjectRead object) {
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            object.valuesLeftOut = true;
            return null;
        }
        return number;
    }

    private String asText() {
        StringWriter text = new BoundedText(limits, file);
        try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    /** Returns the CRS of a {@code crs} member, or null when it is JSON null. */
    @Nullable
    DeclaredCrs crs(JsonToken value) {
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        if (value == JsonToken.VALUE_STRING) {
            return named(parser.getString());
        }
        if (value != JsonToken.START_OBJECT && value != JsonToken.START_ARRAY) {
            return named(parser.getString());
        }
        String text = asText();
        Matcher name =
                Pattern.compile("\"(?:name|code|href)\"\\s*:\\s*\"?([^\",}]+)").matcher(text);
        return named(name.find() ? name.group(1) : text);
    }

    private static DeclaredCrs named(String name) {
        Matcher epsg = EPSG.matcher(name);
        if (CRS84.matcher(name).matches()) {
            return DeclaredCrs.code("EPSG:4326", "the crs member, " + name);
        }
        if (epsg.matches()) {
            return DeclaredCrs.code("EPSG:" + epsg.group(1), "the crs member");
        }
        if (name.matches("[0-9]{4,6}")) {
            return DeclaredCrs.code("EPSG:" + name, "the crs member");
        }
        return DeclaredCrs.code(name, "the crs member");
    }

    String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** Text that ends the import when it passes the bound of one attribute. */
    private static final class BoundedText extends StringWriter {
        private final Limits limits;
        private final String file;

        BoundedText(Limits limits, String file) {
            this.limits = limits;
            this.file = file;
        }

        @Override
        public void write(char[] buffer, int offset, int length) {
            super.write(buffer, offset, length);
            limits.check(
                    Limit.ATTRIBUTE_CHARACTERS,
                    getBuffer().length(),
                    file + ", a property that holds an object or array");
        }
    }
}
