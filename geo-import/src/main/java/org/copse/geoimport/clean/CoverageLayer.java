package org.copse.geoimport.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copse.geoimport.Feature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryEditor;

/** The areas of a layer on a plane in metres, and the way back to the degrees that each vertex came from. */
final class CoverageLayer {
    private final List<Feature> features;
    private final LocalPlane plane;
    private final Map<Coordinate, Coordinate> lonLatOfVertex = new HashMap<>();
    private final List<Geometry> areas = new ArrayList<>();

    CoverageLayer(List<Feature> features) {
        this.features = features;
        Envelope extent = new Envelope();
        features.forEach(feature -> extent.expandToInclude(feature.geometry().getEnvelopeInternal()));
        this.plane = new LocalPlane(extent);
        features.forEach(feature -> areas.add(moved(feature.geometry(), true)));
    }

    /** Returns the number of vertices of all areas. */
    static long vertices(List<Feature> features) {
        return features.stream()
                .mapToLong(feature -> feature.geometry().getNumPoints())
                .sum();
    }

    List<Feature> features() {
        return features;
    }

    /** Returns the areas in metres, in the order of the features. */
    List<Geometry> areas() {
        return areas;
    }

    /** Returns a place in degrees: that of the file where it is one of its vertices, to the last bit. */
    Coordinate lonLat(Coordinate metres) {
        Coordinate own = lonLatOfVertex.get(metres);
        return own == null ? plane.toLonLat(metres) : own;
    }

    /** Returns an area in degrees. */
    Geometry lonLat(Geometry metres) {
        return moved(metres, false);
    }

    private Geometry moved(Geometry geometry, boolean toMetres) {
        return new GeometryEditor(geometry.getFactory()).edit(geometry, new GeometryEditor.CoordinateOperation() {
            @Override
            public Coordinate[] edit(Coordinate[] coordinates, Geometry part) {
                Coordinate[] moved = new Coordinate[coordinates.length];
                for (int i = 0; i < moved.length; i++) {
                    moved[i] = toMetres ? remembered(coordinates[i]) : lonLat(coordinates[i]);
                }
                return moved;
            }
        });
    }

    private Coordinate remembered(Coordinate lonLat) {
        Coordinate metres = plane.toMetres(lonLat);
        lonLatOfVertex.putIfAbsent(metres, lonLat);
        return metres;
    }
}
