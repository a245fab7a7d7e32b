package org.copse.geoimport.source.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.copse.geoimport.source.file.Magic;
import org.copse.geoimport.source.file.Part;

/**
 * JSON inside a script, as map programs write it for web pages: what stands before the first bracket and after the one
 * that closes it is passed over.
 */
final class ScriptText extends FilterInputStream {
    private static final int HEAD = 4096;
    private static final int REST = 1 << 16;
    private static final Pattern FURTHER = Pattern.compile("[=(]\\s*[{\\[]\\s*[\"{\\[]");

    private int depth;
    private boolean inText;
    private boolean escaped;
    private boolean ended;
    private String rest = "";

    private ScriptText(InputStream in) {
        super(in);
    }

    /** Returns the JSON of {@code part}, which may be wrapped in a script. */
    static InputStream unwrapped(Part part) throws IOException {
        byte[] head = Magic.head(part.path(), HEAD);
        int start = Magic.scriptBytesBeforeJson(new String(head, StandardCharsets.ISO_8859_1));
        InputStream in = part.open();
        if (start <= 0) {
            return in;
        }
        in.skipNBytes(start);
        return new ScriptText(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int read = super.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            see((char) (buffer[i] & 0xff));
            if (ended) {
                rest = new String(buffer, i + 1, offset + read - i - 1, StandardCharsets.ISO_8859_1)
                        + new String(in.readNBytes(REST), StandardCharsets.ISO_8859_1);
                return i - offset + 1;
            }
        }
        return read;
    }

    /** Returns whether the beginning of what follows the JSON assigns another object. */
    boolean holdsMore() {
        return ended && FURTHER.matcher(rest).find();
    }

    private void see(char c) {
        if (inText) {
            inText = escaped || c != '"';
            escaped = !escaped && c == '\\';
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if (c == '}' || c == ']') {
            depth--;
            ended = depth == 0;
        }
    }
}
