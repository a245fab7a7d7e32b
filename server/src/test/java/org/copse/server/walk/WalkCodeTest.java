package org.copse.server.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WalkCodeTest {
    @Test
    void isReadInWhateverCaseAndHoweverItIsParted() {
        WalkCode code = WalkCode.fresh();
        assertThat(code.shown()).matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
        assertThat(WalkCode.typed(code.shown())).contains(code);
        assertThat(WalkCode.typed("  " + code.shown().toUpperCase(Locale.ROOT).replace('-', ' ')))
                .contains(code);
        assertThat(WalkCode.typed(code.letters())).contains(code);
    }

    @Test
    void whatIsNoCodeIsNone() {
        assertThat(WalkCode.typed("")).isEmpty();
        assertThat(WalkCode.typed("abcd-efgh-jkm")).isEmpty();
        assertThat(WalkCode.typed("abcd-efgh-jkmn-p")).isEmpty();
        assertThat(WalkCode.typed("' OR '1'='1")).isEmpty();
        assertThat(WalkCode.typed("-".repeat(1_000_000) + "abcdefghjkmn")).isEmpty();
    }

    @Test
    void saysNothingOfItselfInALog() {
        WalkCode code = WalkCode.fresh();
        assertThat(code.toString()).doesNotContain(code.letters());
        assertThat(code.hash()).hasSize(64).doesNotContain(code.letters());
    }

    @Test
    void noTwoAreTheSame() {
        assertThat(IntStream.range(0, 1000).mapToObj(i -> WalkCode.fresh()).distinct())
                .hasSize(1000);
    }
}
