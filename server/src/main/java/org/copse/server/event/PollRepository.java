package org.copse.server.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code priority_poll} and {@code poll_ballot}. */
@Repository
class PollRepository {
    private static final String POLLS = "SELECT id, beat, language, opens_on, closes_on, choices FROM priority_poll ";
    private static final String ORDER = "ORDER BY closes_on DESC, id";

    private final JdbcClient jdbc;

    PollRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns all polls, the one that closes last first. */
    List<Poll> list() {
        return jdbc.sql(POLLS + ORDER).query(PollRepository::poll).list();
    }

    /** Returns the polls of a beat that have opened by a day and close on another or after it, the one that closes last first. */
    List<Poll> list(String beat, LocalDate opened, LocalDate closing) {
        return jdbc.sql(POLLS + "WHERE beat = :beat AND opens_on <= :opened AND closes_on >= :closing " + ORDER)
                .param("beat", beat)
                .param("opened", opened)
                .param("closing", closing)
                .query(PollRepository::poll)
                .list();
    }

    Optional<Poll> find(UUID id) {
        return jdbc.sql(POLLS + "WHERE id = :id")
                .param("id", id)
                .query(PollRepository::poll)
                .optional();
    }

    /** Returns a poll whose row nobody else changes, and of which no ballot is kept, until the transaction ends. */
    Optional<Poll> findForUpdate(UUID id) {
        return jdbc.sql(POLLS + "WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(PollRepository::poll)
                .optional();
    }

    void insert(Poll poll, String by) {
        write(
                """
                INSERT INTO priority_poll (id, beat, language, opens_on, closes_on, choices, changed_by, changed_at)
                VALUES (:id, :beat, :language, :opens, :closes, :choices, :by, CURRENT_TIMESTAMP)
                """,
                poll,
                by);
    }

    void update(Poll poll, String by) {
        write(
                """
                UPDATE priority_poll SET beat = :beat, language = :language, opens_on = :opens, closes_on = :closes, choices = :choices,
                    changed_by = :by, changed_at = CURRENT_TIMESTAMP
                WHERE id = :id
                """,
                poll,
                by);
    }

    private void write(String sql, Poll poll, String by) {
        jdbc.sql(sql)
                .param("id", poll.id())
                .param("beat", poll.beat())
                .param("language", poll.language())
                .param("opens", poll.opensOn())
                .param("closes", poll.closesOn())
                .param("choices", String.join("\n", poll.choices()))
                .param("by", by)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("DELETE FROM priority_poll WHERE id = :id").param("id", id).update();
    }

    boolean hasBallot(UUID poll, Ballot ballot) {
        return jdbc.sql("SELECT count(*) FROM poll_ballot WHERE poll = :poll AND token_hash = :hash")
                        .param("poll", poll)
                        .param("hash", ballot.hash())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void insert(UUID poll, Ballot ballot) {
        jdbc.sql("INSERT INTO poll_ballot (poll, token_hash, ranking) VALUES (:poll, :hash, :ranking)")
                .param("poll", poll)
                .param("hash", ballot.hash())
                .param("ranking", ballot.ranking().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .update();
    }

    int countBallots(UUID poll) {
        return jdbc.sql("SELECT count(*) FROM poll_ballot WHERE poll = :poll")
                .param("poll", poll)
                .query(Integer.class)
                .single();
    }

    /** Returns the rankings of a poll, in no order that says when they came. */
    List<List<Integer>> listRankings(UUID poll) {
        return jdbc.sql("SELECT ranking FROM poll_ballot WHERE poll = :poll ORDER BY token_hash")
                .param("poll", poll)
                .query((rs, row) -> Arrays.stream(rs.getString("ranking").split(" ", -1))
                        .map(Integer::valueOf)
                        .toList())
                .list();
    }

    private static Poll poll(ResultSet rs, int row) throws SQLException {
        return new Poll(
                rs.getObject("id", UUID.class),
                rs.getString("beat"),
                rs.getString("language"),
                rs.getObject("opens_on", LocalDate.class),
                rs.getObject("closes_on", LocalDate.class),
                rs.getString("choices").lines().toList());
    }
}
