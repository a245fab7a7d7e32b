package org.copse.geoimport.source.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recognises foreign formats by their bytes, and archives of them by the entries that such archives have. */
public final class ForeignBytes {
    private static final int HEAD = 4096;
    private static final int TAR_MARK = 257;
    private static final int CONTAINER_BYTES = 1 << 22;
    private static final Pattern DXF = Pattern.compile("^\\s*0\\s*[\\r\\n]+\\s*SECTION\\b");
    private static final Pattern DXF_WITH_COMMENT =
            Pattern.compile("^\\s*999\\s*[\\r\\n]+.{0,200}[\\r\\n]+\\s*0\\s*[\\r\\n]+\\s*SECTION\\b");
    private static final Pattern HTML = Pattern.compile(
            "(?is)^(?:\\s|<\\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\\s+html|html|head|body|table|meta|style)\\b.*");

    private static final Pattern LAYER = Pattern.compile(".*\\.(mif|shp|gpkg|geojson|json|csv|xlsx|gml|kml)");
    private static final Pattern PROJECT = Pattern.compile(".*\\.(qgs|qgd|qgz|mxd|lyr|lyrx|qml|sld)");

    private ForeignBytes() {}

    /** Returns the foreign format of a file, or empty where it is none that is known here. */
    public static Optional<ForeignFormat> find(Path file) throws IOException {
        byte[] head = Magic.head(file, HEAD);
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        Optional<ForeignFormat> binary = Optional.ofNullable(ofBytes(bytes));
        if (binary.isPresent()) {
            return binary;
        }
        if (bytes.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return Optional.of(ofContainer(file));
        }
        return Optional.ofNullable(ofText(TextEncoding.detect(head).decode(head)));
    }

    private static @Nullable ForeignFormat ofBytes(String bytes) {
        if (bytes.startsWith("Rar!\u001a\u0007")) {
            return ForeignFormat.RAR;
        }
        if (bytes.startsWith("7z\u00bc\u00af'\u001c")) {
            return ForeignFormat.SEVEN_ZIP;
        }
        if (bytes.startsWith("ustar", TAR_MARK)) {
            return ForeignFormat.TAR;
        }
        if (startsWithOne(
                bytes, "BZh", "\u00fd7zXZ\0", "(\u00b5/\u00fd", "\u0004\"M\u0018", "MSCF\0", "\u001f\u009d", "LZIP")) {
            return ForeignFormat.COMPRESSED;
        }
        if (bytes.matches("(?s)^AC10(0[0-9]|1[0-9]|2[0-9]|3[0-9])[\\x00-\\x1f].*")) {
            return ForeignFormat.DWG;
        }
        if (bytes.startsWith("AutoCAD Binary DXF")) {
            return ForeignFormat.DXF;
        }
        if (startsWithOne(bytes, "\0\1\0\0Standard Jet DB", "\0\1\0\0Standard ACE DB")) {
            return ForeignFormat.ACCESS;
        }
        if (bytes.stripLeading().startsWith("%PDF-")) {
            return ForeignFormat.PDF;
        }
        if (startsWithOne(bytes, "PAR1", "ARROW1\0\0", "FEA1", "Obj\1", "ORC")) {
            return ForeignFormat.PARQUET;
        }
        return ofImage(bytes);
    }

    private static @Nullable ForeignFormat ofImage(String bytes) {
        if (startsWithOne(
                bytes,
                "II*\0",
                "MM\0*",
                "II+\0",
                "MM\0+",
                "\u0089HDF\r\n",
                "CDF\1",
                "CDF\2",
                "GRIB",
                "ncols ",
                "NCOLS ",
                "DSAA",
                "DSBB")) {
            return ForeignFormat.RASTER;
        }
        boolean webp = bytes.startsWith("RIFF") && bytes.startsWith("WEBP", 8);
        boolean heic =
                bytes.startsWith("ftypheic", 4) || bytes.startsWith("ftypmif1", 4) || bytes.startsWith("ftypavif", 4);
        if (webp
                || heic
                || startsWithOne(
                        bytes, "\u0089PNG\r\n", "\u00ff\u00d8\u00ff", "GIF87a", "GIF89a", "\0\0\0\u000cjP  ")) {
            return ForeignFormat.PICTURE;
        }
        if (bytes.startsWith("OSMHeader", 6)) {
            return ForeignFormat.OPEN_STREET_MAP;
        }
        return bytes.startsWith("{\\rtf") ? ForeignFormat.DOCUMENT : null;
    }

    private static boolean startsWithOne(String bytes, String... marks) {
        return List.of(marks).stream().anyMatch(bytes::startsWith);
    }

    private static @Nullable ForeignFormat ofText(String text) {
        String start = text.stripLeading();
        String lower = start.substring(0, Math.min(200, start.length())).toLowerCase(Locale.ROOT);
        if (lower.startsWith("!table") && lower.contains("!version")) {
            return ForeignFormat.MAPINFO_TAB;
        }
        if (DXF.matcher(text).find() || DXF_WITH_COMMENT.matcher(text).find()) {
            return ForeignFormat.DXF;
        }
        if (lower.startsWith("exp  0") || lower.startsWith("exp  1")) {
            return ForeignFormat.ARCINFO_EXPORT;
        }
        boolean workbook = start.contains("urn:schemas-microsoft-com:office:spreadsheet");
        if (start.startsWith("<") && workbook && start.contains("<Workbook")) {
            return ForeignFormat.XML_WORKBOOK;
        }
        if (HTML.matcher(start).matches()) {
            return ForeignFormat.HTML_PAGE;
        }
        boolean mime = lower.startsWith("mime-version:") && text.contains("text/html");
        if (mime) {
            return ForeignFormat.HTML_PAGE;
        }
        if (start.startsWith("<") && (start.contains("<osm ") || start.contains("<osmChange"))) {
            return ForeignFormat.OPEN_STREET_MAP;
        }
        boolean project = (start.startsWith("<") && (start.contains("<qgis ") || start.contains("<!DOCTYPE qgis")))
                || (start.startsWith("{") && start.contains("\"CIM") && start.contains("\"type\""));
        return project ? ForeignFormat.PROJECT : null;
    }

    /** The compound file of older office programs; the names of its streams say whose. */
    private static ForeignFormat ofContainer(Path file) throws IOException {
        byte[] bytes;
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int each = (int) Math.min(CONTAINER_BYTES, in.length());
            bytes = new byte[2 * each];
            in.readFully(bytes, 0, each);
            in.seek(in.length() - each);
            in.readFully(bytes, each, each);
        }
        String content = new String(bytes, StandardCharsets.ISO_8859_1);
        if (content.contains(wide("EncryptedPackage"))) {
            return ForeignFormat.LOCKED_WORKBOOK;
        }
        if (content.contains(wide("Workbook") + "\0\0") || content.contains(wide("Book") + "\0\0")) {
            return ForeignFormat.OLD_WORKBOOK;
        }
        boolean document = content.contains(wide("WordDocument"))
                || content.contains(wide("PowerPoint Document"))
                || content.contains(wide("__properties_version1.0"));
        return document ? ForeignFormat.DOCUMENT : ForeignFormat.PROJECT;
    }

    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    /** Returns the foreign format that an archive of these entries is, or empty. */
    public static Optional<ForeignFormat> findIn(List<String> entries) {
        if (entries.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(".gdbtable"))) {
            return Optional.of(ForeignFormat.FILE_GEODATABASE);
        }
        if (entries.contains("xl/workbook.bin")) {
            return Optional.of(ForeignFormat.BINARY_WORKBOOK);
        }
        if (entries.contains("word/document.xml") || entries.contains("ppt/presentation.xml")) {
            return Optional.of(ForeignFormat.DOCUMENT);
        }
        boolean open = entries.contains("content.xml")
                && (entries.contains("mimetype") || entries.contains("META-INF/manifest.xml"));
        if (open || entries.contains("Index/Document.iwa")) {
            return Optional.of(ForeignFormat.OPEN_DOCUMENT);
        }
        List<String> lower =
                entries.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        boolean tab = Stream.of(".tab", ".dat", ".map")
                .allMatch(extension -> lower.stream().anyMatch(name -> name.endsWith(extension)));
        if (tab && lower.stream().noneMatch(name -> LAYER.matcher(name).matches())) {
            return Optional.of(ForeignFormat.MAPINFO_TAB);
        }
        boolean project = lower.stream().anyMatch(name -> PROJECT.matcher(name).matches())
                && lower.stream()
                        .allMatch(name -> PROJECT.matcher(name).matches() || name.matches(".*\\.(png|svg|db|txt)"));
        return project || entries.contains("GISProject.json") ? Optional.of(ForeignFormat.PROJECT) : Optional.empty();
    }
}
