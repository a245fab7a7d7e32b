package org.copse.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.crypto.password.PasswordEncoder;

class SetUpLinkTest {
    private static final String PASSWORD = "correct horse battery";

    private final AccountRepository accounts = mock(AccountRepository.class);
    private final PasswordEncoder passwords = mock(PasswordEncoder.class);

    private SetUpLink link() {
        when(accounts.isEmpty()).thenReturn(true);
        when(passwords.encode(anyString())).thenReturn("hash");
        AccountSettings settings = new AccountSettings(false, 3, 5, Duration.ofMinutes(15));
        return new SetUpLink(accounts, new DemoAccounts(settings, accounts, passwords), passwords);
    }

    private static String token(SetUpLink link) {
        return link.path().orElseThrow().replace("/setup?token=", "");
    }

    @Test
    void worksAgainWhenTheAccountCouldNotBeStored() {
        SetUpLink link = link();
        String token = token(link);
        when(accounts.add(any(), anyString()))
                .thenThrow(new QueryTimeoutException("away"))
                .thenReturn(UUID.randomUUID());

        assertThatThrownBy(() -> link.use(token, "Founder", PASSWORD)).isInstanceOf(QueryTimeoutException.class);
        assertThat(link.use(token, "Founder", PASSWORD)).isTrue();
        assertThat(link.path()).isEmpty();
    }

    @Test
    void makesNoAccountBesideAnother() {
        SetUpLink link = link();
        String token = token(link);
        when(accounts.isEmpty()).thenReturn(false);

        assertThat(link.use(token, "Founder", PASSWORD)).isFalse();
        verify(accounts, never()).add(any(), anyString());
    }
}
