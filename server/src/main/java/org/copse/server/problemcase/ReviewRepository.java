package org.copse.server.problemcase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.copse.statistics.change.RelativeChange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code problem_review}. */
@Repository
class ReviewRepository {
    private final JdbcClient jdbc;

    ReviewRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID problem, Review review, Instant at) {
        Review.Figures figures = review.figures();
        RelativeChange change = figures == null ? null : figures.change();
        jdbc.sql(
                        """
                        INSERT INTO problem_review (case_id, number, held_on, judgement, words, before_from, before_to, after_from, after_to,
                            layer, control, here_before, here_after, there_before, there_after, ratio, low, high, held_by, held_at)
                        VALUES (:problem, :number, :heldOn, :judgement, :words, :beforeFrom, :beforeTo, :afterFrom, :afterTo,
                            :layer, :control, :hereBefore, :hereAfter, :thereBefore, :thereAfter, :ratio, :low, :high, :by, :at)
                        """)
                .param("problem", problem)
                .param("number", review.number())
                .param("heldOn", review.heldOn())
                .param("judgement", review.judgement())
                .param("words", review.words())
                .param("beforeFrom", figures == null ? null : figures.before().from(), Types.DATE)
                .param("beforeTo", figures == null ? null : figures.before().to(), Types.DATE)
                .param("afterFrom", figures == null ? null : figures.after().from(), Types.DATE)
                .param("afterTo", figures == null ? null : figures.after().to(), Types.DATE)
                .param("layer", figures == null ? null : figures.layer(), Types.VARCHAR)
                .param("control", figures == null ? null : figures.control(), Types.VARCHAR)
                .param("hereBefore", figures == null ? null : figures.here().before(), Types.INTEGER)
                .param("hereAfter", figures == null ? null : figures.here().after(), Types.INTEGER)
                .param("thereBefore", figures == null ? null : figures.there().before(), Types.INTEGER)
                .param("thereAfter", figures == null ? null : figures.there().after(), Types.INTEGER)
                .param("ratio", change == null ? null : change.ratio(), Types.DOUBLE)
                .param("low", change == null ? null : change.low(), Types.DOUBLE)
                .param("high", change == null ? null : change.high(), Types.DOUBLE)
                .param("by", review.by())
                .param("at", CaseRepository.utc(at))
                .update();
    }

    /** Returns the reviews of a case, the first first. */
    List<Review> list(UUID problem) {
        return jdbc.sql("SELECT * FROM problem_review WHERE case_id = :problem ORDER BY number")
                .param("problem", problem)
                .query((rs, row) -> review(rs))
                .list();
    }

    private static Review review(ResultSet rs) throws SQLException {
        return new Review(
                rs.getInt("number"),
                rs.getObject("held_on", LocalDate.class),
                rs.getString("judgement"),
                rs.getString("words"),
                rs.getString("layer") == null ? null : figures(rs),
                rs.getString("held_by"));
    }

    private static Review.Figures figures(ResultSet rs) throws SQLException {
        double ratio = rs.getDouble("ratio");
        boolean none = rs.wasNull();
        return new Review.Figures(
                rs.getString("layer"),
                rs.getString("control"),
                new Review.Days(
                        rs.getObject("before_from", LocalDate.class), rs.getObject("before_to", LocalDate.class)),
                new Review.Days(rs.getObject("after_from", LocalDate.class), rs.getObject("after_to", LocalDate.class)),
                new Review.Counts(count(rs, "here_before"), count(rs, "here_after")),
                new Review.Counts(count(rs, "there_before"), count(rs, "there_after")),
                none ? null : new RelativeChange(ratio, rs.getDouble("low"), rs.getDouble("high")));
    }

    private static @Nullable Integer count(ResultSet rs, String column) throws SQLException {
        int count = rs.getInt(column);
        return rs.wasNull() ? null : count;
    }
}
