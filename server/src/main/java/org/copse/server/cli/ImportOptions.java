package org.copse.server.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code copse import}: the choices of the preview page. */
final class ImportOptions {
    @Parameters(paramLabel = "FILE", description = "The file to import, packed or not. Its content says what it is.")
    Path file = Path.of("");

    @Option(
            names = "--as",
            paramLabel = "KIND",
            description = {
                "What the layer is about: units, population, worship, incidents, places, contact-points, neighbourhoods,"
                        + " barriers, crossings, areas-in-force, addresses, bases, surveys, backdrop. Without it the file is"
                        + " read, cleaned and reported as plain features."
            })
    @Nullable
    String kind;

    @Option(
            names = "--layer",
            paramLabel = "NAME",
            description = "Layer to read where the file has several. The preview lists them.")
    @Nullable
    String layer;

    @Option(
            names = "--crs",
            paramLabel = "EPSG:CODE",
            description = "CRS of the positions, over the file's own. Example: --crs EPSG:31370")
    @Nullable
    String crs;

    @Option(names = "--swap-axes", description = "The file has northing or latitude first.")
    boolean swapAxes;

    @Option(
            names = "--district",
            paramLabel = "W,S,E,N",
            description = {
                "Where the layer should lie, in degrees, so that a wrong CRS is noticed. Example: --district"
                        + " 4.2,50.7,4.6,51.0"
            })
    @Nullable
    String district;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Encoding of text, over what is detected. Example: --encoding windows-1252")
    @Nullable
    String encoding;

    @Option(
            names = "--delimiter",
            paramLabel = "CHARACTER",
            description = "Character between the fields of a table, or the word tab. Example: --delimiter ';'")
    @Nullable
    String delimiter;

    @Option(
            names = "--decimal",
            paramLabel = "SIGN",
            description = "Sign before fractions in a table, comma or point; the other one stands between thousands.")
    @Nullable
    String decimal;

    @Option(
            names = "--dates",
            paramLabel = "ORDER",
            description = "Order of dates in figures: day-first, month-first or year-first.")
    @Nullable
    String dates;

    @Option(names = "--fractions", description = "Counts of people with fractions are meant so: they are estimates.")
    boolean fractions;

    @Option(
            names = "--role",
            paramLabel = "ROLE=COLUMN",
            description = {
                "Column that plays a role; may be repeated. Roles not named are found from headers and values.",
                "Example: --role id=GSS_CODE --role population=POP"
            })
    Map<String, String> role = new LinkedHashMap<>();

    @Option(
            names = "--where",
            paramLabel = "COLUMN=VALUE",
            description = "Rows to take; may be repeated. Example: --where Year=2015")
    Map<String, String> where = new LinkedHashMap<>();

    @Option(
            names = "--tag",
            paramLabel = "COLUMN=TAG",
            description = {
                "What a column is: count, share, index or none, and ordinary or special; may be repeated.",
                "Example: --tag origin_code=none,ordinary"
            })
    Map<String, String> tag = new LinkedHashMap<>();

    @Option(
            names = "--tag-reason",
            paramLabel = "COLUMN=TEXT",
            description = {
                "Why a column that may be of a special category is ordinary; may be repeated.",
                "Example: --tag-reason V17=\"number of street lamps\""
            })
    Map<String, String> tagReason = new LinkedHashMap<>();

    @Option(
            names = "--mend",
            paramLabel = "METRES",
            description = "Close gaps and overlaps between areas up to this width. Example: --mend 0.5")
    @Nullable
    Double mend;

    @Option(
            names = "--limit",
            paramLabel = "LIMIT=NUMBER",
            description = {
                "Another bound; may be repeated. What is refused for a bound names it. Example: --limit"
                        + " seconds=7200"
            })
    Map<String, Long> limit = new LinkedHashMap<>();

    @Option(
            names = "--purpose",
            paramLabel = "TEXT",
            description = "What the layer is used for; needed for columns of special categories.")
    @Nullable
    String purpose;

    @Option(
            names = "--legal-basis",
            paramLabel = "TEXT",
            description = "Which law or decision allows that; needed for columns of special categories.")
    @Nullable
    String legalBasis;

    @Option(names = "--dry-run", description = "Say what would be imported, and store nothing.")
    boolean dryRun;

    @Option(names = "--json", description = "Write preview and report as one JSON object.")
    boolean json;
}
