package org.copse.geoimport.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What a file is, by its first bytes. */
public enum Magic {
    SHAPEFILE,
    DBF,
    GEOPACKAGE,
    FLATGEOBUF,
    SPREADSHEET,
    JSON,
    XML,
    MIF_TEXT,
    TEXT,
    BINARY;

    private static final String BLANK_OR_COMMENT = "(?:\\s|/\\*(?s:.*?)\\*/|//[^\\n]*+\\n|[\"']use strict[\"'];)*+";
    private static final String NAME = "[A-Za-z_$][\\w$.]*+(?:\\[[\"'][^\"'\\]]*+[\"']\\])?+";
    /** What may stand before the bracket of JSON in a script; a byte order mark read as bytes or as text may come first. */
    private static final Pattern SCRIPT = Pattern.compile("(?:\\ufeff|\u00ef\u00bb\u00bf)?+" + BLANK_OR_COMMENT
            + "(?:(?:export\\s++)?(?:(?:var|let|const)\\s++)?" + NAME + "\\s*+=|export\\s++default\\b|" + NAME
            + "\\s*+\\()" + BLANK_OR_COMMENT + "(?=[{\\[])");

    private static final Pattern MIF = Pattern.compile(
            "(?i)(?:version\\s+\\d+|charset\\s+\"[^\"]*\"|delimiter\\s+\"[^\"]*\"|columns\\s+\\d+)\\s*[\\r\\n]");
    private static final int HEAD_BYTES = 4096;
    private static final int SHAPEFILE_CODE = 9994;

    static boolean isGzip(Path file) throws IOException {
        byte[] head = head(file, 3);
        return head.length == 3 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b && head[2] == 8;
    }

    static boolean isZip(Path file) throws IOException {
        byte[] head = head(file, 4);
        return head.length == 4 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 || head[2] == 5);
    }

    static boolean isSpreadsheet(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry types = zip.getEntry("[Content_Types].xml");
            return types != null && zip.getEntry("xl/workbook.xml") != null;
        } catch (ZipException e) {
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    public static Magic of(Path file) throws IOException {
        byte[] head = head(file, HEAD_BYTES);
        if (isZip(file)) {
            return isSpreadsheet(file) ? SPREADSHEET : BINARY;
        }
        if (startsWith(head, "SQLite format 3\0")) {
            return GEOPACKAGE;
        }
        if (startsWith(head, "fgb\3fgb")) {
            return FLATGEOBUF;
        }
        if (head.length >= 4 && ByteBuffer.wrap(head).getInt() == SHAPEFILE_CODE) {
            return SHAPEFILE;
        }
        if (looksLikeDbf(head, Files.size(file))) {
            return DBF;
        }
        return ofText(head);
    }

    /**
     * Returns how much script stands before JSON, such as {@code var areas = } or {@code callback(}; 0 where the text is no
     * script around JSON.
     */
    public static int scriptBytesBeforeJson(String text) {
        Matcher script = SCRIPT.matcher(text);
        return script.lookingAt() ? script.end() : 0;
    }

    private static Magic ofText(byte[] head) {
        TextEncoding encoding = TextEncoding.detect(head);
        String text = encoding.decode(head);
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[") || start.startsWith("\u001e")) {
            return JSON;
        }
        if (start.startsWith("<")) {
            return XML;
        }
        if (scriptBytesBeforeJson(text) > 0) {
            return JSON;
        }
        if (MIF.matcher(start).lookingAt()) {
            return MIF_TEXT;
        }
        long control = text.chars()
                .filter(c -> c < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f')
                .count();
        return control == 0 ? TEXT : BINARY;
    }

    /** A DBF has no magic: its version, date and lengths must all make sense together. */
    private static boolean looksLikeDbf(byte[] head, long size) {
        if (head.length < 33) {
            return false;
        }
        ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int version = head[0] & 0xff;
        boolean known = version == 0x02
                || version == 0x03
                || version == 0x04
                || version == 0x05
                || version == 0x30
                || version == 0x31
                || version == 0x83
                || version == 0x8b
                || version == 0xf5;
        int headerBytes = header.getShort(8) & 0xffff;
        int recordBytes = header.getShort(10) & 0xffff;
        return known && head[2] >= 0 && head[2] <= 12 && headerBytes >= 33 && headerBytes <= size && recordBytes >= 1;
    }

    private static boolean startsWith(byte[] head, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (head.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (head[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    public static byte[] head(Path file, int bytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(bytes);
        }
    }
}
