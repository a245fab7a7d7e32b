package org.copse.server.policeuk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.copse.server.area.AreaAddress;
import org.copse.server.area.Areas;
import org.copse.server.lookup.LookupAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A beat as police.uk shows a neighbourhood.
 *
 * @param urlForce page of the beat
 * @param centre a position inside it
 * @param locations where police can be met near its middle
 * @param population residents, rounded
 */
record Neighbourhood(
        String id,
        String name,
        @JsonProperty("url_force") String urlForce,
        @JsonProperty("contact_details") Contact contact,
        List<Link> links,
        Centre centre,
        List<Location> locations,
        String description,
        long population) {

    /** Where a position lies. */
    record Located(String force, String neighbourhood) {}

    /** One of the list. */
    record Entry(String id, String name) {}

    /** How somebody is reached; what is not known is null. */
    record Contact(@Nullable String telephone, @Nullable String email) {}

    /** A page. */
    record Link(String title, String url) {}

    /** A position in degrees, WGS 84: numbers, where police.uk has texts. */
    record Centre(double latitude, double longitude) {}

    /** A place where police can be met; {@code description} are its hours as they were noted. */
    record Location(String name, @Nullable String address, String type, @Nullable String description) {}

    /** Who answers for the beat today; {@code bio} is plain text. */
    record Officer(String name, @Nullable String bio, @JsonProperty("contact_details") Contact contact) {}

    static Neighbourhood of(Areas.Beat beat, String root) {
        LookupAnswer.Beat answer = beat.answer();
        var middle = beat.territory().lonLat().getInteriorPoint();
        String page = root + "/en" + AreaAddress.beat(answer.id());
        return new Neighbourhood(
                AreaAddress.of(answer.id()),
                answer.name(),
                page,
                contact(answer),
                List.of(new Link(answer.name(), page)),
                new Centre(middle.getY(), middle.getX()),
                answer.contactPoints().stream()
                        .map(point -> new Location(point.name(), point.address(), "contact point", point.hours()))
                        .toList(),
                answer.sectorName(),
                Math.round(beat.territory().residents()));
    }

    static List<Officer> people(LookupAnswer.Beat answer) {
        return Optional.ofNullable(answer.officer()).stream()
                .map(officer ->
                        new Officer(officer.dutyName(), officer.bio(), new Contact(officer.phone(), officer.email())))
                .toList();
    }

    private static Contact contact(LookupAnswer.Beat answer) {
        LookupAnswer.Officer officer = answer.officer();
        return officer != null && (officer.phone() != null || officer.email() != null)
                ? new Contact(officer.phone(), officer.email())
                : new Contact(answer.team().phone(), answer.team().email());
    }
}
