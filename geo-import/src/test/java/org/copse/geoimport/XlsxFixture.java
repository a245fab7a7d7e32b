package org.copse.geoimport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a small workbook, as its zip holds them. */
final class XlsxFixture {
    private static final String NAMESPACE = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private record Sheet(String name, String state, String rows) {}

    private final List<Sheet> sheets = new ArrayList<>();
    private String shared = "";
    private String styles =
            "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/>"
                    + "<xf numFmtId=\"22\"/><xf numFmtId=\"165\"/></cellXfs>";
    private String bookProperties = "";

    XlsxFixture sheet(String name, String rows) {
        sheets.add(new Sheet(name, "visible", rows));
        return this;
    }

    XlsxFixture hiddenSheet(String name, String rows) {
        sheets.add(new Sheet(name, "hidden", rows));
        return this;
    }

    XlsxFixture shared(String... texts) {
        for (String text : texts) {
            shared += "<si><t>" + text + "</t></si>";
        }
        return this;
    }

    XlsxFixture sharedXml(String xml) {
        shared += xml;
        return this;
    }

    XlsxFixture bookProperties(String attributes) {
        bookProperties = "<workbookPr " + attributes + "/>";
        return this;
    }

    /** Returns a row of texts, numbers, and cells given as XML; null leaves a gap. */
    static String row(int number, @Nullable Object... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            String place = (char) ('A' + i) + String.valueOf(number);
            Object cell = cells[i];
            if (cell instanceof Number) {
                row.append("<c r=\"" + place + "\"><v>" + cell + "</v></c>");
            } else if (cell instanceof String text && text.startsWith("<c")) {
                row.append(text.replace("@", place));
            } else if (cell != null) {
                row.append("<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
            }
        }
        return row.append("</row>").toString();
    }

    Map<String, byte[]> parts() {
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        Map<String, byte[]> parts = new LinkedHashMap<>();
        put(
                parts,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        for (int i = 1; i <= sheets.size(); i++) {
            Sheet sheet = sheets.get(i - 1);
            list.append("<sheet name=\"" + sheet.name() + "\" sheetId=\"" + i + "\" state=\"" + sheet.state()
                    + "\" r:id=\"rId" + i + "\"/>");
            relations.append("<Relationship Id=\"rId" + i + "\" Target=\"worksheets/sheet" + i + ".xml\"/>");
            put(
                    parts,
                    "xl/worksheets/sheet" + i + ".xml",
                    "<worksheet " + NAMESPACE + "><sheetData>" + sheet.rows() + "</sheetData></worksheet>");
        }
        put(
                parts,
                "xl/workbook.xml",
                "<workbook " + NAMESPACE + " xmlns:r=\"" + RELATIONS + "\">" + bookProperties + "<sheets>" + list
                        + "</sheets></workbook>");
        put(parts, "xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        put(parts, "xl/sharedStrings.xml", "<sst " + NAMESPACE + ">" + shared + "</sst>");
        put(
                parts,
                "xl/styles.xml",
                "<styleSheet " + NAMESPACE + "><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-813]dd/mm/yyyy;@\"/>"
                        + "<numFmt numFmtId=\"165\" formatCode=\"0.0&quot; days&quot;\"/></numFmts>" + styles
                        + "</styleSheet>");
        return parts;
    }

    private static void put(Map<String, byte[]> parts, String entry, String xml) {
        parts.put(entry, ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
    }
}
