package org.copse.geoimport.source.flatgeobuf;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.source.file.Part;
import org.jspecify.annotations.Nullable;

/**
 * The framing of a FlatGeobuf: magic, header, spatial index, features, each behind its length. A length is compared with
 * the bytes that are left before memory is spent on it.
 */
final class FlatGeobufFrames implements Closeable {
    private static final int MAGIC_BYTES = 8;
    private static final int LENGTH_BYTES = 4;
    private static final int INDEX_NODE_BYTES = 40;
    private static final int BYTES_PER_VERTEX = 32;
    private static final int FRAME_SLACK = 1 << 20;

    private final Part part;
    private final Limits limits;
    private final long size;
    private final DataInputStream in;
    private long at;

    FlatGeobufFrames(Part part, Limits limits) throws IOException {
        this.part = part;
        this.limits = limits;
        this.size = Files.size(part.path());
        this.in = new DataInputStream(new BufferedInputStream(part.open(), 1 << 16));
        try {
            skip(MAGIC_BYTES, "its first bytes");
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Returns the next header or feature, or null at the end of the file. */
    @Nullable
    ByteBuffer next() throws IOException {
        if (at == size) {
            return null;
        }
        if (size - at < LENGTH_BYTES) {
            throw broken("ends in the middle of a length");
        }
        long length = Integer.reverseBytes(in.readInt()) & 0xffffffffL;
        at += LENGTH_BYTES;
        if (length < LENGTH_BYTES || length > size - at) {
            throw broken("claims a part of " + length + " bytes where " + (size - at) + " are left");
        }
        long most = limits.of(Limit.VERTICES_PER_GEOMETRY) * BYTES_PER_VERTEX
                + limits.of(Limit.ATTRIBUTE_CHARACTERS) * 4
                + FRAME_SLACK;
        if (length > Math.min(most, Integer.MAX_VALUE - 16)) {
            throw limits.passed(Limit.VERTICES_PER_GEOMETRY, where());
        }
        byte[] bytes = new byte[(int) length];
        in.readFully(bytes);
        at += length;
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Passes over the spatial index.
     *
     * @param features that the header claims
     * @param nodeSize children of a node; 0 where there is no index
     */
    void skipIndex(long features, int nodeSize) throws IOException {
        if (nodeSize == 0 || features == 0) {
            return;
        }
        if (nodeSize < 2 || features < 0 || features > size) {
            throw broken("claims an index of " + features + " features with " + nodeSize + " to a node");
        }
        long nodes = features;
        for (long level = features; level > 1; ) {
            level = (level + nodeSize - 1) / nodeSize;
            nodes += level;
        }
        skip(nodes * INDEX_NODE_BYTES, "its index");
    }

    private void skip(long bytes, String what) throws IOException {
        if (bytes > size - at) {
            throw broken("is cut off in " + what);
        }
        in.skipNBytes(bytes);
        at += bytes;
    }

    /** Returns file and byte, for messages. */
    String where() {
        return part.name() + ", byte " + at;
    }

    ImportRefused broken(String what) {
        return new ImportRefused(RefusalCode.BROKEN_FILE, where(), "the FlatGeobuf " + what).with("position", at);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
