package org.copse.geoimport.source.xml;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * Walks the elements of an XML document from first to last.
 *
 * <p>A document type declaration ends the import: with none there are no entities, and no other file is ever read. Depth,
 * the length of a text and the size of a tag are bounded.
 */
public final class XmlCursor implements Closeable {
    private static final int BYTES_READ_AHEAD = 1 << 17;

    private final TagBudget bytes;
    private final XMLStreamReader reader;
    private final Limits limits;
    private final String file;
    private int depth;

    /**
     * Begins before the first element.
     *
     * @param in closed with this
     * @param file for messages
     */
    public XmlCursor(InputStream in, Limits limits, String file) throws IOException {
        this.limits = limits;
        this.file = file;
        this.bytes = new TagBudget(in);
        try {
            this.reader = factory().createXMLStreamReader(XmlEncoding.decode(bytes, file));
        } catch (XMLStreamException e) {
            in.close();
            throw broken(e);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("a reference to another file: " + systemId);
        });
        return factory;
    }

    /** Moves to the next start of an element, or end of one; returns false after the last. */
    public boolean next() throws IOException {
        while (true) {
            int event = event();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                limits.check(Limit.NESTING, depth, where());
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
    }

    private int event() throws IOException {
        try {
            if (!reader.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            int event = reader.next();
            bytes.eventDone();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new ImportRefused(
                        RefusalCode.UNSAFE_XML, where(), "the XML declares a document type or refers to an entity");
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken(e);
        } catch (ImportRefused e) {
            throw e;
        } catch (RuntimeException e) {
            // The parser of the JDK meets some malformed input with unchecked exceptions.
            throw new ImportRefused(RefusalCode.BROKEN_FILE, where(), "the XML cannot be read");
        }
    }

    /** Returns whether the cursor is at the start of an element, not at its end. */
    public boolean atStart() {
        return reader.isStartElement();
    }

    /** Returns the element's name without prefix. */
    public String name() {
        return reader.getLocalName();
    }

    /** Returns whether the cursor is at the start of an element of this name. */
    public boolean atStartOf(String element) {
        return atStart() && name().equals(element);
    }

    /** Returns the value of an attribute without regard to its prefix, or null. */
    @Nullable
    public String attribute(String attribute) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(attribute)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Returns the number of elements around the cursor, the current one counted at its start. */
    public int depth() {
        return depth;
    }

    /** Returns the element's own text and that of elements in it, and moves to the element's end. */
    public String text() throws IOException {
        return text(limits.of(Limit.ATTRIBUTE_CHARACTERS), Limit.ATTRIBUTE_CHARACTERS);
    }

    /**
     * As {@link #text()}, with a bound of its own.
     *
     * @param characters at most
     * @param limit named when there are more
     */
    public String text(long characters, Limit limit) throws IOException {
        StringBuilder text = new StringBuilder();
        int open = 1;
        while (open > 0) {
            int event = event();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open++;
                    limits.check(Limit.NESTING, depth + open, where());
                }
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                case XMLStreamConstants.END_DOCUMENT ->
                    throw new ImportRefused(RefusalCode.BROKEN_FILE, where(), "the XML breaks off in a text");
                default -> {}
            }
            if (text.length() > characters) {
                throw limits.passed(limit, where());
            }
        }
        depth--;
        return text.toString();
    }

    /**
     * Moves on from the start of an element: to its end, and returns its text; or, where another element begins in it, to
     * that one's start, and returns null.
     */
    public @Nullable String leafText() throws IOException {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    limits.check(Limit.NESTING, depth, where());
                    return null;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return text.toString();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                case XMLStreamConstants.END_DOCUMENT ->
                    throw new ImportRefused(RefusalCode.BROKEN_FILE, where(), "the XML breaks off in a text");
                default -> {}
            }
            limits.check(Limit.ATTRIBUTE_CHARACTERS, text.length(), where());
        }
    }

    /** Moves to the end of the current element. */
    public void skip() throws IOException {
        int outside = depth - 1;
        while (depth > outside && next()) {
            // Nothing in it is wanted.
        }
    }

    /** Returns file and line, for messages. */
    public String where() {
        return file + ", line " + reader.getLocation().getLineNumber();
    }

    private ImportRefused broken(XMLStreamException e) throws IOException {
        String where = file
                + (e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNumber());
        if (e.getNestedException() instanceof CharacterCodingException) {
            return new ImportRefused(
                    RefusalCode.BAD_ENCODING, where, "the text is not all in the encoding that the XML declares");
        }
        if (e.getNestedException() instanceof IOException io) {
            throw io;
        }
        return new ImportRefused(RefusalCode.BROKEN_FILE, where, "the XML breaks its rules");
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /** Ends the import when one tag or one comment takes more bytes than an attribute may have. */
    private final class TagBudget extends FilterInputStream {
        private long sinceEvent;

        TagBudget(InputStream in) {
            super(in);
        }

        void eventDone() {
            sinceEvent = 0;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            sinceEvent += read;
            long budget = 4 * limits.of(Limit.ATTRIBUTE_CHARACTERS) + BYTES_READ_AHEAD;
            if (sinceEvent > budget) {
                throw limits.passed(Limit.ATTRIBUTE_CHARACTERS, file + ", a tag that does not end");
            }
        }
    }
}
