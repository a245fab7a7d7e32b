package org.copse.server.account;

import java.util.Optional;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Where signing in looks for an account: among the stored ones, then among the demo's. */
@Component
public class AccountDirectory implements UserDetailsService {
    private final AccountRepository stored;
    private final DemoAccounts demo;

    AccountDirectory(AccountRepository stored, DemoAccounts demo) {
        this.stored = stored;
        this.demo = demo;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return findAccount(name).orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    public Optional<Account> findAccount(String name) {
        return stored.findByName(name).or(() -> demo.find(name));
    }
}
