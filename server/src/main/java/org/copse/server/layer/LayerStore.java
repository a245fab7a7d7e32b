package org.copse.server.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.copse.geoimport.Feature;
import org.copse.geoimport.ImportReport;
import org.copse.geoimport.ImportedLayer;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.LonLatBox;
import org.copse.geoimport.LonLatExtent;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores layers and hands them out. A layer is stored whole or not at all. */
@Service
public class LayerStore {
    private final LayerWriter writer;
    private final LayerRepository layers;
    private final FeatureRepository features;
    private final LayerDifferences differences;
    private final LayerTags tags;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    LayerStore(
            LayerWriter writer,
            LayerRepository layers,
            FeatureRepository features,
            LayerDifferences differences,
            LayerTags tags,
            TransactionTemplate transactions,
            AuditLog audit) {
        this.writer = writer;
        this.layers = layers;
        this.features = features;
        this.differences = differences;
        this.tags = tags;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Imports a file as the next version of the layer of this kind and name. Incidents and addresses are streamed: memory does not
     * grow with them. Joins the caller's transaction, where there is one.
     *
     * @param watch told how far it is; may end it
     * @throws org.copse.geoimport.ImportRefused when the file is refused; nothing is stored then
     * @throws ImportCancelled when {@code watch} ended it; nothing is stored then
     */
    public Layer importFile(NewLayer made, ImportWatch watch) {
        return layers.find(writer.write(made, watch)).orElseThrow();
    }

    static ProblemException importedMeanwhile(String name) {
        return new ProblemException(
                ProblemType.CONFLICT,
                "Another import made a version of the layer \"" + name + "\" at the same moment. Import again.");
    }

    /** Deletes a layer. @throws org.springframework.dao.DataIntegrityViolationException when something rests on it */
    void delete(Layer layer) {
        transactions.executeWithoutResult(status -> {
            layers.delete(layer.id());
            audit.record(AuditEvent.of(AuditAction.LAYER_DELETED)
                    .on("layer", layer.id().toString())
                    .detail(layer.kind() + ", features: " + layer.features() + ", version " + layer.version())
                    .before(layer.name()));
        });
    }

    /** Returns a layer. */
    public Optional<Layer> find(UUID id) {
        return layers.find(id);
    }

    /** Returns the latest version of the layer of this kind and name. */
    public Optional<Layer> findLatest(LayerKind kind, String name) {
        return layers.findLatest(kind, name);
    }

    /** Returns all layers, the latest version of each first. */
    public List<Layer> list() {
        return layers.list();
    }

    /** Returns what versions after that of a layer changed, in their order; empty when it is the latest. */
    public List<NewerVersion> listNewer(Layer layer) {
        return differences.listNewer(layer);
    }

    /** Returns the layer with its features in memory, as its import read it. */
    public ImportedLayer load(UUID id) {
        Layer layer = layers.find(id).orElseThrow(() -> new IllegalArgumentException("There is no layer " + id));
        ImportReport report = findReport(id).orElseThrow();
        List<Feature> all = new ArrayList<>(layer.features());
        features.forEach(id, null, all::add);
        return new ImportedLayer(layer.kind(), all, layer.roles(), report);
    }

    /** Returns where the stored units lie, as which other layers are compared with; empty while there are none. */
    public Optional<LonLatBox> findDistrict() {
        LonLatExtent extent = new LonLatExtent();
        layers.list().stream()
                .filter(layer -> layer.kind() == LayerKind.UNITS)
                .forEach(layer -> extent.include(layer.extent()));
        return Optional.of(extent.envelope()).filter(box -> !box.isNull()).map(LonLatBox::of);
    }

    /** Returns the report of a layer's import, with its columns' tags as they are now. */
    public Optional<ImportReport> findReport(UUID id) {
        return layers.findReport(id).map(json -> tags.asDecided(id, ReportJson.read(json)));
    }

    /** Hands over the layer's features one by one, in the order of the file; memory stays bounded. */
    public void forEachFeature(UUID id, Consumer<Feature> taker) {
        forEachFeature(id, null, taker);
    }

    /**
     * Hands over the features that may touch a box, in the order of the file.
     *
     * @param box WGS 84; null for all features
     */
    void forEachFeature(UUID id, @Nullable Envelope box, Consumer<Feature> taker) {
        features.forEach(id, box, taker);
    }
}
