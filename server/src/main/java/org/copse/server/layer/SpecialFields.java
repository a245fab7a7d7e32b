package org.copse.server.layer;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.copse.geoimport.AttributeTag;
import org.copse.geoimport.ImportReport;
import org.copse.geoimport.LayerKind;
import org.copse.server.permission.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * What an account sees of layers. Places of worship are only for {@link Permission#LAYER_READ_SPECIAL}: for others such a layer is not
 * there. Of the attributes, others see those that are tagged as ordinary and those without a tag that have a role (a name, a number of
 * residents); of a layer about people no other column, since any that nobody explained may be about origin or religion.
 */
final class SpecialFields {
    private static final Set<LayerKind> ABOUT_PEOPLE = EnumSet.of(
            LayerKind.UNITS,
            LayerKind.POPULATION,
            LayerKind.SURVEYS,
            LayerKind.NEIGHBOURHOODS,
            LayerKind.AREAS_IN_FORCE,
            LayerKind.PLAIN);

    private final boolean permitted;

    private SpecialFields(boolean permitted) {
        this.permitted = permitted;
    }

    /** Returns what somebody who is signed in sees. */
    static SpecialFields of(@Nullable Authentication account) {
        return new SpecialFields(Permission.LAYER_READ_SPECIAL.isHeldBy(account));
    }

    /** Returns whether the layer is there for the account. */
    boolean sees(Layer layer) {
        return permitted || layer.kind() != LayerKind.WORSHIP;
    }

    /** Returns whether the account's reading of the layer's features is a sensitive read, which is recorded. */
    boolean isSensitive(Layer layer) {
        return permitted && (layer.kind() == LayerKind.WORSHIP || ABOUT_PEOPLE.contains(layer.kind()));
    }

    /**
     * Returns what the account sees of each feature's attributes.
     *
     * @param report of the layer's import, which has the columns' tags
     */
    UnaryOperator<Map<String, Object>> attributes(Layer layer, ImportReport report) {
        if (permitted) {
            return UnaryOperator.identity();
        }
        Set<String> hidden = new HashSet<>(report.fields());
        report.tags().forEach((column, tag) -> {
            if (!tag.special()) {
                hidden.remove(column);
            }
        });
        if (!ABOUT_PEOPLE.contains(layer.kind())) {
            hidden.retainAll(report.tags().keySet());
        }
        layer.roles().fields().values().stream()
                .filter(column ->
                        !report.tags().getOrDefault(column, AttributeTag.PLAIN).special())
                .forEach(hidden::remove);
        return attributes -> {
            Map<String, Object> visible = new LinkedHashMap<>(attributes);
            visible.keySet().removeAll(hidden);
            return visible;
        };
    }

    /** Returns the report as the account sees it: without examples, which quote values, where those may be special. */
    ImportReport visible(Layer layer, ImportReport report) {
        boolean special = report.tags().values().stream().anyMatch(AttributeTag::special);
        if (permitted || (!special && !ABOUT_PEOPLE.contains(layer.kind()) && !IncidentPoints.isOf(layer))) {
            return report;
        }
        return report.withoutExamples();
    }
}
