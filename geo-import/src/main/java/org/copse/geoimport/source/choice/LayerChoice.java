package org.copse.geoimport.source.choice;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.source.file.ForeignBytes;
import org.copse.geoimport.source.file.ForeignFormat;
import org.copse.geoimport.source.file.Magic;
import org.copse.geoimport.source.file.OpenedFile;
import org.copse.geoimport.source.file.Part;
import org.copse.geoimport.source.json.JsonKind;

/**
 * Which part of a file is the layer.
 *
 * @param file with one part or several
 * @param request which may name a layer
 */
record LayerChoice(OpenedFile file, ImportRequest request) {

    /** Files that go with a layer and are none themselves. */
    private static final Set<String> SIDE_FILES = Set.of(
            "shx", "prj", "cpg", "sbn", "sbx", "qix", "qpj", "qml", "qmd", "sld", "lyr", "lyrx", "qgs", "mxd", "xml",
            "xsd", "gfs", "pdf", "html", "htm", "md", "doc", "docx", "png", "jpg", "jpeg", "gif", "svg", "dae", "cst",
            "aux", "url", "lgpl");

    /**
     * Returns the part that is the layer, or all pages of it.
     *
     * @throws ImportRefused when no part is a layer, or several are and none is named
     */
    List<Part> parts() throws IOException {
        List<Part> parts = file.parts();
        Optional<ForeignFormat> foreign = file.isArchive()
                ? ForeignBytes.findIn(parts.stream().map(Part::name).toList())
                : Optional.empty();
        if (foreign.isPresent()) {
            throw foreign.get().refusal(file.name());
        }
        if (parts.size() == 1) {
            return parts;
        }
        List<Part> layers = layers(parts);
        Optional<String> wanted = request.layer();
        if (wanted.isPresent()) {
            Optional<Part> named = layers.stream()
                    .filter(part ->
                            part.stem().equals(wanted.get()) || part.name().equals(wanted.get()))
                    .findFirst();
            boolean byStem = named.isPresent() && !named.get().name().equals(wanted.get());
            if (named.isPresent() && !(byStem && sharesName(named.get(), layers))) {
                return List.of(named.get());
            }
            return List.of(onlyOne(layers));
        }
        Optional<Part> mainOfKmz =
                layers.stream().filter(part -> part.name().equals("doc.kml")).findFirst();
        if (mainOfKmz.isPresent()) {
            return List.of(mainOfKmz.get());
        }
        return layers.size() > 1 && arePages(layers) ? layers : List.of(onlyOne(layers));
    }

    private static List<Part> layers(List<Part> parts) {
        List<Part> layers = parts.stream()
                .filter(part -> !SIDE_FILES.contains(part.extension()))
                .filter(part -> !goesWith(part, "dbf", "shp", parts) && !goesWith(part, "mid", "mif", parts))
                .toList();
        List<Part> withoutNotes =
                layers.stream().filter(part -> !part.extension().equals("txt")).toList();
        if (!withoutNotes.isEmpty()) {
            return withoutNotes;
        }
        // Features that a service gave are often saved as .xml, like the metadata of other layers.
        List<Part> xml =
                parts.stream().filter(part -> part.extension().equals("xml")).toList();
        return xml.size() == 1 ? xml : layers;
    }

    private static boolean goesWith(Part part, String extension, String main, List<Part> parts) {
        return part.extension().equals(extension)
                && parts.stream()
                        .anyMatch(other -> other.extension().equals(main)
                                && other.folder().equals(part.folder())
                                && other.stem().equalsIgnoreCase(part.stem()));
    }

    /** Answers of one Esri service, asked for page by page. */
    private boolean arePages(List<Part> layers) throws IOException {
        for (Part part : layers) {
            boolean json = Magic.of(part.path()) == Magic.JSON;
            if (!json || JsonKind.of(part, request.limits()) != JsonKind.ESRI) {
                return false;
            }
        }
        return true;
    }

    private Part onlyOne(List<Part> layers) {
        if (layers.isEmpty()) {
            throw new ImportRefused(
                    RefusalCode.PART_MISSING,
                    file.name(),
                    "the archive holds side files only: "
                            + file.parts().stream().map(Part::name).limit(5).toList(),
                    "Zip the .shp and .dbf of the layer together with them.");
        }
        if (layers.size() > 1) {
            List<String> names = layers.stream()
                    .map(part -> sharesName(part, layers) ? part.name() : part.stem())
                    .toList();
            throw ImportRefused.ambiguous(
                    file.name(),
                    "the archive holds " + layers.size() + " layers: "
                            + String.join(", ", names.stream().limit(20).toList()),
                    names);
        }
        return layers.get(0);
    }

    private static boolean sharesName(Part part, List<Part> layers) {
        return layers.stream().filter(other -> other.stem().equals(part.stem())).count() > 1;
    }
}
