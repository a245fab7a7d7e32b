package org.copse.server.pdf;

import java.util.List;
import org.copse.server.drawing.MapDrawing;
import org.copse.server.drawing.MapStyle;

/**
 * A map on a sheet, with its title over it and its legend under it.
 *
 * @param title what it shows
 * @param drawing must show something
 * @param legend what its colours mean; may be empty
 */
public record SheetMap(String title, MapDrawing drawing, List<Entry> legend) {

    /** Copies the legend. */
    public SheetMap {
        legend = List.copyOf(legend);
    }

    /** A line of a legend. */
    public record Entry(MapStyle style, String words) {}
}
