package org.copse.geoimport.source.file;

import java.util.Locale;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.RefusalCode;

/** What people send that is no layer for Copse, each with a way on. A closed list: its keys are stable. */
public enum ForeignFormat {
    RAR("a RAR archive", "Unpack it, and zip the layer's files."),
    SEVEN_ZIP("a 7-Zip archive", "Unpack it, and zip the layer's files."),
    TAR("a tar archive", "Unpack it, and zip the layer's files."),
    COMPRESSED("a file compressed in another way than zip or gzip", "Unpack it, and zip the layer's files."),
    LOCKED_ARCHIVE("a zip with a password", "Unpack it with the password, and zip the layer's files without one."),
    MAPINFO_TAB("a MapInfo TAB table", "In MapInfo export it as MIF/MID, or in QGIS save the layer as GeoPackage."),
    DWG(
            "an AutoCAD drawing (DWG)",
            "Ask for the layer from a map program, or save it as DXF and from QGIS as GeoPackage."),
    DXF("a drawing (DXF)", "Open it in QGIS, set its CRS, and save the layer as GeoPackage."),
    FILE_GEODATABASE("an Esri File Geodatabase", "In ArcGIS or QGIS export the layer as GeoPackage or Shapefile."),
    ACCESS("an Access data base", "Export the table as CSV or XLSX; a map layer in it as GeoPackage."),
    LOCKED_WORKBOOK(
            "a workbook with a password", "Open it with the password, take the password off, and save it again."),
    OLD_WORKBOOK("a workbook of Excel 97 to 2003 (.xls)", "Open it, and save it as XLSX or CSV."),
    BINARY_WORKBOOK("a binary workbook (.xlsb)", "Open it in Excel, and save it as XLSX or CSV."),
    XML_WORKBOOK("a workbook in the XML of Excel 2003", "Open it, and save it as XLSX or CSV."),
    HTML_PAGE(
            "a web page, whatever its name says",
            "Where it holds a table, open it in a spreadsheet, and save it as XLSX or CSV."),
    OPEN_DOCUMENT("an OpenDocument file", "Open it in LibreOffice, and save it as XLSX or CSV."),
    DOCUMENT("a document of a word processor", "Copy the table to a spreadsheet, and save it as XLSX or CSV."),
    PDF("a PDF", "Ask for the data behind it, as a map layer or a table."),
    PARQUET("a Parquet, Arrow or Avro file", "Convert it to GeoPackage or CSV, in QGIS or with ogr2ogr."),
    PICTURE("a picture", "Ask for the data behind it, as a map layer or a table."),
    RASTER("a raster, not areas or points", "In QGIS turn it into polygons, and save them as GeoPackage."),
    PROJECT(
            "a project or style of a map program, without the data",
            "Open it there, and export the layer as GeoPackage."),
    OPEN_STREET_MAP("OpenStreetMap's own format", "Open it in QGIS, and save the layer wanted as GeoPackage."),
    ARCINFO_EXPORT("an ArcInfo export file (E00)", "Open it in QGIS, and save the layer as GeoPackage."),
    ESRI_STEPS(
            "an answer whose positions are steps on a grid", "Ask the service again without quantizationParameters."),
    ESRI_PAGES("pages that are in different CRSs", "Ask for all pages with the same outSR.");

    private final String what;
    private final String whatToDo;

    ForeignFormat(String what, String whatToDo) {
        this.what = what;
        this.whatToDo = whatToDo;
    }

    /** Returns the stable key on the wire: {@code seven-zip}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the refusal of a file of this format.
     *
     * @param where file or entry
     */
    public ImportRefused refusal(String where) {
        return new ImportRefused(RefusalCode.OTHER_FORMAT, where, "this is " + what, whatToDo).with("format", key());
    }
}
