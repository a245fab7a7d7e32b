package org.copse.server.secondfactor;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored second factors and the codes that stand in for a lost one. */
@Repository
public class SecondFactorRepository {
    private final JdbcClient jdbc;

    SecondFactorRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces the secret and the recovery codes; a null secret takes the second factor away. */
    public void set(UUID account, @Nullable String secret, List<String> recoveryCodeHashes) {
        jdbc.sql("UPDATE account SET second_factor = :secret, second_factor_step = NULL WHERE id = :id")
                .param("secret", secret)
                .param("id", account)
                .update();
        jdbc.sql("DELETE FROM account_recovery_code WHERE account_id = :id")
                .param("id", account)
                .update();
        recoveryCodeHashes.forEach(
                hash -> jdbc.sql("INSERT INTO account_recovery_code (account_id, code_hash) VALUES (:id, :hash)")
                        .param("id", account)
                        .param("hash", hash)
                        .update());
    }

    /** Uses up a code's time step; returns false when a code of it or of a later one was used already. */
    public boolean useStep(UUID account, long step) {
        return jdbc.sql(
                                """
                                UPDATE account SET second_factor_step = :step
                                WHERE id = :id AND (second_factor_step IS NULL OR second_factor_step < :step)
                                """)
                        .param("step", step)
                        .param("id", account)
                        .update()
                == 1;
    }

    /** Uses up a recovery code; returns false when there is none such. */
    public boolean useRecoveryCode(UUID account, String hash) {
        return jdbc.sql("DELETE FROM account_recovery_code WHERE account_id = :id AND code_hash = :hash")
                        .param("id", account)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    public int countRecoveryCodes(UUID account) {
        return jdbc.sql("SELECT count(*) FROM account_recovery_code WHERE account_id = :id")
                .param("id", account)
                .query(Integer.class)
                .single();
    }
}
