package org.copse.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.copse.server.audit.AuditLog;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

class SetUpLinkTest {
    private static final String PASSWORD = "correct horse battery";

    private final PasswordEncoder passwords = new Argon2PasswordEncoder(8, 16, 1, 64, 1);
    private final AccountsInMemory accounts = new AccountsInMemory();

    private SetUpLink link() {
        AccountSettings settings = AccountSettingsFixture.withFailures(3, 5);
        return new SetUpLink(accounts, new DemoAccounts(settings, accounts, passwords), passwords);
    }

    private static String token(SetUpLink link) {
        return link.path().orElseThrow().replace("/setup#token=", "");
    }

    @Test
    void worksAgainWhenTheAccountCouldNotBeStored() {
        SetUpLink link = link();
        String token = token(link);
        accounts.away = true;

        assertThatThrownBy(() -> link.use(token, "Founder", PASSWORD)).isInstanceOf(QueryTimeoutException.class);
        accounts.away = false;
        assertThat(link.use(token, "Founder", PASSWORD)).isTrue();
        assertThat(link.path()).isEmpty();
        assertThat(accounts.names).containsExactly("Founder");
    }

    @Test
    void makesNoAccountBesideAnother() {
        SetUpLink link = link();
        String token = token(link);
        accounts.names.add("Somebody");

        assertThat(link.use(token, "Founder", PASSWORD)).isFalse();
        assertThat(accounts.names).containsExactly("Somebody");
    }

    /** Accounts without a database, which may be away. */
    private static final class AccountsInMemory extends AccountRepository {
        private final List<String> names = new ArrayList<>();
        private boolean away;

        AccountsInMemory() {
            super(
                    JdbcClient.create(new DriverManagerDataSource()),
                    new TransactionTemplate(),
                    Clock.systemUTC(),
                    AuditLog.of(new DriverManagerDataSource(), Clock.systemUTC()),
                    AccountSettingsFixture.withFailures(3, 5));
        }

        @Override
        boolean isEmpty() {
            return names.isEmpty();
        }

        @Override
        public UUID add(NewAccount account, String passwordHash) {
            if (away) {
                throw new QueryTimeoutException("away");
            }
            names.add(account.name());
            return UUID.randomUUID();
        }
    }
}
