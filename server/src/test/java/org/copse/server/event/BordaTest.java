package org.copse.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BordaTest {
    private static String shown(int choices, List<List<Integer>> rankings) {
        StringBuilder text = new StringBuilder();
        Borda.places(choices, rankings).forEach(one -> text.append(one.place())
                .append(". choice ")
                .append(one.choice())
                .append(": ")
                .append(one.points())
                .append('\n'));
        return text.toString();
    }

    /** The capital of Tennessee, the textbook's example: 42 Memphis, 26 Nashville, 15 Chattanooga, 17 Knoxville; Nashville wins with 194 points. */
    @Test
    void countsTheTextbooksExample() {
        List<List<Integer>> rankings = new ArrayList<>();
        rankings.addAll(Collections.nCopies(42, List.of(1, 2, 3, 4)));
        rankings.addAll(Collections.nCopies(26, List.of(2, 3, 4, 1)));
        rankings.addAll(Collections.nCopies(15, List.of(3, 4, 2, 1)));
        rankings.addAll(Collections.nCopies(17, List.of(4, 3, 2, 1)));
        assertThat(shown(4, rankings))
                .isEqualTo(
                        """
                        1. choice 2: 194.0
                        2. choice 3: 173.0
                        3. choice 1: 126.0
                        4. choice 4: 107.0
                        """);
    }

    @Test
    void choicesLeftOutShareThePlacesThatAreLeft() {
        assertThat(shown(4, List.of(List.of(3))))
                .isEqualTo(
                        """
                        1. choice 3: 3.0
                        2. choice 1: 1.0
                        2. choice 2: 1.0
                        2. choice 4: 1.0
                        """);
        assertThat(shown(4, List.of(List.of(4, 1))))
                .isEqualTo(
                        """
                        1. choice 4: 3.0
                        2. choice 1: 2.0
                        3. choice 2: 0.5
                        3. choice 3: 0.5
                        """);
    }

    @Test
    void everyBallotGivesTheSameSumHoweverManyChoicesItRanks() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            int choices = 2 + random.nextInt(7);
            List<Integer> order =
                    new ArrayList<>(IntStream.rangeClosed(1, choices).boxed().toList());
            Collections.shuffle(order, random);
            List<Integer> ranking = order.subList(0, 1 + random.nextInt(choices));
            assertThat(Borda.places(choices, List.of(ranking)).stream()
                            .mapToDouble(PollResult.Place::points)
                            .sum())
                    .as(ranking.toString())
                    .isEqualTo(choices * (choices - 1) / 2.0);
        }
    }
}
