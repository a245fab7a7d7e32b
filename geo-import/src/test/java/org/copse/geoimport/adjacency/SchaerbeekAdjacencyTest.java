package org.copse.geoimport.adjacency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.copse.geoimport.adjacency.Contact.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

@EnabledIfEnvironmentVariable(
        named = "COPSE_REAL_DATA",
        matches = ".+",
        disabledReason = "COPSE_REAL_DATA does not name the folder of the real data sets")
class SchaerbeekAdjacencyTest {

    private final List<Geometry> blocks = SchaerbeekBlocks.metric();

    @Test
    void partsByPlainDistanceAreThoseKnown() {
        int[] tolerances = {5, 10, 15, 20, 25, 30, 40, 60};
        int[] known = {393, 337, 106, 19, 11, 10, 8, 2};
        for (int i = 0; i < tolerances.length; i++) {
            assertThat(partsByPlainDistance(tolerances[i]))
                    .as("parts at %d m", tolerances[i])
                    .isEqualTo(known[i]);
        }
    }

    @Test
    void blocksAreNeighboursAcrossStreetsAndTheToleranceIsReported() {
        AdjacencyResult result = Adjacency.of(blocks, List.of(), List.of(), AdjacencyOptions.defaults());

        assertThat(result.coverage()).isFalse();
        assertThat(result.toleranceMetres()).isBetween(40.0, 60.0);
        assertThat(result.components()).isEqualTo(1);
        assertThat(result.count(Kind.SHARED)).isZero();
        // A street grid gives a block about four neighbours; seeing through blocks or across corners would give it many
        // more.
        assertThat(2.0 * result.count(Kind.FACING) / blocks.size()).isBetween(3.5, 4.5);
        assertThat(result.notes(unit -> "block " + unit))
                .anySatisfy(note ->
                        assertThat(note.words()).contains("face each other").contains("5 m: "));
    }

    @Test
    void gapsAreAsWideAsTheBlocksAreApart() {
        AdjacencyResult result = Adjacency.of(blocks, List.of(), List.of(), AdjacencyOptions.defaults());

        assertThat(result.contacts())
                .filteredOn(contact -> contact.kind() == Kind.FACING)
                .allSatisfy(contact -> {
                    double apart = blocks.get(contact.a()).distance(blocks.get(contact.b()));
                    assertThat(apart).isLessThanOrEqualTo(result.toleranceMetres());
                    assertThat(contact.gapMetres()).isBetween(apart - 0.5, result.toleranceMetres());
                });
    }

    private STRtree indexed() {
        STRtree index = new STRtree();
        for (int unit = 0; unit < blocks.size(); unit++) {
            index.insert(blocks.get(unit).getEnvelopeInternal(), unit);
        }
        return index;
    }

    private int partsByPlainDistance(double metres) {
        STRtree index = indexed();
        Parts parts = new Parts(blocks.size());
        for (int unit = 0; unit < blocks.size(); unit++) {
            Envelope around = blocks.get(unit).getEnvelopeInternal();
            around.expandBy(metres);
            for (Object other : index.query(around)) {
                if (blocks.get(unit).isWithinDistance(blocks.get((Integer) other), metres)) {
                    parts.join(unit, (Integer) other);
                }
            }
        }
        return parts.count();
    }
}
