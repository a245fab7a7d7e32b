package org.copse.samplemaps.people;

import java.util.List;
import org.copse.samplemaps.land.Block;

/** Spreads a number of residents over blocks. */
final class Residents {

    private Residents() {}

    /** Returns the residents of each block, which sum to {@code total}. */
    static double[] byBlock(List<Block> blocks, double total) {
        double[] residents =
                blocks.stream().mapToDouble(Block::residentsBeforeScaling).toArray();
        double sum = 0;
        for (double r : residents) {
            sum += r;
        }
        for (int b = 0; b < residents.length; b++) {
            residents[b] *= total / sum;
        }
        return residents;
    }
}
