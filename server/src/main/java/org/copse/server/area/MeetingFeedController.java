package org.copse.server.area;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.copse.server.event.Calendar;
import org.copse.server.event.Events;
import org.copse.server.permission.Public;
import org.copse.server.publication.AreaName;
import org.copse.server.publicpage.PublicPages;
import org.copse.server.walk.PlannedWalks;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The meetings and public walks of a beat as a calendar to subscribe to. */
@RestController
@Hidden
@Public
class MeetingFeedController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Areas areas;
    private final Events events;
    private final PlannedWalks walks;
    private final PublicPages pages;
    private final Clock clock;

    MeetingFeedController(Areas areas, Events events, PlannedWalks walks, PublicPages pages, Clock clock) {
        this.areas = areas;
        this.events = events;
        this.walks = walks;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language:[a-z][a-z]}/beats/{id}/meetings.ics")
    ResponseEntity<byte[]> feed(@PathVariable String language, @PathVariable String id) {
        Language spoken = PublicPages.language(language);
        var beat = areas.getBeat(id).territory();
        String name = Words.of(spoken).say("area.calendar", Map.of("beat", AreaName.plain(beat.name())));
        String page = pages.root() + "/" + spoken.code() + AreaAddress.beat(beat.id());
        Stream<Calendar.Entry> meetings =
                events.listMeetings(beat.id()).stream().map(meeting -> Calendar.Entry.of(meeting, page));
        Stream<Calendar.Entry> planned = walks.listPublic(beat).stream()
                .map(walk -> PlannedWalkText.entry(walk, pages.root(), Words.of(spoken)));
        String calendar = Calendar.of(name, Stream.concat(meetings, planned).toList(), clock.instant());
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache())
                .body(calendar.getBytes(StandardCharsets.UTF_8));
    }
}
