package org.copse.server.officer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of {@code officer}, {@code officer_consent} and {@code officer_personal}. */
@Repository
class OfficerRepository {
    private static final String OFFICERS =
            """
            SELECT o.id, o.number, o.duty_name, o.languages, o.phone, o.email, o.hours, o.role, o.bio, o.left_on, o.account_key,
                   c.given_at, p.full_name, CASE WHEN p.photo IS NULL THEN 0 ELSE 1 END AS has_photo
            FROM officer o
            LEFT JOIN officer_consent c ON c.officer = o.id
            LEFT JOIN officer_personal p ON p.officer = o.id
            """;

    private final JdbcClient jdbc;

    OfficerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID insert(Officer officer, String by) {
        UUID id = UUID.randomUUID();
        particulars(
                        jdbc.sql(
                                """
                                INSERT INTO officer (id, number, duty_name, languages, phone, email, hours, role, bio,
                                                     created_by, created_at)
                                VALUES (:id, :number, :dutyName, :languages, :phone, :email, :hours, :role, :bio,
                                        :by, CURRENT_TIMESTAMP)
                                """),
                        officer)
                .param("id", id)
                .param("by", by)
                .update();
        return id;
    }

    void update(UUID id, Officer officer) {
        particulars(
                        jdbc.sql(
                                """
                                UPDATE officer SET number = :number, duty_name = :dutyName, languages = :languages,
                                       phone = :phone, email = :email, hours = :hours, role = :role, bio = :bio
                                WHERE id = :id
                                """),
                        officer)
                .param("id", id)
                .update();
    }

    private static StatementSpec particulars(StatementSpec statement, Officer officer) {
        return statement
                .param("number", officer.number())
                .param("dutyName", officer.dutyName())
                .param("languages", String.join(",", officer.languages()))
                .param("phone", officer.phone(), Types.VARCHAR)
                .param("email", officer.email(), Types.VARCHAR)
                .param("hours", officer.hours(), Types.VARCHAR)
                .param("role", officer.role().key())
                .param("bio", officer.bio(), Types.VARCHAR);
    }

    Optional<StoredOfficer> find(UUID id) {
        return jdbc.sql(OFFICERS + "WHERE o.id = :id")
                .param("id", id)
                .query(OfficerRepository::officer)
                .optional();
    }

    Optional<StoredOfficer> findByAccount(String key) {
        return jdbc.sql(OFFICERS + "WHERE o.account_key = :key")
                .param("key", key)
                .query(OfficerRepository::officer)
                .optional();
    }

    /** Returns all, by duty name and number: no order of merit. */
    List<StoredOfficer> list() {
        return jdbc.sql(OFFICERS + "ORDER BY o.duty_name, o.number")
                .query(OfficerRepository::officer)
                .list();
    }

    void leave(UUID id, LocalDate on) {
        jdbc.sql("UPDATE officer SET left_on = :on WHERE id = :id")
                .param("on", on)
                .param("id", id)
                .update();
    }

    void link(UUID id, @Nullable String accountKey) {
        jdbc.sql("UPDATE officer SET account_key = :key WHERE id = :id")
                .param("key", accountKey, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    void consent(UUID id, Instant at, String by) {
        withdraw(id);
        jdbc.sql("INSERT INTO officer_consent (officer, given_at, recorded_by) VALUES (:id, :at, :by)")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** Removes the consent, and with it, by the foreign key, name and photo. */
    void withdraw(UUID id) {
        jdbc.sql("DELETE FROM officer_consent WHERE officer = :id")
                .param("id", id)
                .update();
    }

    void insertPersonal(UUID id, @Nullable String fullName, byte @Nullable [] photo) {
        jdbc.sql("INSERT INTO officer_personal (officer, full_name, photo) VALUES (:id, :name, :photo)")
                .param("id", id)
                .param("name", fullName, Types.VARCHAR)
                .param("photo", photo, Types.VARBINARY)
                .update();
    }

    Optional<byte[]> findPhoto(UUID id) {
        return jdbc
                .sql("SELECT photo FROM officer_personal WHERE officer = :id AND photo IS NOT NULL")
                .param("id", id)
                .query((rs, row) -> rs.getBytes("photo"))
                .list()
                .stream()
                .findFirst();
    }

    private static StoredOfficer officer(ResultSet rs, int row) throws SQLException {
        String languages = rs.getString("languages");
        OffsetDateTime consent = rs.getObject("given_at", OffsetDateTime.class);
        return new StoredOfficer(
                rs.getObject("id", UUID.class),
                new Officer(
                        rs.getString("number"),
                        rs.getString("duty_name"),
                        languages.isEmpty() ? List.of() : List.of(languages.split(",", -1)),
                        rs.getString("phone"),
                        rs.getString("email"),
                        rs.getString("hours"),
                        OfficerRole.findByKey(rs.getString("role")).orElseThrow(),
                        rs.getString("bio")),
                rs.getObject("left_on", LocalDate.class),
                rs.getString("full_name"),
                rs.getInt("has_photo") == 1,
                consent == null ? null : consent.toInstant(),
                rs.getString("account_key"));
    }
}
