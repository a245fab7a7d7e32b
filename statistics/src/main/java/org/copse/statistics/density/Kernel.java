package org.copse.statistics.density;

/** How the weight of an incident falls with distance. Each encloses a volume of 1 over the plane. */
public enum Kernel {
    /** (1 − d²/h²)² up to the bandwidth h, 0 beyond (Silverman 1986, doi:10.1201/9781315140919, equation 4.5). */
    QUARTIC(1, Math.sqrt(8)),
    /** The normal density whose standard deviation is the bandwidth, up to five of them: 4 in a million are beyond. */
    GAUSSIAN(5, 1);

    private final double reach;
    private final double perDeviation;

    Kernel(double reach, double perDeviation) {
        this.reach = reach;
        this.perDeviation = perDeviation;
    }

    /** Returns how far an incident reaches, in metres. */
    public double reachMetres(double bandwidthMetres) {
        return reach * bandwidthMetres;
    }

    /** Returns the bandwidth in metres of a kernel whose standard deviation along each axis is {@code deviationMetres}. */
    public double bandwidth(double deviationMetres) {
        return perDeviation * deviationMetres;
    }

    /** Returns the density at a distance, per square metre. */
    public double at(double metres, double bandwidthMetres) {
        double squared = metres * metres / (bandwidthMetres * bandwidthMetres);
        double scale = scale(bandwidthMetres);
        if (squared > reach * reach) {
            return 0;
        }
        return this == QUARTIC ? scale * (1 - squared) * (1 - squared) : scale * Math.exp(-squared / 2);
    }

    /** Returns the density at distance 0, per square metre. */
    double scale(double bandwidthMetres) {
        double area = Math.PI * bandwidthMetres * bandwidthMetres;
        return this == QUARTIC ? 3 / area : 1 / (2 * area);
    }

    /** Returns the density along a line at a distance, per metre: each encloses an area of 1. */
    double alongLine(double metres, double bandwidthMetres) {
        double u = metres / bandwidthMetres;
        if (Math.abs(u) > reach) {
            return 0;
        }
        return this == QUARTIC
                ? 15.0 / 16 / bandwidthMetres * (1 - u * u) * (1 - u * u)
                : Math.exp(-u * u / 2) / (Math.sqrt(2 * Math.PI) * bandwidthMetres);
    }
}
