package org.copse.server.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import java.util.Map;
import org.copse.server.pdf.SheetFonts.Look;
import org.copse.server.words.Words;

/** The foot of each page: the title, and the page's number. */
final class SheetFoot extends PdfPageEventHelper {
    private static final float HEIGHT = 26;

    private final Words words;
    private final String title;

    SheetFoot(Words words, String title) {
        this.words = words;
        this.title = title;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        boolean rightToLeft = words.language().isRightToLeft();
        float left = document.left();
        float right = document.right();
        String page = words.say("print.page", Map.of("n", words.number(writer.getPageNumber(), 0)));
        write(writer, title, rightToLeft ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT, rightToLeft ? right : left);
        write(writer, page, rightToLeft ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT, rightToLeft ? left : right);
    }

    private void write(PdfWriter writer, String text, int alignment, float x) {
        ColumnText.showTextAligned(
                writer.getDirectContent(),
                alignment,
                SheetFonts.phrase(text, Look.QUIET),
                x,
                HEIGHT,
                0,
                words.language().isRightToLeft() ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR,
                0);
    }
}
