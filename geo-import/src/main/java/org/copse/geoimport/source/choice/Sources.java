package org.copse.geoimport.source.choice;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.Role;
import org.copse.geoimport.source.FeatureSource;
import org.copse.geoimport.source.file.Magic;
import org.copse.geoimport.source.file.OpenedFile;
import org.copse.geoimport.source.file.Part;
import org.copse.geoimport.source.flatgeobuf.FlatGeobufSource;
import org.copse.geoimport.source.geopackage.GeoPackageSource;
import org.copse.geoimport.source.json.GeoJsonSource;
import org.copse.geoimport.source.json.JsonText;
import org.copse.geoimport.source.json.TopoJsonSource;
import org.copse.geoimport.source.shape.DbfSource;
import org.copse.geoimport.source.shape.ShapefileSource;
import org.copse.geoimport.source.table.CsvSource;
import org.copse.geoimport.source.workbook.XlsxSource;
import org.copse.geoimport.source.xml.XmlSource;

/** Chooses the reader of a file by its content. */
public final class Sources {

    /** Files that go with a layer and are none themselves. */
    private static final Set<String> SIDE_FILES = Set.of(
            "shx", "prj", "cpg", "sbn", "sbx", "qix", "qpj", "qml", "qmd", "sld", "lyr", "xml", "pdf", "html", "htm",
            "md", "doc", "docx", "png", "jpg", "jpeg", "gif", "svg", "dae", "cst", "aux", "url", "lgpl");

    private static final List<Role> KEPT_AS_TEXT =
            List.of(Role.ID, Role.KEY, Role.NAME, Role.CATEGORY, Role.POSTCODE, Role.HOUSE_NUMBER, Role.DATE, Role.WKT);

    private Sources() {}

    /**
     * Opens the layer that {@code request} asks for.
     *
     * @throws ImportRefused when no part of the file is a layer, or several are and none is named
     */
    public static FeatureSource open(OpenedFile file, ImportRequest request) throws IOException {
        Part part = file.unwrapped(choose(file, request));
        Magic magic = Magic.of(part.path());
        return switch (magic) {
            case JSON ->
                new JsonText(part, request.limits()).isTopology()
                        ? TopoJsonSource.open(part, request)
                        : GeoJsonSource.open(part, request.limits());
            case XML -> XmlSource.open(part, request.limits(), textColumns(request));
            case SPREADSHEET -> XlsxSource.open(part, request, textColumns(request));
            case FLATGEOBUF -> FlatGeobufSource.open(part, request.limits());
            case TEXT -> CsvSource.open(part, request.limits(), request.reading(), textColumns(request));
            case SHAPEFILE -> shapefile(file, part, request);
            case GEOPACKAGE -> GeoPackageSource.open(part, request);
            case DBF -> DbfSource.open(file, part, request);
            default ->
                throw new ImportRefused(
                                RefusalCode.UNKNOWN_FORMAT, part.name(), "no reader knows this content (" + magic + ")")
                        .with("format", magic.name().toLowerCase(Locale.ROOT));
        };
    }

    private static FeatureSource shapefile(OpenedFile file, Part part, ImportRequest request) throws IOException {
        if (part.extension().equals("shx")) {
            throw new ImportRefused(
                    RefusalCode.PART_MISSING, part.name(), "the file is the index of a Shapefile; its .shp is missing");
        }
        return ShapefileSource.open(file, part, request);
    }

    private static Set<String> textColumns(ImportRequest request) {
        Set<String> columns = new HashSet<>();
        KEPT_AS_TEXT.forEach(role -> request.roles().find(role).ifPresent(columns::add));
        return columns;
    }

    private static Part choose(OpenedFile file, ImportRequest request) throws IOException {
        List<Part> parts = file.parts();
        if (parts.size() == 1) {
            return parts.get(0);
        }
        List<Part> layers = parts.stream()
                .filter(part -> !SIDE_FILES.contains(part.extension()))
                .filter(part -> !isTableOfShapefile(part, parts))
                .toList();
        if (layers.size() > 1) {
            List<Part> withoutNotes = layers.stream()
                    .filter(part -> !part.extension().equals("txt"))
                    .toList();
            layers = withoutNotes.isEmpty() ? layers : withoutNotes;
        }
        Optional<Part> mainOfKmz =
                layers.stream().filter(part -> part.name().equals("doc.kml")).findFirst();
        if (mainOfKmz.isPresent() && request.layer().isEmpty()) {
            return mainOfKmz.get();
        }
        if (request.layer().isPresent()) {
            String wanted = request.layer().get();
            List<Part> fitting = layers;
            return fitting.stream()
                    .filter(part -> part.stem().equals(wanted) || part.name().equals(wanted))
                    .findFirst()
                    .orElseGet(() -> onlyOne(fitting, file));
        }
        return onlyOne(layers, file);
    }

    private static Part onlyOne(List<Part> layers, OpenedFile file) {
        if (layers.isEmpty()) {
            throw new ImportRefused(
                    RefusalCode.PART_MISSING,
                    file.name(),
                    "the archive holds side files only: "
                            + file.parts().stream().map(Part::name).limit(5).toList(),
                    "Zip the .shp and .dbf of the layer together with them.");
        }
        if (layers.size() > 1) {
            throw ImportRefused.ambiguous(
                    file.name(),
                    "the archive holds " + layers.size() + " layers: "
                            + String.join(
                                    ", ",
                                    layers.stream().map(Part::stem).limit(20).toList()),
                    layers.stream().map(Part::stem).toList());
        }
        return layers.get(0);
    }

    private static boolean isTableOfShapefile(Part part, List<Part> parts) {
        return part.extension().equals("dbf")
                && parts.stream()
                        .anyMatch(other -> other.extension().equals("shp")
                                && other.folder().equals(part.folder())
                                && other.stem().equalsIgnoreCase(part.stem()));
    }
}
