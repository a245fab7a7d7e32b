package org.copse.server.finding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.copse.server.walk.Track;
import org.copse.server.walk.WalkView;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;

/** A walk as GPX 1.1: findings as waypoints, each phone's way as a track, a gap between two segments. */
final class WalkGpx {
    /** What XML 1.0 cannot hold, escaped or not. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final Words words;
    private final XMLStreamWriter xml;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private WalkGpx(Words words) throws XMLStreamException {
        this.words = words;
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    }

    static byte[] of(WalkView walk, List<FindingRepository.Stored> findings, Words words) {
        try {
            WalkGpx gpx = new WalkGpx(words);
            gpx.write(walk, findings);
            return gpx.bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory takes every byte", e);
        }
    }

    private void write(WalkView walk, List<FindingRepository.Stored> findings) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("gpx");
        xml.writeDefaultNamespace("http://www.topografix.com/GPX/1/1");
        xml.writeAttribute("version", "1.1");
        xml.writeAttribute("creator", "Copse");
        xml.writeStartElement("metadata");
        text("name", walk.walk().title());
        text("time", walk.walk().startedAt());
        xml.writeEndElement();
        for (FindingRepository.Stored one : findings) {
            waypoint(one.finding());
        }
        int phone = 0;
        for (List<Track.Segment> line : walk.track().lines()) {
            phone++;
            xml.writeStartElement("trk");
            text("name", words.say("walks.phone", Map.of("n", phone)));
            for (Track.Segment segment : line) {
                segment(segment);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private void waypoint(Finding finding) throws XMLStreamException {
        Finding.Place place = finding.place();
        if (place == null || place.lon() == null || place.lat() == null) {
            return;
        }
        position("wpt", place.lon(), place.lat());
        text("time", finding.at());
        text("name", words.say("walk.category." + finding.category()));
        text("desc", finding.words());
        text("type", finding.isAsset() ? "asset" : "problem " + finding.severity());
        xml.writeEndElement();
    }

    private void segment(Track.Segment segment) throws XMLStreamException {
        xml.writeStartElement("trkseg");
        for (Track.Point point : segment.points()) {
            position("trkpt", point.lon(), point.lat());
            text("time", Instant.ofEpochMilli(point.millis()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void position(String element, double lon, double lat) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("lat", String.format(Locale.ROOT, "%.7f", lat));
        xml.writeAttribute("lon", String.format(Locale.ROOT, "%.7f", lon));
    }

    private void text(String element, @Nullable Object value) throws XMLStreamException {
        String clean = NOT_XML.matcher(
                        Optional.ofNullable(value).map(String::valueOf).orElse(""))
                .replaceAll("\uFFFD");
        if (!clean.isEmpty()) {
            xml.writeStartElement(element);
            xml.writeCharacters(clean);
            xml.writeEndElement();
        }
    }
}
