package org.copse.geoimport.clean;

import org.copse.geoimport.Reason;
import org.copse.geoimport.Role;

/**
 * A column that was found for a role.
 *
 * @param field in the file's spelling
 * @param confidence 0..1; 1 where it was stated
 * @param reason for it
 */
public record RoleFinding(Role role, String field, double confidence, Reason reason) {
    /** The confidence from which a column is taken unless told otherwise; below, it is only proposed. */
    public static final double SURE = 0.5;

    public RoleFinding {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence + " is outside 0..1");
        }
    }

    /** Returns whether an import takes this column unless told otherwise. */
    public boolean sure() {
        return confidence >= SURE;
    }
}
