package org.copse.geoimport.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Any bytes as the parts of a workbook: sheet, shared texts, styles and list of sheets, with a mark between them. */
public final class XlsxFuzz {
    private static final String PARTS = "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"
            + "<Relationship Id=\"r2\" Target=\"sharedStrings.xml\"/></Relationships>";
    private static final String BOOK =
            "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                    + "<sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";

    private XlsxFuzz() {}

    /** Imports the input in a workbook that is otherwise whole. */
    public static void fuzzerTestOneInput(byte[] data) {
        byte[][] parts = FuzzedFile.split(data, 4);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8));
        entries.put("xl/workbook.xml", parts[3].length > 0 ? parts[3] : BOOK.getBytes(StandardCharsets.UTF_8));
        entries.put("xl/_rels/workbook.xml.rels", PARTS.getBytes(StandardCharsets.UTF_8));
        entries.put("xl/worksheets/sheet1.xml", parts[0]);
        if (parts[1].length > 0) {
            entries.put("xl/sharedStrings.xml", parts[1]);
        }
        if (parts[2].length > 0) {
            entries.put("xl/styles.xml", parts[2]);
        }
        FuzzedFile.importing(FuzzedFile.zip(entries));
    }
}
