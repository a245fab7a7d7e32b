package org.copse.planning.objective;

/**
 * Hours outside the bounds of beats, and of sectors where there are several, in units of a beat's target; 0 when all are kept.
 *
 * <p>Unit: targets of a beat. Range: 0 and more. Source: the planner's tolerance or bounds.
 */
final class HoursExcess implements Term {

    private final HoursBounds bounds;
    private final boolean sectors;
    private final double unit;

    HoursExcess(HoursBounds bounds, double targetHours) {
        this.bounds = bounds;
        this.sectors = bounds.sectorLower().length > 1;
        this.unit = Math.max(targetHours, Double.MIN_NORMAL);
    }

    @Override
    public double score(Assignment at) {
        double[] beat = new double[at.beats()];
        double[] sector = new double[at.sectors()];
        for (int u = 0; u < at.graph.units; u++) {
            beat[at.beat[u]] += at.graph.hours[u];
            sector[at.sector[u]] += at.graph.hours[u];
        }
        double sum = 0;
        for (int b = 0; b < beat.length; b++) {
            sum += beat(b, beat[b]);
        }
        for (int s = 0; sectors && s < sector.length; s++) {
            sum += sector(s, sector[s]);
        }
        return sum / unit;
    }

    @Override
    public double change(Assignment at, int u, int to) {
        int from = at.beat[u];
        double hours = at.graph.hours[u];
        double leaving = at.beatHours[from];
        double entering = at.beatHours[to];
        double change =
                beat(from, leaving - hours) - beat(from, leaving) + beat(to, entering + hours) - beat(to, entering);
        if (sectors) {
            int old = at.sector[u];
            int now = at.sectorOfBeat[to];
            if (old != now) {
                double less = at.sectorHours[old];
                double more = at.sectorHours[now];
                change += sector(old, less - hours) - sector(old, less) + sector(now, more + hours) - sector(now, more);
            }
        }
        return change / unit;
    }

    private double beat(int beat, double hours) {
        return Math.max(0, Math.max(bounds.beatLower()[beat] - hours, hours - bounds.beatUpper()[beat]));
    }

    private double sector(int sector, double hours) {
        return Math.max(0, Math.max(bounds.sectorLower()[sector] - hours, hours - bounds.sectorUpper()[sector]));
    }
}
