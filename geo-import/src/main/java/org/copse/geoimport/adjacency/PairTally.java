package org.copse.geoimport.adjacency;

import java.util.Arrays;

/**
 * What the walk along the boundaries found between two units: length shared, length faced by gap width, and how much of it a barrier crosses.
 * Lengths are counted from both sides, so each is twice what it measures.
 */
final class PairTally {

    /** The widest gap that still is one boundary drawn twice, in metres: slivers are not streets. */
    static final double SLIVER_METRES = 1;

    final int a;
    final int b;
    double sharedMetres;
    double cutSharedMetres;
    double cutFacingMetres;
    double costMetres;
    double costMinutes;
    int barrier = -1;
    double cornerGapMetres = Double.POSITIVE_INFINITY;
    int cornerBarrier = -1;
    private double[] facingByGap = new double[0];
    private double facingGapSum;
    private double cutGapSum;
    private double[] barrierPoints = new double[0];
    private int barrierPointCount;

    PairTally(int a, int b) {
        this.a = Math.min(a, b);
        this.b = Math.max(a, b);
    }

    void addShared(double metres) {
        sharedMetres += metres;
    }

    void addFacing(double gapMetres, double metres) {
        if (gapMetres <= SLIVER_METRES) {
            sharedMetres += metres;
            return;
        }
        int bin = binOf(gapMetres);
        if (bin >= facingByGap.length) {
            facingByGap = Arrays.copyOf(facingByGap, bin + 1);
        }
        facingByGap[bin] += metres;
        facingGapSum += metres * gapMetres;
    }

    /** Notes a corner contact and the barrier that cuts it, -1 for none; the nearest corners count, and one of them open is enough. */
    void addCorner(double gapMetres, int byBarrier) {
        if (gapMetres < cornerGapMetres) {
            cornerGapMetres = gapMetres;
            cornerBarrier = byBarrier;
        } else if (gapMetres == cornerGapMetres) {
            cornerBarrier = Math.min(cornerBarrier, byBarrier);
        }
    }

    void addCut(double x, double y, double gapMetres, double metres, int byBarrier) {
        if (gapMetres <= SLIVER_METRES) {
            cutSharedMetres += metres;
        } else {
            cutFacingMetres += metres;
            cutGapSum += metres * gapMetres;
        }
        barrier = barrier < 0 ? byBarrier : Math.min(barrier, byBarrier);
        addPoint(x, y);
    }

    private void addPoint(double x, double y) {
        if (2 * barrierPointCount == barrierPoints.length) {
            barrierPoints = Arrays.copyOf(barrierPoints, Math.max(8, 2 * barrierPoints.length));
        }
        barrierPoints[2 * barrierPointCount] = x;
        barrierPoints[2 * barrierPointCount + 1] = y;
        barrierPointCount++;
    }

    void addCost(double x, double y, double metres, double minutes, int byBarrier) {
        costMetres += metres;
        addPoint(x, y);
        if (minutes > costMinutes) {
            costMinutes = minutes;
            barrier = byBarrier;
        }
    }

    /** Adds what the other side found. */
    void merge(PairTally other) {
        sharedMetres += other.sharedMetres;
        cutSharedMetres += other.cutSharedMetres;
        cutFacingMetres += other.cutFacingMetres;
        cutGapSum += other.cutGapSum;
        costMetres += other.costMetres;
        costMinutes = Math.max(costMinutes, other.costMinutes);
        barrier = barrier < 0 ? other.barrier : other.barrier < 0 ? barrier : Math.min(barrier, other.barrier);
        addCorner(other.cornerGapMetres, other.cornerBarrier);
        if (other.facingByGap.length > facingByGap.length) {
            facingByGap = Arrays.copyOf(facingByGap, other.facingByGap.length);
        }
        for (int bin = 0; bin < other.facingByGap.length; bin++) {
            facingByGap[bin] += other.facingByGap[bin];
        }
        facingGapSum += other.facingGapSum;
        int before = barrierPointCount;
        barrierPointCount += other.barrierPointCount;
        barrierPoints = Arrays.copyOf(barrierPoints, 2 * barrierPointCount);
        System.arraycopy(other.barrierPoints, 0, barrierPoints, 2 * before, 2 * other.barrierPointCount);
    }

    private static int binOf(double gapMetres) {
        return (int) Math.ceil(gapMetres) - 1;
    }

    /** Returns the length, in metres, along which the two face each other across gaps up to {@code toleranceMetres}, whole metres, wide. */
    double facingWithin(double toleranceMetres) {
        double sum = 0;
        for (int bin = 0; bin < facingByGap.length && bin + 1 <= toleranceMetres; bin++) {
            sum += facingByGap[bin];
        }
        return sum / 2;
    }

    /** Returns the mean width of those gaps, to half a metre; of all gaps seen when none is as narrow. */
    double gapWithin(double toleranceMetres) {
        double sum = 0;
        double metres = 0;
        for (int bin = 0; bin < facingByGap.length && bin + 1 <= toleranceMetres; bin++) {
            sum += facingByGap[bin] * (bin + 0.5);
            metres += facingByGap[bin];
        }
        return metres > 0 ? sum / metres : 0;
    }

    /** Returns the mean width of all gaps seen between the two, those across a barrier included; 0 when none was seen. */
    double meanGap() {
        double metres = Arrays.stream(facingByGap).sum() + cutFacingMetres;
        return metres > 0 ? (facingGapSum + cutGapSum) / metres : 0;
    }

    /** Returns the widest gap that was seen, in whole metres. */
    int widestGap() {
        return facingByGap.length;
    }

    int barrierPointCount() {
        return barrierPointCount;
    }

    double barrierX(int point) {
        return barrierPoints[2 * point];
    }

    double barrierY(int point) {
        return barrierPoints[2 * point + 1];
    }
}
