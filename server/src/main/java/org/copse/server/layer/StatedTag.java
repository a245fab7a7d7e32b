package org.copse.server.layer;

import org.copse.geoimport.AttributeTag;
import org.copse.geoimport.AttributeTag.Measure;
import org.copse.geoimport.AttributeTag.Sensitivity;
import org.copse.geoimport.DataUse;
import org.jspecify.annotations.Nullable;

/**
 * What somebody states of a column.
 *
 * @param reason why it is so; wanted where a column may be of a special category and is ordinary
 */
public record StatedTag(Measure measure, Sensitivity sensitivity, @Nullable String reason) {
    public StatedTag {
        if (measure == null || sensitivity == null) {
            throw new IllegalArgumentException("measure or sensitivity is missing");
        }
    }

    /** Returns {@code use} with this stated of {@code column}. */
    public DataUse addTo(DataUse use, String column) {
        AttributeTag tag = new AttributeTag(measure, sensitivity);
        return reason == null ? use.with(column, tag) : use.with(column, tag, reason);
    }
}
