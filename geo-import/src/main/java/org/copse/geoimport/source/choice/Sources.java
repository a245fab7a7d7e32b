package org.copse.geoimport.source.choice;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.Role;
import org.copse.geoimport.source.FeatureSource;
import org.copse.geoimport.source.file.ForeignBytes;
import org.copse.geoimport.source.file.ForeignFormat;
import org.copse.geoimport.source.file.Magic;
import org.copse.geoimport.source.file.OpenedFile;
import org.copse.geoimport.source.file.Part;
import org.copse.geoimport.source.flatgeobuf.FlatGeobufSource;
import org.copse.geoimport.source.geopackage.GeoPackageSource;
import org.copse.geoimport.source.json.ErrorAnswer;
import org.copse.geoimport.source.json.EsriSource;
import org.copse.geoimport.source.json.GeoJsonSource;
import org.copse.geoimport.source.json.JsonKind;
import org.copse.geoimport.source.json.TopoJsonSource;
import org.copse.geoimport.source.mapinfo.MifSource;
import org.copse.geoimport.source.shape.DbfSource;
import org.copse.geoimport.source.shape.ShapefileSource;
import org.copse.geoimport.source.table.CsvSource;
import org.copse.geoimport.source.workbook.XlsxSource;
import org.copse.geoimport.source.xml.XmlSource;

/** Chooses the reader of a file by its content. */
public final class Sources {

    private static final List<Role> KEPT_AS_TEXT =
            List.of(Role.ID, Role.KEY, Role.NAME, Role.CATEGORY, Role.POSTCODE, Role.HOUSE_NUMBER, Role.DATE, Role.WKT);

    private Sources() {}

    /**
     * Opens the layer that {@code request} asks for.
     *
     * @throws ImportRefused when no part of the file is a layer, or several are and none is named
     */
    public static FeatureSource open(OpenedFile file, ImportRequest request) throws IOException {
        List<Part> chosen = new LayerChoice(file, request).parts();
        Part part = file.unwrapped(chosen.get(0));
        Magic magic = Magic.of(part.path());
        Optional<ForeignFormat> foreign = ForeignBytes.find(part.path());
        if (foreign.isPresent()) {
            throw foreign.get().refusal(part.name());
        }
        return switch (magic) {
            case JSON -> json(chosen, part, request);
            case XML -> XmlSource.open(part, request.limits(), textColumns(request));
            case SPREADSHEET -> XlsxSource.open(part, request, textColumns(request));
            case FLATGEOBUF -> FlatGeobufSource.open(part, request.limits());
            case TEXT -> CsvSource.open(part, request.limits(), request.reading(), textColumns(request));
            case MIF_TEXT -> MifSource.open(file, part, request);
            case SHAPEFILE -> shapefile(file, part, request);
            case GEOPACKAGE -> GeoPackageSource.open(part, request);
            case DBF -> DbfSource.open(file, part, request);
            case BINARY ->
                throw new ImportRefused(
                                RefusalCode.UNKNOWN_FORMAT, part.name(), "no reader knows the bytes it begins with")
                        .with("format", "binary");
        };
    }

    private static FeatureSource json(List<Part> pages, Part part, ImportRequest request) throws IOException {
        return switch (JsonKind.of(part, request.limits())) {
            case TOPOJSON -> TopoJsonSource.open(part, request);
            case ESRI -> EsriSource.open(pages.size() > 1 ? pages : List.of(part), request.limits());
            case ERROR -> throw ErrorAnswer.refusal(part, request.limits());
            case GEOJSON -> GeoJsonSource.open(part, request.limits());
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
}
