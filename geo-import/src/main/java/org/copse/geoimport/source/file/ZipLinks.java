package org.copse.geoimport.source.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Finds the entries of a zip that are symbolic links, which Java's own zip reader does not tell. */
final class ZipLinks {
    private static final int END_BYTES = 22;
    private static final int END_MAGIC = 0x06054b50;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int ENTRY_BYTES = 46;
    private static final int ENTRY_MAGIC = 0x02014b50;
    private static final int MADE_ON_UNIX = 3;
    private static final int LINK = 0xa000;
    private static final int FILE_TYPE = 0xf000;

    private ZipLinks() {}

    /** Returns the name of the first entry that is a link; empty where there is none, or the zip cannot be followed. */
    static Optional<String> findFirst(Path zip) throws IOException {
        try (FileChannel channel = FileChannel.open(zip, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer tail = read(channel, Math.max(0, size - END_BYTES - LONGEST_COMMENT), size);
            for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
                if (tail.getInt(at) == END_MAGIC) {
                    long length = tail.getInt(at + 12) & 0xffffffffL;
                    long start = size - tail.limit() + at - length;
                    return start < 0 || length > Integer.MAX_VALUE / 2
                            ? Optional.empty()
                            : find(read(channel, start, start + length));
                }
            }
            return Optional.empty();
        }
    }

    private static ByteBuffer read(FileChannel channel, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) (to - from)).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // A channel may give less than asked for.
        }
        return bytes.flip();
    }

    private static Optional<String> find(ByteBuffer directory) {
        int at = 0;
        while (at + ENTRY_BYTES <= directory.limit() && directory.getInt(at) == ENTRY_MAGIC) {
            int nameLength = directory.getShort(at + 28) & 0xffff;
            int next = at
                    + ENTRY_BYTES
                    + nameLength
                    + (directory.getShort(at + 30) & 0xffff)
                    + (directory.getShort(at + 32) & 0xffff);
            int mode = directory.getShort(at + 40) & 0xffff;
            boolean link = directory.get(at + 5) == MADE_ON_UNIX && (mode & FILE_TYPE) == LINK;
            if (link && at + ENTRY_BYTES + nameLength <= directory.limit()) {
                byte[] name = new byte[nameLength];
                directory.get(at + ENTRY_BYTES, name);
                return Optional.of(new String(name, StandardCharsets.UTF_8));
            }
            at = next;
        }
        return Optional.empty();
    }
}
