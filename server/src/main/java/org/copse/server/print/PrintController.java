package org.copse.server.print;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.copse.server.area.AreaAddress;
import org.copse.server.area.Areas;
import org.copse.server.assignment.Assignments;
import org.copse.server.layer.DrawnBackdrops;
import org.copse.server.pdf.Paper;
import org.copse.server.permission.Public;
import org.copse.server.publicpage.PublicPages;
import org.copse.server.publicpage.PublicSettings;
import org.copse.server.system.RequestLimit;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Sheets of beats as PDF. */
@RestController
@Hidden
@Public
class PrintController {
    private static final String BEAT = "/{language:[a-z][a-z]}/beats/{id}";

    private final Areas areas;
    private final Assignments days;
    private final DrawnBackdrops backdrops;
    private final PublicPages pages;
    private final PublicSettings authority;
    private final RequestLimit limit;

    PrintController(
            Areas areas,
            Assignments days,
            DrawnBackdrops backdrops,
            PublicPages pages,
            PublicSettings authority,
            PrintSettings settings) {
        this.areas = areas;
        this.days = days;
        this.backdrops = backdrops;
        this.pages = pages;
        this.authority = authority;
        this.limit = new RequestLimit(settings.perMinute(), Duration.ofMinutes(1), "sheets");
    }

    @GetMapping(BEAT + "/sheet.pdf")
    ResponseEntity<byte[]> sheet(
            @PathVariable String language,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        return write(language, id, Paper.A4_LARGE, request, response);
    }

    @GetMapping(BEAT + "/hallway.pdf")
    ResponseEntity<byte[]> hallway(
            @PathVariable String language,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        return write(language, id, Paper.A3, request, response);
    }

    @GetMapping(BEAT + "/card.pdf")
    ResponseEntity<byte[]> card(
            @PathVariable String language,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        return write(language, id, Paper.CARD, request, response);
    }

    private ResponseEntity<byte[]> write(
            String language, String id, Paper paper, HttpServletRequest request, HttpServletResponse response) {
        Language spoken = PublicPages.language(language);
        limit.take(request, response);
        Areas.Beat beat = areas.getBeat(id);
        String address = pages.root() + "/" + spoken.code()
                + AreaAddress.beat(beat.territory().id());
        BeatSheet sheet = new BeatSheet(
                beat,
                Words.of(spoken),
                authority,
                address,
                days.dayOf(beat.plan().validFrom()),
                days.today());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (paper == Paper.CARD) {
            sheet.card(out);
        } else {
            sheet.poster(paper, backdrops::list, out);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"beat-" + spoken.code() + ".pdf\"")
                .cacheControl(CacheControl.noCache())
                .body(out.toByteArray());
    }
}
