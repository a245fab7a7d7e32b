package org.copse.server.area;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.copse.server.event.Ballot;
import org.copse.server.event.Poll;
import org.copse.server.event.PollSettings;
import org.copse.server.event.Polls;
import org.copse.server.permission.Public;
import org.copse.server.publicpage.PublicPage;
import org.copse.server.publicpage.PublicPages;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.copse.server.system.RequestLimit;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where residents rank the choices of a poll, without script, account or cookie, and read how it ended. The choices stand in another order on each form: what
 * stands first is chosen more often.
 */
@RestController
@Hidden
@Public
@RequestMapping("/{language:[a-z][a-z]}/polls/{id}")
class PollPageController {
    private final Polls polls;
    private final PollText text;
    private final Areas areas;
    private final PublicPages pages;
    private final RequestLimit ballots;

    PollPageController(Polls polls, PollText text, Areas areas, PublicPages pages, PollSettings settings) {
        this.polls = polls;
        this.text = text;
        this.areas = areas;
        this.pages = pages;
        this.ballots = new RequestLimit(settings.ballotsPerHour(), Duration.ofHours(1), "ballots");
    }

    /** A choice on the form; {@code place} is the one that was chosen for it, 0 for none. */
    record Choice(int number, Written issue, int place) {}

    /** What somebody put where. */
    record Ranked(String place, Written issue) {}

    @GetMapping
    ResponseEntity<byte[]> show(@PathVariable String language, @PathVariable String id) {
        return form(HttpStatus.OK, get(id), words(language), Map.of(), null);
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> rank(
            @PathVariable String language,
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = words(language);
        Poll poll = get(id);
        TreeMap<Integer, Integer> byPlace = new TreeMap<>();
        for (int choice = 1; choice <= poll.choices().size(); choice++) {
            int place = place(poll, choice, fields);
            if (place > 0 && byPlace.put(place, choice) != null) {
                return form(HttpStatus.BAD_REQUEST, poll, words, fields, "poll.complaint.twice");
            }
        }
        if (byPlace.isEmpty()) {
            return form(HttpStatus.BAD_REQUEST, poll, words, fields, "poll.complaint.none");
        }
        if (ballots.secondsToWait(request, response) > 0) {
            return form(HttpStatus.TOO_MANY_REQUESTS, poll, words, fields, "plannedWalk.tooMany");
        }
        Ballot ballot = new Ballot(token(fields), List.copyOf(byPlace.values()));
        if (polls.cast(poll.id(), ballot) == Polls.Cast.CLOSED) {
            return form(HttpStatus.CONFLICT, poll, words, fields, "poll.complaint.closed");
        }
        List<Ranked> ranked = IntStream.range(0, ballot.ranking().size())
                .mapToObj(at -> new Ranked(
                        words.number(at + 1.0, 0),
                        PollText.issue(poll, ballot.ranking().get(at), words)))
                .toList();
        return answer(HttpStatus.OK, poll, words, Map.<String, Object>of("ranked", ranked));
    }

    private ResponseEntity<byte[]> form(
            HttpStatus status, Poll poll, Words words, Map<String, String> fields, @Nullable String complaint) {
        String token = token(fields);
        List<Choice> choices =
                new ArrayList<>(IntStream.rangeClosed(1, poll.choices().size())
                        .mapToObj(number ->
                                new Choice(number, PollText.issue(poll, number, words), place(poll, number, fields)))
                        .toList());
        Collections.shuffle(choices, new Random(token.hashCode()));
        return answer(
                status,
                poll,
                words,
                Map.<String, Object>of(
                        "choices",
                        choices,
                        "token",
                        token,
                        "complaint",
                        complaint == null ? "" : words.say(complaint)));
    }

    private ResponseEntity<byte[]> answer(HttpStatus status, Poll poll, Words words, Map<String, Object> more) {
        Map<String, Object> content = new HashMap<>(more);
        content.put("poll", text.entry(poll, words));
        content.put("beat", beat(poll, words));
        return pages.answer(status, new PublicPage("poll", words.language(), PollText.address(poll), content));
    }

    /** Returns the beat by its name, with its page; one that the plan in force does not have any more has neither. */
    private Map<String, String> beat(Poll poll, Words words) {
        return areas.findBeats().stream()
                .filter(one -> one.id().equals(poll.beat()))
                .findFirst()
                .map(one -> Map.of("name", AreaText.title(one, words), "address", AreaAddress.beat(one.id())))
                .orElse(Map.of());
    }

    /** Returns the place that was chosen for a choice, from 1; 0 for none and for what is no place. */
    private static int place(Poll poll, int choice, Map<String, String> fields) {
        String sent = fields.getOrDefault("choice" + choice, "");
        return sent.matches("[1-" + poll.choices().size() + "]") ? Integer.parseInt(sent) : 0;
    }

    private static String token(Map<String, String> fields) {
        return Ballot.findToken(fields.getOrDefault("token", "")).orElseGet(Ballot::freshToken);
    }

    private Poll get(String id) {
        return find(id).orElseThrow(() ->
                new ProblemException(ProblemType.NOT_FOUND, "There is no such poll, or it has not opened yet."));
    }

    private Optional<Poll> find(String id) {
        try {
            return polls.findOpened(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Words words(String language) {
        return Words.of(PublicPages.language(language));
    }
}
