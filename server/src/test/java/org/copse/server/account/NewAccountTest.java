package org.copse.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.Set;
import org.copse.server.permission.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewAccountTest {
    private static final String PASSWORD = "long enough by far";

    @ParameterizedTest
    @ValueSource(strings = {"Anna", "o.4127", "Øystein", "a@police.example", "مريم"})
    void takesNamesOfAllScripts(String name) {
        assertThat(new NewAccount(name, PASSWORD, Set.of(Role.OFFICER)).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-anna", "an na", "<b>", "anna\n", "a\u202Enna", "a,b"})
    void refusesNamesThatCannotBeReadAloud(String name) {
        if (name.strip().equals(name)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new NewAccount(name, PASSWORD, Set.of(Role.OFFICER)))
                    .withMessageContaining("A name has 2 to 60");
        } else {
            assertThat(new NewAccount(name, PASSWORD, Set.of(Role.OFFICER)).name())
                    .isEqualTo(name.strip());
        }
    }

    @Test
    void refusesAShortPasswordNamingItsBound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewAccount("anna", "elevenchars", Set.of(Role.OFFICER)))
                .withMessage("A password has 12 to 200 characters, not 11");
    }

    @Test
    void refusesThePasswordThatIsTheName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewAccount("annaannaanna", "AnnaAnnaAnna", Set.of(Role.OFFICER)));
    }

    @Test
    void refusesAnAccountWithoutARole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewAccount("anna", PASSWORD, EnumSet.noneOf(Role.class)));
    }

    @Test
    void doesNotSayItsPassword() {
        assertThat(new NewAccount("anna", PASSWORD, Set.of(Role.OFFICER)).toString())
                .doesNotContain(PASSWORD);
    }

    @Test
    void takesNamesThatLookAlikeForOne() {
        assertThat(AccountRepository.key("Ａnna")).isEqualTo(AccountRepository.key("anna "));
    }
}
