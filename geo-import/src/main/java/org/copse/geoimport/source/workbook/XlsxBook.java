package org.copse.geoimport.source.workbook;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.source.file.Part;
import org.copse.geoimport.source.file.Unpacked;
import org.copse.geoimport.source.xml.XmlCursor;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an XLSX workbook: its list of sheets, its shared texts and number formats. Bytes are counted as they come
 * out of the zip, over all reads.
 */
final class XlsxBook implements Closeable {
    private static final String FOLDER = "xl/";

    /**
     * A sheet.
     *
     * @param entry in the zip
     */
    record Sheet(String name, String entry, boolean hidden) {}

    private final Part part;
    private final Limits limits;
    private final long packedBytes;
    private final ZipFile zip;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;
    private long unpackedBytes;

    private XlsxBook(Part part, Limits limits, ZipFile zip) throws IOException {
        this.packedBytes = Files.size(part.path());
        this.part = part;
        this.limits = limits;
        this.zip = zip;
    }

    /**
     * Opens a workbook and reads its list of sheets.
     *
     * @throws ImportRefused when its zip or its list of sheets is broken
     */
    @SuppressWarnings("MustBeClosed")
    static XlsxBook open(Part part, Limits limits) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(part.path().toFile());
        } catch (ZipException e) {
            throw new ImportRefused(RefusalCode.BROKEN_FILE, part.name(), "the workbook's zip is damaged");
        }
        XlsxBook book = new XlsxBook(part, limits, zip);
        try {
            limits.check(Limit.ARCHIVE_ENTRIES, zip.size(), part.name());
            book.readSheets();
            return book;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void readSheets() throws IOException {
        Map<String, String> targets = new HashMap<>();
        try (XmlCursor xml = xml("xl/_rels/workbook.xml.rels").orElseThrow(() -> missing("its list of parts"))) {
            while (xml.next()) {
                String target = xml.atStartOf("Relationship") ? xml.attribute("Target") : null;
                if (target != null) {
                    targets.put(String.valueOf(xml.attribute("Id")), target);
                }
            }
        }
        try (XmlCursor xml = xml("xl/workbook.xml").orElseThrow(() -> missing("its list of sheets"))) {
            while (xml.next()) {
                if (xml.atStartOf("workbookPr")) {
                    String date1904 = xml.attribute("date1904");
                    from1904 = "1".equals(date1904) || "true".equals(date1904);
                } else if (xml.atStartOf("sheet")) {
                    addSheet(xml, targets);
                }
            }
        }
    }

    private void addSheet(XmlCursor xml, Map<String, String> targets) {
        String name = xml.attribute("name");
        // The attribute "r:id" beside "sheetId": only the former has this local name.
        String target = targets.get(String.valueOf(xml.attribute("id")));
        if (name == null || target == null || target.contains("chartsheets/")) {
            return;
        }
        String entry = target.startsWith("/") ? target.substring(1) : FOLDER + target;
        String state = xml.attribute("state");
        sheets.add(new Sheet(name, entry, state != null && !state.equals("visible")));
        limits.check(Limit.ARCHIVE_ENTRIES, sheets.size(), part.name());
    }

    private ImportRefused missing(String what) {
        return new ImportRefused(RefusalCode.BROKEN_FILE, part.name(), "the workbook lacks " + what);
    }

    /** Returns the sheets in the order of their tabs. */
    List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /** Returns whether days are counted from 1904, as old programs on the Macintosh did. */
    boolean from1904() {
        return from1904;
    }

    /** Returns the texts that cells share, by their number. */
    List<String> sharedTexts() throws IOException {
        List<String> texts = new ArrayList<>();
        Optional<XmlCursor> shared = xml("xl/sharedStrings.xml");
        if (shared.isEmpty()) {
            return texts;
        }
        try (XmlCursor xml = shared.get()) {
            long characters = 0;
            while (xml.next()) {
                if (xml.atStartOf("si")) {
                    String text = XlsxSheet.richText(xml);
                    characters += text.length() + 40L;
                    limits.check(Limit.SHARED_TEXT_CHARACTERS, characters, part.name() + ", shared texts");
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /** Returns what the styles of cells say of their numbers. */
    XlsxStyles styles() throws IOException {
        Optional<XmlCursor> styles = xml("xl/styles.xml");
        if (styles.isEmpty()) {
            return XlsxStyles.none();
        }
        try (XmlCursor xml = styles.get()) {
            return XlsxStyles.read(xml, limits);
        }
    }

    /** Returns a cursor over a sheet, from its beginning. */
    XmlCursor open(Sheet sheet) throws IOException {
        return xml(sheet.entry()).orElseThrow(() -> missing("the sheet \"" + sheet.name() + "\""));
    }

    private Optional<XmlCursor> xml(String entry) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            return Optional.empty();
        }
        InputStream in = zip.getInputStream(found);
        return in == null
                ? Optional.empty()
                : Optional.of(new XmlCursor(new Counted(in), limits, part.name() + "/" + entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts unpacked bytes, whatever the zip claims of them, and asks for the time. */
    private final class Counted extends FilterInputStream {
        private long own;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte @Nullable [] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            unpackedBytes += read;
            own += read;
            limits.check(Limit.UNPACKED_BYTES, unpackedBytes, part.name());
            Unpacked.check(own, packedBytes, limits, part.name());
            part.deadline().check(part.name());
        }
    }
}
