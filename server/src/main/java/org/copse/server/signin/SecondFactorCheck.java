package org.copse.server.signin;

import java.util.Locale;
import java.util.OptionalLong;
import org.copse.server.account.Account;
import org.copse.server.account.AccountDirectory;
import org.copse.server.account.Secrets;
import org.copse.server.secondfactor.OneTimeCodes;
import org.copse.server.secondfactor.SecondFactorRepository;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Looks at a sign-in: the password first, then the one-time code of who has a second factor. Both come with the same form, so that nobody
 * is ever half signed in.
 */
@Component
class SecondFactorCheck extends DaoAuthenticationProvider {
    private final OneTimeCodes codes;
    private final SecondFactorRepository factors;

    SecondFactorCheck(
            AccountDirectory accounts, PasswordEncoder passwords, OneTimeCodes codes, SecondFactorRepository factors) {
        super(accounts);
        setPasswordEncoder(passwords);
        // After the password: a quicker answer would tell that a disabled account exists.
        setPreAuthenticationChecks(user -> {});
        setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
        this.codes = codes;
        this.factors = factors;
    }

    /** The password was right, and the code is missing. */
    static final class CodeMissing extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        CodeMissing() {
            super("a one-time code is needed");
        }
    }

    @Override
    protected void additionalAuthenticationChecks(UserDetails user, UsernamePasswordAuthenticationToken offered) {
        super.additionalAuthenticationChecks(user, offered);
        Account account = (Account) user;
        account.secondFactor().ifPresent(secret -> {
            String code = offered.getDetails() instanceof SignInDetails details ? details.code() : "";
            if (code.isBlank()) {
                throw new CodeMissing();
            }
            if (!isRight(account, secret, code.strip())) {
                throw new BadCredentialsException("wrong one-time code");
            }
        });
    }

    private boolean isRight(Account account, String secret, String code) {
        OptionalLong step = codes.stepOf(secret, code);
        return step.isPresent()
                ? factors.useStep(account.id(), step.getAsLong())
                : factors.useRecoveryCode(account.id(), Secrets.hash(code.toLowerCase(Locale.ROOT)));
    }
}
