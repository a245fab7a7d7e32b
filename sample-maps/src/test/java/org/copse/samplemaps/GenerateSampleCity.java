package org.copse.samplemaps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copse.samplemaps.format.CsvFile;
import org.copse.samplemaps.format.GeoJsonFile;
import org.copse.samplemaps.format.GeoPackageFile;
import org.copse.samplemaps.format.ShapefileZip;
import org.copse.samplemaps.people.City;
import org.copse.samplemaps.people.Layers;

/** Writes the sample city's files: {@code GenerateSampleCity FOLDER}. */
public final class GenerateSampleCity {

    /** The one seed of the city that is committed. */
    static final long SEED = 20260101;

    private GenerateSampleCity() {}

    /** Writes all files but the manifest, which is kept by hand, into the folder named by the only argument. */
    public static void main(String[] arguments) throws IOException {
        write(City.build(SEED).layers(), Path.of(arguments[0]));
    }

    static void write(Layers layers, Path folder) throws IOException {
        Files.createDirectories(folder);
        ShapefileZip.write(folder.resolve("units.zip"), "units", layers.units());
        GeoPackageFile.write(folder.resolve("beats_in_force.gpkg"), "beats_in_force", layers.beatsInForce());
        GeoJsonFile.write(folder.resolve("neighbourhoods.geojson"), layers.neighbourhoods());
        GeoJsonFile.write(folder.resolve("worship.geojson"), layers.worship());
        GeoJsonFile.write(folder.resolve("barriers.geojson"), layers.barriers());
        GeoJsonFile.write(folder.resolve("crossings.geojson"), layers.crossings());
        GeoJsonFile.write(folder.resolve("land.geojson"), layers.land());
        GeoJsonFile.write(folder.resolve("water.geojson"), layers.water());
        GeoJsonFile.write(folder.resolve("railway.geojson"), layers.railway());
        GeoJsonFile.write(folder.resolve("streets.geojson"), layers.streets());
        GeoJsonFile.write(folder.resolve("parks.geojson"), layers.parks());
        CsvFile.writePoints(folder.resolve("places.csv"), layers.places());
        CsvFile.writePoints(folder.resolve("bases.csv"), layers.bases());
        CsvFile.writePoints(folder.resolve("contact_points.csv"), layers.contactPoints());
        CsvFile.writePoints(folder.resolve("incidents.csv"), layers.incidents());
        CsvFile.writePoints(folder.resolve("addresses.csv"), layers.addresses());
        CsvFile.writeTable(folder.resolve("officers.csv"), layers.officers());
    }
}
