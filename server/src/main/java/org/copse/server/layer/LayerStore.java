package org.copse.server.layer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.copse.geoimport.DistrictCrs;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FeatureSink;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.ImportReport;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.ImportedLayer;
import org.copse.geoimport.LayerImport;
import org.copse.geoimport.LayerKind;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Stores layers and hands them out. A layer is stored whole or not at all. */
@Service
public class LayerStore {
    private static final Set<LayerKind> STREAMED = EnumSet.of(LayerKind.INCIDENTS, LayerKind.ADDRESSES);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LayerRepository layers;
    private final FeatureRepository features;
    private final BackdropRepository backdrops;
    private final DataSource source;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    LayerStore(
            LayerRepository layers,
            FeatureRepository features,
            BackdropRepository backdrops,
            DataSource source,
            TransactionTemplate transactions,
            AuditLog audit) {
        this.layers = layers;
        this.features = features;
        this.backdrops = backdrops;
        this.source = source;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Imports a file as the next version of the layer of this kind and name. Incidents and addresses are streamed: memory does not
     * grow with them.
     *
     * @param by the account that imports
     * @throws org.copse.geoimport.ImportRefused when the file is refused; nothing is stored then
     */
    public Layer importFile(ImportRequest request, String name, LayerOrigin origin, String by) {
        if (STREAMED.contains(request.kind())) {
            return store(request.kind(), name, request.fileName(), origin, by, load -> stream(request, load));
        }
        ImportedLayer layer = LayerImport.read(request);
        return store(request.kind(), name, request.fileName(), origin, by, load -> {
            for (Feature feature : layer.features()) {
                load.add(feature);
            }
            return ReportJson.of(layer.report(), layer.roles());
        });
    }

    /**
     * Imports a file as above, to be drawn behind the map: public, unlike every other layer.
     *
     * @param request for a backdrop
     */
    public Layer importBackdrop(ImportRequest request, BackdropRole role, String name, LayerOrigin origin, String by) {
        if (request.kind() != LayerKind.BACKDROP) {
            throw new IllegalArgumentException("a layer of " + request.kind() + " cannot be drawn behind the map");
        }
        return Optional.ofNullable(transactions.execute(status -> {
                    Layer layer = importFile(request, name, origin, by);
                    backdrops.insert(layer.id(), role);
                    return layer;
                }))
                .orElseThrow();
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

    /** Returns the layer with its features in memory, as its import read it. */
    public ImportedLayer load(UUID id) {
        Layer layer = layers.find(id).orElseThrow(() -> new IllegalArgumentException("There is no layer " + id));
        ImportReport report = findReport(id).orElseThrow();
        List<Feature> all = new ArrayList<>(layer.features());
        features.forEach(id, null, all::add);
        return new ImportedLayer(layer.kind(), all, layer.roles(), report);
    }

    /** Returns the report of a layer's import. */
    public Optional<ImportReport> findReport(UUID id) {
        return layers.findReport(id).map(json -> JSON.readValue(json, ImportReport.class));
    }

    /** Hands over the layer's features one by one, in the order of the file; memory stays bounded. */
    public void forEachFeature(UUID id, Consumer<Feature> taker) {
        features.forEach(id, null, taker);
    }

    private static ReportJson stream(ImportRequest request, Loading load) {
        RememberedRoles sink = new RememberedRoles(load);
        ImportReport report = LayerImport.stream(request, sink);
        return ReportJson.of(report, sink.roles);
    }

    private Layer store(LayerKind kind, String name, String fileName, LayerOrigin origin, String by, Filling filling) {
        UUID id = UUID.randomUUID();
        transactions.executeWithoutResult(status -> {
            layers.begin(id, kind, name, fileName, origin, by);
            Connection connection = DataSourceUtils.getConnection(source);
            try (FeatureLoad load =
                    STREAMED.contains(kind) ? new BlockLoad(connection, id) : FeatureLoad.into(connection, id)) {
                Loading loading = new Loading(load);
                ReportJson report = filling.fill(loading);
                load.finish();
                layers.complete(id, load.count(), loading.extent, metricCrs(loading.extent), report);
                audit.record(AuditEvent.of(AuditAction.LAYER_IMPORTED)
                        .on("layer", id.toString())
                        .detail(kind + ", features: " + load.count())
                        .after(fileName + " as " + name)
                        .because(origin.purpose())
                        .by(by));
            } catch (SQLException e) {
                throw new IllegalStateException("The features of " + fileName + " cannot be stored", e);
            } finally {
                DataSourceUtils.releaseConnection(connection, source);
            }
        });
        return layers.find(id).orElseThrow();
    }

    private static @Nullable String metricCrs(Envelope extent) {
        return extent.isNull() ? null : DistrictCrs.forExtent(extent).code();
    }

    /** Puts the features of one import into the load. */
    private interface Filling {
        ReportJson fill(Loading load) throws SQLException;
    }

    /** A load that keeps the extent of what it takes. */
    private static final class Loading {
        private final FeatureLoad load;
        private final Envelope extent = new Envelope();

        Loading(FeatureLoad load) {
            this.load = load;
        }

        void add(Feature feature) throws SQLException {
            load.add(feature);
            extent.expandToInclude(feature.geometry().getEnvelopeInternal());
        }
    }

    private static final class RememberedRoles implements FeatureSink {
        private final Loading load;
        private FieldRoles roles = FieldRoles.none();

        RememberedRoles(Loading load) {
            this.load = load;
        }

        @Override
        public void begin(FieldRoles detected) {
            roles = detected;
        }

        @Override
        public void accept(Feature feature) {
            try {
                load.add(feature);
            } catch (SQLException e) {
                throw new IllegalStateException("Feature " + feature + " cannot be stored", e);
            }
        }
    }
}
