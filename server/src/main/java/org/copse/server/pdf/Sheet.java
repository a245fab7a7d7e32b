package org.copse.server.pdf;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.copse.server.drawing.Palette;
import org.copse.server.pdf.SheetFonts.Look;
import org.copse.server.words.Words;

/**
 * A PDF that is written from top to bottom. Each page has a foot with the title and its number, but a card's. In Arabic everything runs from right to
 * left, tables too.
 */
public final class Sheet implements AutoCloseable {
    private static final float GAP = 12;

    private final Document document;
    private final PdfWriter writer;
    private final MapCells maps;
    private final boolean rightToLeft;
    private final float width;
    private final float scale;

    /**
     * Begins a sheet on A4.
     *
     * @param out is not closed
     * @param words in whose language it is written
     * @param title of the document, which its first page begins with
     */
    public Sheet(OutputStream out, Words words, String title) {
        this(out, words, title, Paper.A4);
    }

    /**
     * Begins a sheet.
     *
     * @param out is not closed
     * @param words in whose language it is written
     * @param title of the document, which its first page begins with
     * @param paper it is printed on
     */
    public Sheet(OutputStream out, Words words, String title, Paper paper) {
        this.document = new Document(paper.size(), paper.margin(), paper.margin(), paper.margin(), paper.bottom());
        this.scale = paper.scale();
        this.writer = PdfWriter.getInstance(document, out);
        this.rightToLeft = words.language().isRightToLeft();
        writer.setCloseStream(false);
        if (paper.hasFoot()) {
            writer.setPageEvent(new SheetFoot(words, title));
        }
        writer.setViewerPreferences(
                PdfWriter.DisplayDocTitle | (rightToLeft ? PdfWriter.DirectionR2L : PdfWriter.DirectionL2R));
        writer.getExtraCatalog()
                .put(PdfName.LANG, new PdfString(words.language().code()));
        document.addTitle(title);
        document.addCreator("Copse");
        document.open();
        this.width = document.getPageSize().getWidth() - 2 * paper.margin();
        this.maps = new MapCells(writer, words);
        add(line(title, paper.hasFoot() ? Look.TITLE : Look.HEADING), 0);
    }

    /** Writes a heading, which the document's outline lists. */
    public Sheet heading(String words) {
        keepTogether(80);
        add(line(words, Look.HEADING), GAP);
        new PdfOutline(
                writer.getRootOutline(),
                PdfAction.gotoLocalPage(
                        writer.getPageNumber(),
                        new PdfDestination(PdfDestination.XYZ, -1, writer.getVerticalPosition(true) + GAP * 2, 0),
                        writer),
                words);
        return this;
    }

    /** Writes a heading under a heading. */
    public Sheet subheading(String words) {
        keepTogether(60);
        return add(line(words, Look.SUBHEADING), GAP * 0.7f);
    }

    /** Writes a paragraph. */
    public Sheet paragraph(String words) {
        return add(line(words, Look.TEXT), 4);
    }

    /** Writes a paragraph in small letters: sources, dates, explanations. */
    public Sheet note(String words) {
        return add(line(words, Look.QUIET), 3);
    }

    /** Writes something that is meant to be read from afar: a name, a number. */
    public Sheet large(String words) {
        return add(line(words, Look.HEADING), 6);
    }

    /**
     * Writes lines with a code beside them that leads to an address.
     *
     * @param lines the first as a heading, the others as paragraphs
     * @param side of the code, in points
     */
    public Sheet beside(List<String> lines, String address, double side) {
        float wide = (float) side;
        PdfPTable table = table(rightToLeft ? List.of(wide, width - wide) : List.of(width - wide, wide));
        PdfPCell text = new PdfPCell();
        text.setBorder(Rectangle.NO_BORDER);
        text.setPadding(0);
        text.setRunDirection(direction());
        for (int i = 0; i < lines.size(); i++) {
            text.addElement(nested(line(lines.get(i), i == 0 ? Look.HEADING : Look.TEXT)));
        }
        table.addCell(text);
        PdfPCell code = new PdfPCell(Code.of(address, wide, writer), false);
        code.setBorder(Rectangle.NO_BORDER);
        code.setPadding(0);
        table.addCell(code);
        return add(table, 6);
    }

    /** Goes to a new page. */
    public Sheet page() {
        document.newPage();
        return this;
    }

    /** Returns how much room there is between the margins, in points. */
    public double width() {
        return width;
    }

    /** Returns how much of the page is left, in points. */
    public double room() {
        return writer.getVerticalPosition(true) - document.bottom();
    }

    /** Goes to a new page where less than so much of this one is left. */
    private void keepTogether(float points) {
        if (room() < points) {
            document.newPage();
        }
    }

    /** Writes a table; one without rows is left out. */
    public Sheet table(SheetTable table) {
        if (table.rows().isEmpty()) {
            return this;
        }
        PdfPTable made = table(
                table.columns().stream().map(column -> (float) column.width()).toList());
        made.setHeaderRows(1);
        for (SheetTable.Column column : table.columns()) {
            PdfPCell cell = cell(SheetFonts.phrase(column.head(), Look.CELL_HEAD, scale), column.number());
            cell.setBorder(Rectangle.BOTTOM);
            cell.setBorderColor(Palette.light().colour("line-strong"));
            made.addCell(cell);
        }
        for (List<String> row : table.rows()) {
            for (int i = 0; i < row.size(); i++) {
                PdfPCell cell = cell(
                        SheetFonts.phrase(row.get(i), Look.CELL, scale),
                        table.columns().get(i).number());
                cell.setBorder(Rectangle.BOTTOM);
                cell.setBorderColor(Palette.light().colour("line"));
                made.addCell(cell);
            }
        }
        return add(made, 6);
    }

    /**
     * Draws a map over the whole {@link #width}.
     *
     * @param height in points
     */
    public Sheet map(SheetMap map, double height) {
        return maps(List.of(map), 1, height);
    }

    /**
     * Draws maps side by side.
     *
     * @param inARow how many
     * @param height of each, in points
     */
    public Sheet maps(List<SheetMap> drawn, int inARow, double height) {
        PdfPTable table = table(new ArrayList<>(java.util.Collections.nCopies(inARow, 1f)));
        table.setSplitRows(false);
        table.getDefaultCell().setBorder(Rectangle.NO_BORDER);
        float each = width / inARow - (inARow == 1 ? 0 : GAP);
        for (SheetMap map : drawn) {
            PdfPCell cell = new PdfPCell();
            cell.setBorder(Rectangle.NO_BORDER);
            cell.setPadding(0);
            cell.setPaddingRight(inARow == 1 || rightToLeft ? 0 : GAP);
            cell.setPaddingLeft(inARow == 1 || !rightToLeft ? 0 : GAP);
            cell.setPaddingBottom(GAP);
            cell.setRunDirection(direction());
            cell.addElement(nested(line(map.title(), Look.SUBHEADING)));
            cell.addElement(nested(picture(scaled(maps.map(map.drawing(), each / scale, (float) height / scale)))));
            if (!map.legend().isEmpty()) {
                cell.addElement(nested(legend(map.legend())));
            }
            table.addCell(cell);
        }
        table.completeRow();
        return add(table, GAP * 0.7f);
    }

    private Image scaled(Image map) {
        map.scalePercent(scale * 100);
        return map;
    }

    private PdfPTable picture(Image image) {
        PdfPTable table = table(List.of(1f));
        PdfPCell cell = new PdfPCell(image, false);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        cell.setPaddingTop(4);
        table.addCell(cell);
        return table;
    }

    private PdfPTable legend(List<SheetMap.Entry> entries) {
        PdfPTable table = table(List.of(1f));
        Phrase all = new Phrase(13);
        for (SheetMap.Entry entry : entries) {
            all.add(new Chunk(maps.sign(entry.style()), 0, -1));
            all.addAll(SheetFonts.phrase(" " + entry.words() + "    ", Look.QUIET));
        }
        PdfPCell cell = cell(all, false);
        cell.setPaddingTop(4);
        cell.setLeading(13, 0);
        table.addCell(cell);
        return table;
    }

    private static PdfPTable nested(PdfPTable table) {
        table.setWidthPercentage(100);
        return table;
    }

    private PdfPTable line(String words, Look look) {
        PdfPTable table = table(List.of(1f));
        PdfPCell cell = cell(SheetFonts.phrase(words, look, scale), false);
        cell.setLeading(look.points() * scale * 1.4f, 0);
        cell.setPadding(0);
        table.addCell(cell);
        return table;
    }

    private PdfPCell cell(Phrase words, boolean number) {
        PdfPCell cell = new PdfPCell(words);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setBorderWidth(0.5f);
        cell.setRunDirection(direction());
        cell.setHorizontalAlignment(number ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        cell.setPadding(3);
        cell.setPaddingBottom(4);
        return cell;
    }

    private PdfPTable table(List<Float> widths) {
        float[] each = new float[widths.size()];
        for (int i = 0; i < each.length; i++) {
            each[i] = widths.get(i);
        }
        PdfPTable table = new PdfPTable(each);
        table.setWidthPercentage(100);
        table.setRunDirection(direction());
        return table;
    }

    private int direction() {
        return rightToLeft ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR;
    }

    private Sheet add(PdfPTable table, float before) {
        table.setSpacingBefore(before * scale);
        document.add(table);
        return this;
    }

    /** Ends the document; the stream stays open. */
    @Override
    public void close() {
        document.close();
    }
}
