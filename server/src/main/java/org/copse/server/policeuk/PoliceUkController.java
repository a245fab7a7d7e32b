package org.copse.server.policeuk;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.server.area.AreaAddress;
import org.copse.server.area.Areas;
import org.copse.server.lookup.LookupAnswer;
import org.copse.server.lookup.Lookups;
import org.copse.server.permission.Public;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.publicpage.PublicPages;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.copse.server.system.RequestLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The interface in the shape of police.uk. */
@RestController
@RequestMapping("/api")
@Public
@CrossOrigin(exposedHeaders = {"RateLimit-Limit", "RateLimit-Remaining", "Retry-After", "ETag"})
@ConditionalOnProperty(name = "copse.police-uk.enabled", matchIfMissing = true)
class PoliceUkController {
    private static final String FORCE = "/{force:(?!v1$)[a-z][a-z0-9-]+}";
    private static final Pattern POSITION =
            Pattern.compile("\\s*(-?\\d{1,2}(?:\\.\\d{1,15})?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d{1,15})?)\\s*");

    private final Areas areas;
    private final Lookups lookups;
    private final Agenda agenda;
    private final PublicPages pages;
    private final PoliceUkSettings settings;
    private final RequestLimit limit;

    PoliceUkController(Areas areas, Lookups lookups, Agenda agenda, PublicPages pages, PoliceUkSettings settings) {
        this.areas = areas;
        this.lookups = lookups;
        this.agenda = agenda;
        this.pages = pages;
        this.settings = settings;
        this.limit = new RequestLimit(settings.perMinute(), Duration.ofMinutes(1), "requests");
    }

    @ModelAttribute
    void limit(HttpServletRequest request, HttpServletResponse response) {
        limit.take(request, response);
    }

    @GetMapping("/locate-neighbourhood")
    @Operation(
            summary = "Returns the beat of a position, as police.uk does",
            description = "\"q\" is latitude,longitude in degrees, WGS 84. Outside the district there is none.")
    ResponseEntity<Neighbourhood.Located> locate(@RequestParam @Nullable String q) {
        Matcher position = POSITION.matcher(q == null ? "" : q);
        if (!position.matches()) {
            throw FieldErrors.of("q", "must be latitude,longitude in degrees, such as 51.42,2.72");
        }
        double lat = Double.parseDouble(position.group(1));
        double lon = Double.parseDouble(position.group(2));
        if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
            throw FieldErrors.of("q", "must be latitude,longitude in degrees: at most 90 and 180");
        }
        List<LookupAnswer.Beat> beats = lookups.at(lon, lat).beats();
        if (beats.isEmpty()) {
            throw new ProblemException(ProblemType.NOT_FOUND, "The position is outside the district.");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Neighbourhood.Located(
                        settings.force(), AreaAddress.of(beats.get(0).id())));
    }

    @GetMapping(FORCE + "/neighbourhoods")
    @Operation(summary = "Lists the beats of the plan in force, as police.uk lists neighbourhoods")
    ResponseEntity<List<Neighbourhood.Entry>> list(@PathVariable String force) {
        check(force);
        List<Neighbourhood.Entry> all = areas.listSectors().stream()
                .flatMap(sector -> sector.beats().stream())
                .map(beat -> new Neighbourhood.Entry(AreaAddress.of(beat.id()), beat.name()))
                .toList();
        return tagged(areas.getPlan(), all);
    }

    @GetMapping(FORCE + "/{id}")
    @Operation(summary = "Returns a beat with how it is reached and where police can be met")
    ResponseEntity<Neighbourhood> get(@PathVariable String force, @PathVariable String id) {
        check(force);
        return fresh(Neighbourhood.of(areas.getBeat(id), pages.root()));
    }

    @GetMapping(FORCE + "/{id}/people")
    @Operation(summary = "Returns who answers for a beat today, by name")
    ResponseEntity<List<Neighbourhood.Officer>> people(@PathVariable String force, @PathVariable String id) {
        check(force);
        return fresh(Neighbourhood.people(areas.getBeat(id).answer()));
    }

    @GetMapping(FORCE + "/{id}/events")
    @Operation(summary = "Lists the meetings of a beat that are not over, the next first")
    ResponseEntity<List<Agenda.Meeting>> events(@PathVariable String force, @PathVariable String id) {
        check(force);
        return fresh(agenda.meetings(areas.getBeat(id).territory().id()));
    }

    @GetMapping(FORCE + "/{id}/priorities")
    @Operation(summary = "Lists what was agreed with the residents of a beat, and what was done")
    ResponseEntity<List<Agenda.Priority>> priorities(@PathVariable String force, @PathVariable String id) {
        check(force);
        return fresh(agenda.priorities(areas.getBeat(id).territory().id()));
    }

    @GetMapping(FORCE + "/{id}/boundary")
    @Operation(summary = "Returns a beat's boundary as a GeoJSON MultiPolygon")
    ResponseEntity<Boundary> boundary(@PathVariable String force, @PathVariable String id) {
        check(force);
        Areas.Beat beat = areas.getBeat(id);
        return tagged(beat.plan(), Boundary.of(beat.territory().lonLat()));
    }

    private void check(String force) {
        if (!settings.force().equals(force)) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "The force of this server is called " + settings.force() + ".");
        }
    }

    private static <T> ResponseEntity<T> fresh(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(body);
    }

    private static <T> ResponseEntity<T> tagged(PublishedPlan plan, T body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(plan.tag())
                .body(body);
    }
}
