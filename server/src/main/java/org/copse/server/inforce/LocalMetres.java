package org.copse.server.inforce;

/** How long a degree is at a latitude on the WGS 84 ellipsoid; series good to a centimetre per degree. */
public record LocalMetres(double perDegreeOfLongitude, double perDegreeOfLatitude) {

    public static LocalMetres at(double latitude) {
        double phi = Math.toRadians(latitude);
        double lon = 111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi);
        double lat = 111_132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi) - 0.0023 * Math.cos(6 * phi);
        return new LocalMetres(Math.max(lon, 1), lat);
    }

    public double between(double lonA, double latA, double lonB, double latB) {
        return Math.hypot((lonB - lonA) * perDegreeOfLongitude, (latB - latA) * perDegreeOfLatitude);
    }
}
