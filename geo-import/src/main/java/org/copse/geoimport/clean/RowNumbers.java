package org.copse.geoimport.clean;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.copse.geoimport.source.SourceFeature;

/**
 * Tells columns that only number rows, as databases and mapping programs add them, from columns that say which thing a row is about. A
 * row number changes with the next export, so it identifies nothing while anything better is there.
 */
final class RowNumbers {
    private static final Set<String> NAMES = Set.of(
            "objectid",
            "oid",
            "fid",
            "ogcfid",
            "gid",
            "rowid",
            "row",
            "rowno",
            "rownum",
            "rownumber",
            "index",
            "idx",
            "pk",
            "serial",
            "seq",
            "sequence",
            "lfdnr",
            "laufendenummer",
            "volgnummer",
            "numeroordre",
            "unnamed",
            "recno",
            "recordid",
            "globalid",
            "guid",
            "autonumber",
            "autoid");

    /** Such columns hold codes in one file and count rows in the next: their values tell. */
    private static final Set<String> EITHER = Set.of(
            "id", "key", "code", "nr", "no", "num", "nummer", "number", "numero", "uid", "identifier", "رقم", "معرف");

    /** Codes, but for those of the post, of colours and of currencies. */
    private static final Pattern CODE = Pattern.compile(
            "(?!(?:post|zip|plz|colo|curr).*|.*(?:postal|postcode|بريد|لون|عملة).*)"
                    + "(?:.*(?:code|kode|codes|cd|schluessel|schlussel)|code.*|رمز.+|.+رمز|.*(?:beat|wijk|ward|sector|area)(?:n[or]|number|nummer))");

    private RowNumbers() {}

    /** Returns whether a header says that the column holds codes. */
    static boolean isCode(String field) {
        return CODE.matcher(RoleNames.plain(field)).matches();
    }

    static boolean is(String field, List<SourceFeature> sample) {
        String plain = RoleNames.plain(field).replaceFirst("[0-9]+$", "");
        return NAMES.contains(plain) || (EITHER.contains(plain) && counts(field, sample));
    }

    /** Whether values go 0, 1, 2, … or 1, 2, 3, … with the rows. */
    private static boolean counts(String field, List<SourceFeature> sample) {
        long first = -1;
        for (int i = 0; i < sample.size(); i++) {
            Object value = sample.get(i).attributes().get(field);
            String text = value == null ? "" : value.toString().strip().replaceFirst("\\.0+$", "");
            if (!text.matches("[0-9]{1,9}")) {
                return false;
            }
            long number = Long.parseLong(text);
            first = i == 0 ? number : first;
            if (first > 1 || number != first + i) {
                return false;
            }
        }
        return sample.size() > 1;
    }
}
