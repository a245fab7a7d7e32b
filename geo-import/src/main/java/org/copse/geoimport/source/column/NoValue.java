package org.copse.geoimport.source.column;

import java.util.Locale;
import java.util.Set;

/** How people write that there is no value. */
public final class NoValue {
    private static final Set<String> SPELLINGS = Set.of(
            "n/a",
            "na",
            "n.a.",
            "n.a",
            "#n/a",
            "#nv",
            "#na",
            "nan",
            "null",
            "none",
            "nil",
            "-",
            "--",
            "---",
            "–",
            "—",
            ".",
            "..",
            "...",
            "…",
            "*",
            "?",
            "missing",
            "unknown",
            "not available",
            "not applicable",
            "no data",
            "nvt",
            "n.v.t.",
            "nb",
            "n.b.",
            "onbekend",
            "geen",
            "geen gegevens",
            "inconnu",
            "nc",
            "n.c.",
            "nd",
            "n.d.",
            "ns",
            "s.o.",
            "sans objet",
            "non disponible",
            "k.a.",
            "k. a.",
            "ka",
            "keine angabe",
            "unbekannt",
            "entfällt",
            "غير متوفر",
            "غير معروف",
            "لا يوجد",
            "لا شيء");

    private NoValue() {}

    /** Returns whether {@code text} says that there is no value. */
    public static boolean is(String text) {
        return SPELLINGS.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
