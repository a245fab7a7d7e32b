package org.copse.geoimport.source.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.source.file.TextEncoding;

/**
 * The text of an XML document, decoded strictly by its byte order mark, else by its declaration, else as UTF-8. The JDK's
 * parser could do it, and would print bytes that it cannot decode on the error stream of the process.
 */
final class XmlEncoding {
    private static final int HEAD_BYTES = 512;
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    private XmlEncoding() {}

    /**
     * Returns the characters of {@code in}, without a byte order mark.
     *
     * @throws ImportRefused when the declared encoding is not known
     */
    static Reader decode(InputStream in, String file) throws IOException {
        byte[] head = in.readNBytes(HEAD_BYTES);
        TextEncoding byBytes = TextEncoding.detect(head);
        boolean wide = !byBytes.charset().equals(StandardCharsets.UTF_8) && byBytes.certain();
        Charset charset = wide || byBytes.bomBytes() > 0 ? byBytes.charset() : declared(head, file);
        int skip = byBytes.bomBytes();
        InputStream whole = new SequenceInputStream(
                new java.io.ByteArrayInputStream(head, skip, Math.max(0, head.length - skip)), in);
        return new InputStreamReader(
                whole,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Charset declared(byte[] head, String file) {
        Matcher declaration = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        if (!declaration.find()) {
            return StandardCharsets.UTF_8;
        }
        String name = declaration.group(1);
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new ImportRefused(
                            RefusalCode.BAD_ENCODING, file, "the XML declares the encoding \"" + name + "\", not known")
                    .with("encoding", name);
        }
    }
}
