package org.copse.server.pdf;

import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.copse.server.drawing.MapDrawing;
import org.copse.server.drawing.MapFrame;
import org.copse.server.drawing.MapStyle;
import org.copse.server.drawing.Palette;
import org.copse.server.drawing.ScaleBar;
import org.copse.server.pdf.SheetFonts.Look;
import org.copse.server.words.Words;

/** Draws maps and the signs of their legends as images of lines and areas, which stay sharp at any size. */
final class MapCells {
    private static final double SCALE_SHARE = 0.25;
    private static final double KILOMETRE = 1000;
    private static final float EDGE = 8;

    private final PdfWriter writer;
    private final Words words;
    private final int direction;

    MapCells(PdfWriter writer, Words words) {
        this.writer = writer;
        this.words = words;
        this.direction = words.language().isRightToLeft() ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR;
    }

    /** Returns a map with names, scale and north. */
    Image map(MapDrawing drawing, float width, float height) {
        MapFrame frame = drawing.frame(width, height);
        PdfTemplate template = writer.getDirectContent().createTemplate(width, height);
        Graphics2D graphics = template.createGraphicsShapes(width, height);
        drawing.draw(graphics, frame);
        ScaleBar scale = ScaleBar.of(frame, SCALE_SHARE);
        drawFurniture(graphics, frame, scale);
        graphics.dispose();
        for (MapDrawing.Label label : drawing.labels(frame, name -> SheetFonts.width(name, Look.ON_MAP))) {
            write(template, label.words(), label.x(), label.y() + Look.ON_MAP.points() * 0.35, height);
        }
        write(template, length(scale.metres()), EDGE + scale.points() / 2, height - EDGE - 6, height);
        write(template, words.say("print.north"), width - EDGE - 4, EDGE + 20, height);
        return image(template);
    }

    private String length(double metres) {
        return metres >= KILOMETRE
                ? words.say("unit.kilometres", Map.of("n", words.number(metres / KILOMETRE, 0)))
                : words.say("unit.metres", Map.of("n", words.number(metres, 0)));
    }

    private static void drawFurniture(Graphics2D graphics, MapFrame frame, ScaleBar scale) {
        Color ink = Palette.light().colour("map-ink");
        graphics.setColor(ink);
        graphics.setStroke(MapStyle.line(ink, 1).stroke());
        double bottom = frame.height() - EDGE;
        Path2D bar = new Path2D.Double();
        bar.moveTo(EDGE, bottom - 4);
        bar.lineTo(EDGE, bottom);
        bar.lineTo(EDGE + scale.points(), bottom);
        bar.lineTo(EDGE + scale.points(), bottom - 4);
        graphics.draw(bar);
        double right = frame.width() - EDGE;
        Path2D north = new Path2D.Double();
        north.moveTo(right - 8, EDGE + 12);
        north.lineTo(right - 4, EDGE);
        north.lineTo(right, EDGE + 12);
        north.closePath();
        graphics.fill(north);
        graphics.setColor(Palette.light().colour("line-strong"));
        graphics.setStroke(MapStyle.line(ink, 0.5).stroke());
        graphics.draw(new Rectangle2D.Double(0.25, 0.25, frame.width() - 0.5, frame.height() - 0.5));
    }

    private void write(PdfContentByte content, String text, double x, double fromTop, float height) {
        ColumnText.showTextAligned(
                content,
                Element.ALIGN_CENTER,
                SheetFonts.phrase(text, Look.ON_MAP),
                (float) x,
                (float) (height - fromTop),
                0,
                direction,
                0);
    }

    /** Returns the sign that stands before a line of a legend. */
    Image sign(MapStyle style) {
        float width = 14;
        float height = 8;
        PdfTemplate template = writer.getDirectContent().createTemplate(width, height);
        Graphics2D graphics = template.createGraphicsShapes(width, height);
        if (style.fill() != null) {
            graphics.setColor(style.fill());
            graphics.fill(new Rectangle2D.Double(0, 0, width, height));
        }
        if (style.line() != null) {
            graphics.setColor(style.line());
            graphics.setStroke(style.stroke());
            Path2D line = new Path2D.Double();
            line.moveTo(0, height / 2);
            line.lineTo(width, height / 2);
            graphics.draw(style.fill() == null ? line : new Rectangle2D.Double(0.5, 0.5, width - 1, height - 1));
        }
        graphics.dispose();
        return image(template);
    }

    private static Image image(PdfTemplate template) {
        return Image.getInstance(template);
    }
}
