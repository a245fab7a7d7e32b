package org.copse.server.lookup;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.copse.geoimport.Feature;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.server.assignment.Assignments;
import org.copse.server.assignment.Cover;
import org.copse.server.handover.Handovers;
import org.copse.server.layer.Layer;
import org.copse.server.layer.LayerStore;
import org.copse.server.officer.ServiceContact;
import org.copse.server.publication.AuthorityContact;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.publication.SectorTerritory;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;

/** Officers, notices and contact points as they are stored; contact points are read again only when their layers are others than before. */
@Component
class StoredLookup implements LookupSource {
    private final PlansInForce plans;
    private final Assignments assignments;
    private final Handovers handovers;
    private final LayerStore layers;
    private final AuthorityContact authority;
    private volatile Places places = new Places(Set.of(), List.of());

    StoredLookup(
            PlansInForce plans,
            Assignments assignments,
            Handovers handovers,
            LayerStore layers,
            AuthorityContact authority) {
        this.plans = plans;
        this.assignments = assignments;
        this.handovers = handovers;
        this.layers = layers;
        this.authority = authority;
    }

    private record Places(Set<UUID> from, List<ContactPlace> all) {}

    @Override
    public Map<String, Cover> mapCover(PublishedPlan plan) {
        LocalDate today = assignments.today();
        LocalDate first = assignments.dayOf(plan.validFrom());
        return assignments.mapCover(plan.id(), first.isAfter(today) ? first : today);
    }

    @Override
    public Map<String, Map<String, String>> mapNotices(PublishedPlan plan) {
        return handovers.mapNotices(plan.id());
    }

    @Override
    public List<SectorTerritory> listSectors(PublishedPlan plan) {
        return plans.listSectors(plan.id());
    }

    @Override
    public List<ContactPlace> listContactPlaces() {
        Set<String> names = new HashSet<>();
        List<Layer> newest = layers.list().stream()
                .filter(layer -> layer.kind() == LayerKind.CONTACT_POINTS)
                .sorted(Comparator.comparingInt(Layer::version).reversed())
                .filter(layer -> names.add(layer.name()))
                .toList();
        Set<UUID> ids = new HashSet<>();
        newest.forEach(layer -> ids.add(layer.id()));
        if (!ids.equals(places.from())) {
            List<ContactPlace> read = new ArrayList<>();
            newest.forEach(layer -> layers.forEachFeature(layer.id(), feature -> add(layer, feature, read)));
            places = new Places(ids, List.copyOf(read));
        }
        return places.all();
    }

    @Override
    public LocalDateTime now() {
        return assignments.now();
    }

    @Override
    public LookupAnswer.Team getAuthority() {
        ServiceContact contact = authority.get();
        return new LookupAnswer.Team(contact.phone(), contact.email());
    }

    private static void add(Layer layer, Feature feature, List<ContactPlace> read) {
        if (feature.geometry().isEmpty()) {
            return;
        }
        Point at = feature.geometry().getInteriorPoint();
        String name = text(feature, layer.roles().find(Role.NAME).orElse("name"));
        read.add(new ContactPlace(
                name == null ? feature.id() : name,
                text(feature, layer.roles().find(Role.ADDRESS).orElse("address")),
                text(feature, layer.roles().find(Role.OPENING_HOURS).orElse("hours")),
                at.getX(),
                at.getY()));
    }

    private static @Nullable String text(Feature feature, String column) {
        Object value = feature.attributes().get(column);
        return value == null ? null : value.toString();
    }
}
