package org.copse.server.layer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.copse.geoimport.DistrictCrs;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FeatureSink;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.ImportReport;
import org.copse.geoimport.ImportedLayer;
import org.copse.geoimport.LayerImport;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.LonLatExtent;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a file and stores it as a layer, in one transaction. */
@Component
class LayerWriter {
    private static final Set<LayerKind> STREAMED = EnumSet.of(LayerKind.INCIDENTS, LayerKind.ADDRESSES);

    private final LayerRepository layers;
    private final BackdropRepository backdrops;
    private final LayerDifferences differences;
    private final DataSource source;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    LayerWriter(
            LayerRepository layers,
            BackdropRepository backdrops,
            LayerDifferences differences,
            DataSource source,
            TransactionTemplate transactions,
            AuditLog audit) {
        this.layers = layers;
        this.backdrops = backdrops;
        this.differences = differences;
        this.source = source;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Imports a file; see {@link LayerStore#importFile(NewLayer, ImportWatch)}. */
    UUID write(NewLayer made, ImportWatch watch) {
        UUID id = UUID.randomUUID();
        if (STREAMED.contains(made.kind())) {
            transactions.executeWithoutResult(status -> stream(id, made, watch));
        } else {
            ImportedLayer read = LayerImport.read(made.request(), count -> goOnNowAndThen(watch, count));
            transactions.executeWithoutResult(status -> store(id, made, read, watch));
        }
        return id;
    }

    private void stream(UUID id, NewLayer made, ImportWatch watch) {
        fill(id, made, connection -> new BlockLoad(connection, id), watch, loading -> {
            RememberedRoles sink = new RememberedRoles(loading);
            ImportReport report = LayerImport.stream(made.request(), sink);
            return ReportJson.of(report, sink.roles);
        });
    }

    private void store(UUID id, NewLayer made, ImportedLayer read, ImportWatch watch) {
        fill(id, made, connection -> FeatureLoad.into(connection, id), watch, loading -> {
            for (Feature feature : read.features()) {
                loading.add(feature);
            }
            return ReportJson.of(read.report(), read.roles());
        });
        differences.store(id, read);
    }

    private void fill(UUID id, NewLayer made, Opening opening, ImportWatch watch, Filling filling) {
        layers.begin(id, made);
        Connection connection = DataSourceUtils.getConnection(source);
        try (FeatureLoad load = opening.open(connection)) {
            Loading loading = new Loading(load, watch);
            ReportJson report = filling.fill(loading);
            load.finish();
            layers.complete(
                    id,
                    made.name(),
                    load.count(),
                    loading.extent.envelope(),
                    metricCrs(loading.extent.envelope()),
                    report);
            audit.record(AuditEvent.of(AuditAction.LAYER_IMPORTED)
                    .on("layer", id.toString())
                    .detail(made.kind() + ", features: " + load.count())
                    .after(made.request().fileName() + " as " + made.name())
                    .because(made.origin().purpose())
                    .by(made.by()));
            report.tagReasons()
                    .forEach((column, reason) -> audit.record(AuditEvent.of(AuditAction.LAYER_TAGGED)
                            .on("layer", id.toString())
                            .detail("column " + column + ": ORDINARY, though it may be special")
                            .because(reason)
                            .by(made.by())));
        } catch (SQLException e) {
            throw new IllegalStateException("The features of " + made.request().fileName() + " cannot be stored", e);
        } catch (DuplicateKeyException e) {
            throw LayerStore.importedMeanwhile(made.name());
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
        Optional.ofNullable(made.backdrop()).ifPresent(role -> backdrops.insert(id, role));
    }

    private static @Nullable String metricCrs(Envelope extent) {
        return extent.isNull() ? null : DistrictCrs.forExtent(extent).code();
    }

    private static void goOnNowAndThen(ImportWatch watch, long read) {
        if (read % Loading.TELL_EVERY == 0) {
            goOn(watch, read);
        }
    }

    private static void goOn(ImportWatch watch, long read) {
        if (!watch.goesOn(read)) {
            throw new ImportCancelled(read);
        }
    }

    /** Opens a load on a connection. */
    private interface Opening {
        FeatureLoad open(Connection connection) throws SQLException;
    }

    /** Puts the features of one import into the load. */
    private interface Filling {
        ReportJson fill(Loading loading) throws SQLException;
    }

    /** A load that keeps the extent of what it takes, and tells how far it is. */
    private static final class Loading {
        private static final int TELL_EVERY = 1_000;

        private final FeatureLoad load;
        private final ImportWatch watch;
        private final LonLatExtent extent = new LonLatExtent();

        Loading(FeatureLoad load, ImportWatch watch) {
            this.load = load;
            this.watch = watch;
        }

        void add(Feature feature) throws SQLException {
            load.add(feature);
            extent.include(feature.geometry().getEnvelopeInternal());
            if (load.count() % TELL_EVERY == 0) {
                goOn(watch, load.count());
            }
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
