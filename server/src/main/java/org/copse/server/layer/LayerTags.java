package org.copse.server.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.copse.geoimport.AttributeTag;
import org.copse.geoimport.AttributeTag.Measure;
import org.copse.geoimport.AttributeTag.Sensitivity;
import org.copse.geoimport.ImportReport;
import org.copse.geoimport.clean.TagProposal;
import org.copse.geoimport.source.SourceFeature;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the columns of stored layers are: as the import found or was told, and as it was decided later. A column that may be of a
 * special category is special until somebody says, with a reason, that it is not.
 */
@Component
class LayerTags {
    private static final int SAMPLE = 500;

    private final LayerTagRepository tags;
    private final LayerRepository layers;
    private final FeatureRepository features;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    LayerTags(
            LayerTagRepository tags,
            LayerRepository layers,
            FeatureRepository features,
            TransactionTemplate transactions,
            AuditLog audit) {
        this.tags = tags;
        this.layers = layers;
        this.features = features;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Returns the report with the tags as they are now. Until a layer was looked at under the present list, all its columns are special. */
    ImportReport asDecided(UUID layer, ImportReport report) {
        Map<String, AttributeTag> now = new LinkedHashMap<>(report.tags());
        if (tags.isBefore(layer, TagProposal.LIST)) {
            report.fields()
                    .forEach(field -> now.put(
                            field,
                            new AttributeTag(
                                    now.getOrDefault(field, AttributeTag.PLAIN).measure(), Sensitivity.SPECIAL)));
        }
        Map<String, LayerTagRepository.Decided> decided = tags.list(layer);
        decided.forEach((field, one) ->
                now.put(field, new AttributeTag(one.tag().measure(), one.tag().sensitivity())));
        return report.tagged(now, reasons(report.tagReasons(), decided));
    }

    /** Returns the reasons that people gave. What the list of words found is said in English, and stands in the log alone. */
    static Map<String, String> reasons(Map<String, String> imported, Map<String, LayerTagRepository.Decided> decided) {
        Map<String, String> reasons = new LinkedHashMap<>(imported);
        decided.forEach((field, one) -> {
            if (one.by() != null) {
                reasons.put(field, Objects.requireNonNull(one.tag().reason()));
            }
        });
        return reasons;
    }

    /**
     * Decides what a column is.
     *
     * @param tag with a reason
     */
    void decide(Layer layer, String column, StatedTag tag, String by) {
        transactions.executeWithoutResult(status -> {
            tags.put(layer.id(), column, tag, by);
            audit.record(AuditEvent.of(AuditAction.LAYER_TAGGED)
                    .on("layer", layer.id().toString())
                    .detail("column " + column + ": " + tag.measure() + ", " + tag.sensitivity())
                    .because(tag.reason()));
        });
    }

    /** Looks again at the layers that were stored under an earlier list of words; each in a transaction of its own. */
    void lookAgain() {
        tags.listBefore(TagProposal.LIST)
                .forEach(layer -> transactions.executeWithoutResult(status -> {
                    if (tags.claim(layer, TagProposal.LIST)) {
                        lookAgain(layers.find(layer).orElseThrow());
                    }
                }));
    }

    private void lookAgain(Layer layer) {
        ImportReport report = ReportJson.read(layers.findReport(layer.id()).orElseThrow());
        List<SourceFeature> sample = features.sample(layer.id(), SAMPLE).stream()
                .map(feature -> SourceFeature.of(feature.row(), null, feature.attributes()))
                .toList();
        Map<String, LayerTagRepository.Decided> decided = tags.list(layer.id());
        TagProposal.of(report.fields(), sample, layer.roles(), layer.kind()).forEach((column, proposal) -> {
            AttributeTag before = report.tags().get(column);
            boolean reasoned = report.tagReasons().containsKey(column) || decided.containsKey(column);
            if (proposal.tag().special() && !reasoned && (before == null || !before.special())) {
                Measure measure = before == null ? proposal.tag().measure() : before.measure();
                tags.put(
                        layer.id(),
                        column,
                        new StatedTag(
                                measure, Sensitivity.SPECIAL, proposal.reason().what()),
                        null);
                audit.record(AuditEvent.of(AuditAction.LAYER_TAGGED)
                        .on("layer", layer.id().toString())
                        .detail("column " + column + ": " + measure + ", SPECIAL; " + proposal.reason())
                        .by("list of special words " + TagProposal.LIST));
            }
        });
    }
}
