package org.copse.server.adoption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code adoption} and of what belongs to it. */
@Repository
class AdoptionRepository {
    private final JdbcClient jdbc;

    AdoptionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A step of a plan, into which state, when and why. */
    record Step(State state, String reason, String by, Instant at) {}

    /** That a plan may come into force although something is missing, and why. */
    record PlanOverride(String reason, String by, Instant at) {}

    void insert(UUID plan) {
        jdbc.sql("INSERT INTO adoption (plan) VALUES (:plan)")
                .param("plan", plan)
                .update();
    }

    /** Returns whether the plan has a course, and makes others who change it wait until the transaction ends. */
    boolean lock(UUID plan) {
        return jdbc.sql("SELECT plan FROM adoption WHERE plan = :plan FOR UPDATE")
                .param("plan", plan)
                .query((rs, row) -> true)
                .optional()
                .isPresent();
    }

    void addStep(UUID plan, Step step) {
        jdbc.sql(
                        """
                        INSERT INTO adoption_step (plan, number, state, reason, created_by, created_at)
                        SELECT :plan, COALESCE(MAX(number), 0) + 1, :state, :reason, :by, :at FROM adoption_step WHERE plan = :plan
                        """)
                .param("plan", plan)
                .param("state", step.state().key())
                .param("reason", step.reason())
                .param("by", step.by())
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Returns a plan's steps in order. */
    List<Step> listSteps(UUID plan) {
        return jdbc.sql(
                        "SELECT state, reason, created_by, created_at FROM adoption_step WHERE plan = :plan ORDER BY number")
                .param("plan", plan)
                .query((rs, row) -> new Step(
                        State.findByKey(rs.getString("state")).orElseThrow(),
                        rs.getString("reason"),
                        rs.getString("created_by"),
                        instant(rs, "created_at")))
                .list();
    }

    Optional<PlanOverride> findOverride(UUID plan) {
        return jdbc.sql(
                        """
                        SELECT override_reason, override_by, override_at FROM adoption
                        WHERE plan = :plan AND override_reason IS NOT NULL
                        """)
                .param("plan", plan)
                .query((rs, row) -> new PlanOverride(
                        rs.getString("override_reason"), rs.getString("override_by"), instant(rs, "override_at")))
                .optional();
    }

    void setOverride(UUID plan, PlanOverride override) {
        jdbc.sql(
                        """
                        UPDATE adoption SET override_reason = :reason, override_by = :by, override_at = :at WHERE plan = :plan
                        """)
                .param("reason", override.reason())
                .param("by", override.by())
                .param("at", override.at().atOffset(ZoneOffset.UTC))
                .param("plan", plan)
                .update();
    }

    void removeOverride(UUID plan) {
        jdbc.sql(
                        "UPDATE adoption SET override_reason = NULL, override_by = NULL, override_at = NULL WHERE plan = :plan")
                .param("plan", plan)
                .update();
    }

    void put(UUID plan, Assessment assessment) {
        jdbc.sql("DELETE FROM impact_assessment WHERE plan = :plan AND kind = :kind")
                .param("plan", plan)
                .param("kind", assessment.kind().key())
                .update();
        jdbc.sql(
                        """
                        INSERT INTO impact_assessment (plan, kind, owner, assessed_on, outcome, summary, changed_by, changed_at)
                        VALUES (:plan, :kind, :owner, :on, :outcome, :summary, :by, :at)
                        """)
                .param("plan", plan)
                .param("kind", assessment.kind().key())
                .param("owner", assessment.owner())
                .param("on", assessment.on())
                .param("outcome", assessment.outcome().key())
                .param("summary", assessment.summary())
                .param("by", assessment.changedBy())
                .param("at", assessment.changedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Assessment> listAssessments(UUID plan) {
        return jdbc.sql(
                        """
                        SELECT kind, owner, assessed_on, outcome, summary, changed_by, changed_at FROM impact_assessment
                        WHERE plan = :plan
                        """)
                .param("plan", plan)
                .query((rs, row) -> new Assessment(
                        Assessment.Kind.findByKey(rs.getString("kind")).orElseThrow(),
                        rs.getString("owner"),
                        rs.getObject("assessed_on", LocalDate.class),
                        Assessment.Outcome.findByKey(rs.getString("outcome")).orElseThrow(),
                        rs.getString("summary"),
                        rs.getString("changed_by"),
                        instant(rs, "changed_at")))
                .list();
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
