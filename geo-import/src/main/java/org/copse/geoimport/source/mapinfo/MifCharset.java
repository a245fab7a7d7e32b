package org.copse.geoimport.source.mapinfo;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.file.Magic;
import org.copse.geoimport.source.file.Part;
import org.copse.geoimport.source.file.TextEncoding;

/**
 * The encoding of a MIF and its MID: what the import states, else the Charset clause, unless the bytes contradict it.
 *
 * @param encoding to read with
 * @param stated by the clause
 * @param contradicted whether the bytes are not of the encoding that the clause states
 */
record MifCharset(TextEncoding encoding, String stated, boolean contradicted) {
    private static final int SAMPLE_BYTES = 1 << 20;
    private static final Pattern CLAUSE = Pattern.compile("(?i)charset\\s+\"([^\"]{0,40})\"");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("windowslatin1", "windows-1252"),
            Map.entry("windowslatin2", "windows-1250"),
            Map.entry("windowscyrillic", "windows-1251"),
            Map.entry("windowsgreek", "windows-1253"),
            Map.entry("windowsturkish", "windows-1254"),
            Map.entry("windowshebrew", "windows-1255"),
            Map.entry("windowsarabic", "windows-1256"),
            Map.entry("windowsbaltrim", "windows-1257"),
            Map.entry("windowsvietnamese", "windows-1258"),
            Map.entry("windowsthai", "x-windows-874"),
            Map.entry("windowskorean", "x-windows-949"),
            Map.entry("windowsjapanese", "windows-31j"),
            Map.entry("windowssimpchinese", "GBK"),
            Map.entry("windowstradchinese", "Big5"),
            Map.entry("utf-8", "UTF-8"),
            Map.entry("utf-16", "UTF-16"),
            Map.entry("iso8859_1", "ISO-8859-1"),
            Map.entry("iso8859_2", "ISO-8859-2"),
            Map.entry("codepage437", "IBM437"),
            Map.entry("codepage850", "IBM850"),
            Map.entry("codepage852", "IBM852"),
            Map.entry("macroman", "x-MacRoman"));

    static MifCharset of(Part mif, Optional<Part> mid, Optional<String> wanted) throws IOException {
        byte[] head = Magic.head(mif.path(), SAMPLE_BYTES);
        TextEncoding byBytes = TextEncoding.detect(head);
        if (wanted.isPresent()) {
            return new MifCharset(TextEncoding.stated(wanted.get(), mif.path()), "", false);
        }
        Matcher clause = CLAUSE.matcher(new String(head, 0, Math.min(head.length, 4096), StandardCharsets.ISO_8859_1));
        String stated = clause.find() ? clause.group(1) : "";
        // "Neutral" and names that are not known say nothing.
        boolean says = NAMES.containsKey(stated.toLowerCase(Locale.ROOT));
        Charset named = Charset.forName(NAMES.getOrDefault(stated.toLowerCase(Locale.ROOT), "windows-1252"));
        if (byBytes.bomBytes() > 0 || byBytes.charset().name().startsWith("UTF-16")) {
            return new MifCharset(byBytes, stated, false);
        }
        byte[] rows = mid.isPresent() ? Magic.head(mid.get().path(), SAMPLE_BYTES) : new byte[0];
        Charset agreed = TextEncoding.agreeing(TextEncoding.agreeing(named, head), rows);
        return new MifCharset(new TextEncoding(agreed, 0, true), stated, says && !agreed.equals(named));
    }

    void warn(SourceSink sink) {
        if (contradicted) {
            sink.warn(
                    WarningCode.ENCODING_CONTRADICTED,
                    "the Charset clause says \"" + stated + "\", but the bytes are "
                            + encoding.charset().name(),
                    Map.of("stated", stated, "found", encoding.charset().name()));
        }
    }
}
