package org.copse.geoimport.source.shape;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;

/**
 * The records of a .shp file, found by scanning; an index file is not needed, and is asked only where scanning breaks
 * off early. No length in the file is believed before it is compared with the bytes that are there.
 */
final class ShapeReader implements Closeable {
    private static final int HEADER_BYTES = 100;
    private static final int RECORD_HEADER_BYTES = 8;
    private static final int BYTES_PER_VERTEX = 40;

    private final FileChannel channel;
    private final Limits limits;
    private final String name;
    private final long size;
    private long[] offsets = new long[1024];
    private int count;
    private boolean toTheEnd;
    private boolean indexUsed;

    private ShapeReader(FileChannel channel, Limits limits, String name) throws IOException {
        this.channel = channel;
        this.limits = limits;
        this.name = name;
        this.size = channel.size();
    }

    /**
     * Opens a .shp file.
     *
     * @param index the .shx file, where there is one
     * @throws ImportRefused when the header is cut off
     */
    static ShapeReader open(Path shp, Optional<Path> index, Limits limits, String name) throws IOException {
        FileChannel channel = FileChannel.open(shp, StandardOpenOption.READ);
        try {
            ShapeReader reader = new ShapeReader(channel, limits, name);
            if (reader.size < HEADER_BYTES) {
                throw new ImportRefused(
                        RefusalCode.BROKEN_FILE, name, "the .shp has " + reader.size + " bytes, less than its header");
            }
            reader.scan();
            if (!reader.toTheEnd && index.isPresent()) {
                reader.readIndex(index.get());
            }
            return reader;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void scan() throws IOException {
        long at = HEADER_BYTES;
        while (at + RECORD_HEADER_BYTES <= size) {
            long content = bytes(at, RECORD_HEADER_BYTES).getInt(4) * 2L;
            if (content < 4 || at + RECORD_HEADER_BYTES + content > size) {
                return;
            }
            add(at);
            at += RECORD_HEADER_BYTES + content;
        }
        toTheEnd = at == size;
    }

    private void readIndex(Path shx) throws IOException {
        try (FileChannel indexChannel = FileChannel.open(shx, StandardOpenOption.READ)) {
            long entries = Math.max(0, (indexChannel.size() - HEADER_BYTES) / 8);
            if (entries <= count) {
                return;
            }
            limits.check(Limit.FEATURES, entries, name);
            count = 0;
            indexUsed = true;
            ByteBuffer entry = ByteBuffer.allocate(8);
            for (long i = 0; i < entries; i++) {
                entry.clear();
                indexChannel.read(entry, HEADER_BYTES + i * 8);
                add(entry.getInt(0) * 2L);
            }
        }
    }

    private void add(long offset) {
        limits.check(Limit.FEATURES, count + 1L, name);
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        offsets[count++] = offset;
    }

    /** Returns the number of records. */
    int count() {
        return count;
    }

    /** Returns whether records were found by scanning, up to the last byte. */
    boolean scannedToTheEnd() {
        return toTheEnd;
    }

    /** Returns whether the index file was needed. */
    boolean indexUsed() {
        return indexUsed;
    }

    /**
     * Returns the content of a record, little-endian, from its shape type on; or empty when it is cut off.
     *
     * @param record from 0
     */
    Optional<ByteBuffer> content(int record) throws IOException {
        long at = offsets[record];
        if (at < HEADER_BYTES || at + RECORD_HEADER_BYTES > size) {
            return Optional.empty();
        }
        long content = bytes(at, RECORD_HEADER_BYTES).getInt(4) * 2L;
        if (content < 4 || at + RECORD_HEADER_BYTES + content > size) {
            return Optional.empty();
        }
        limits.check(Limit.VERTICES_PER_GEOMETRY, content / BYTES_PER_VERTEX, name + ", record " + (record + 1));
        return Optional.of(bytes(at + RECORD_HEADER_BYTES, (int) content).order(ByteOrder.LITTLE_ENDIAN));
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // A channel may give less than asked for.
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
