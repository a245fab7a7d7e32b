package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.refusal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.copse.geoimport.source.file.ForeignFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats that are named and not read; told by their bytes, under a name that says nothing. */
class ForeignFormatsTest {
    @TempDir
    Path folder;

    private static byte[] bytes(String start) {
        byte[] head = start.getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.copyOf(head, Math.max(head.length, 600));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A compound file whose directory names a stream. */
    private static byte[] container(String stream) {
        byte[] file = Arrays.copyOf(bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"), 4096);
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, file, 2048, name.length);
        return file;
    }

    private String format(byte[] content) throws IOException {
        ImportRefused refused = refusal(new ImportFixture(folder).bytes("file", content), LayerKind.PLAIN);
        assertThat(refused.code()).as(refused.what()).isEqualTo("other-format");
        assertThat(refused.whatToDo()).isNotBlank();
        return String.valueOf(refused.values().get("format"));
    }

    @Test
    void namesFilesByTheirBytes() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("rar", bytes("Rar!\u001a\u0007\u0001\0"));
        files.put("seven-zip", bytes("7z\u00bc\u00af'\u001c\0\4"));
        files.put("compressed", bytes("BZh91AY&SY"));
        files.put("mapinfo-tab", text("!table\n!version 300\n!charset WindowsLatin1\n\nDefinition Table\n"));
        files.put("dwg", bytes("AC1032\0\0\0\0"));
        files.put("dxf", text("  0\nSECTION\n  2\nHEADER\n  9\n$ACADVER\n"));
        files.put("access", bytes("\0\1\0\0Standard ACE DB\0"));
        files.put("locked-workbook", container("EncryptedPackage"));
        files.put("old-workbook", container("Workbook"));
        files.put("document", container("WordDocument"));
        files.put("project", container("Version 1.0 stream of a .lyr"));
        files.put(
                "xml-workbook",
                text("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\n<Workbook "
                        + "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"));
        files.put(
                "html-page",
                text("\n<!-- made by a register -->\n<html><head></head><body><table><tr><td>1</td></tr></table>"));
        files.put("pdf", bytes("%PDF-1.7\n"));
        files.put("parquet", bytes("PAR1\u0015\4"));
        files.put("picture", bytes("\u0089PNG\r\n\u001a\n"));
        files.put("raster", bytes("II*\0\b\0\0\0"));
        files.put("open-street-map", text("<?xml version='1.0'?>\n<osm version=\"0.6\"><node/></osm>"));
        files.put("arcinfo-export", text("EXP  0 /EXPORT/WARDS.E00\nARC  2\n"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThat(format(file.getValue())).isEqualTo(file.getKey());
        }
        byte[] tar = bytes("wards.shp");
        System.arraycopy(text("ustar"), 0, tar, 257, 5);
        assertThat(format(tar)).isEqualTo("tar");
    }

    @Test
    void namesArchivesByWhatSuchArchivesHold() throws IOException {
        Map<String, Map<String, byte[]>> archives = Map.of(
                "file-geodatabase",
                Map.of("wards.gdb/a00000001.gdbtable", new byte[9], "wards.gdb/gdb", new byte[4]),
                "binary-workbook",
                Map.of("[Content_Types].xml", text("<T/>"), "xl/workbook.bin", new byte[9]),
                "document",
                Map.of("[Content_Types].xml", text("<T/>"), "word/document.xml", text("<w/>")),
                "open-document",
                Map.of("mimetype", text("application/vnd.oasis.opendocument.spreadsheet"), "content.xml", text("<o/>")),
                "project",
                Map.of("town.qgs", text("<!DOCTYPE qgis><qgis/>"), "town.qgd", new byte[9]));
        for (Map.Entry<String, Map<String, byte[]>> archive : archives.entrySet()) {
            Path zip = new ImportFixture(folder).zip("file", archive.getValue());
            ImportRefused refused = refusal(zip, LayerKind.PLAIN);
            assertThat(refused.values()).as(archive.getKey()).containsEntry("format", archive.getKey());
        }
    }

    @Test
    void namesWhatLiesInAZip() throws IOException {
        Path zip =
                new ImportFixture(folder).zip("file.zip", Map.of("layer.geojson", bytes("Rar!\u001a\u0007\u0001\0")));
        assertThat(refusal(zip, LayerKind.PLAIN).values()).containsEntry("format", ForeignFormat.RAR.key());
    }

    @Test
    void doesNotTakeTablesAndLayersForOtherFormats() throws IOException {
        for (String table : new String[] {
            "ncolsOfHouses,lon,lat\n1,4,50\n",
            "Obj1,lon,lat\n1,4,50\n",
            "0,SECTION,lon,lat\n1,2,4,50\n",
            "PDF,lon,lat\n1,4,50\n"
        }) {
            Path file = new ImportFixture(folder).text("t.csv", table);
            assertThat(ImportFixture.read(file, LayerKind.PLAIN).features())
                    .as(table)
                    .hasSize(1);
        }
    }
}
