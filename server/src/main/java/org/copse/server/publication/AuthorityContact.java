package org.copse.server.publication;

import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.officer.ServiceContact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** How the authority as a whole is reached: the last resort where neither an officer nor a team is known. */
@Service
public class AuthorityContact {
    private static final ServiceContact NONE = new ServiceContact(null, null);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    AuthorityContact(JdbcClient jdbc, TransactionTemplate transactions, AuditLog audit) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Returns the contact; without phone and email where nobody entered one. */
    public ServiceContact get() {
        return jdbc.sql("SELECT phone, email FROM authority_contact WHERE id = 1")
                .query((rs, row) -> new ServiceContact(rs.getString("phone"), rs.getString("email")))
                .optional()
                .orElse(NONE);
    }

    /**
     * Sets the contact.
     *
     * @param by the account that does
     */
    public void set(ServiceContact contact, String by) {
        transactions.executeWithoutResult(status -> {
            ServiceContact before = get();
            jdbc.sql("DELETE FROM authority_contact").update();
            jdbc.sql(
                            """
                            INSERT INTO authority_contact (id, phone, email, changed_by, changed_at)
                            VALUES (1, :phone, :email, :by, CURRENT_TIMESTAMP)
                            """)
                    .param("phone", contact.phone())
                    .param("email", contact.email())
                    .param("by", by)
                    .update();
            audit.record(AuditEvent.of(AuditAction.ASSIGNMENT_CHANGED)
                    .on("authority-contact", "1")
                    .before(before.toString())
                    .after(contact.toString())
                    .by(by));
        });
    }
}
