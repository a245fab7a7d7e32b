package org.copse.server.adoption;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.server.adoption.ChangeList.Address;
import org.copse.server.adoption.ChangeList.Side;
import org.copse.server.assignment.Assignments;
import org.copse.server.assignment.ResidentOfficers;
import org.copse.server.inforce.BeatIndex;
import org.copse.server.layer.Layer;
import org.copse.server.layer.LayerStore;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PlanTerm;
import org.copse.server.publication.PlansInForce;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out, address by address, whose officer changes when a plan comes into force. */
@Component
class ChangeLists {
    private final PlansInForce plans;
    private final Assignments assignments;
    private final ResidentOfficers officers;
    private final LayerStore layers;
    private volatile @Nullable Known last;

    ChangeLists(PlansInForce plans, Assignments assignments, ResidentOfficers officers, LayerStore layers) {
        this.plans = plans;
        this.assignments = assignments;
        this.officers = officers;
        this.layers = layers;
    }

    /** A list that was made, and from what; a change of any of that makes another. */
    private record Known(Made of, ChangeList list) {}

    private record Made(
            int term, @Nullable UUID addresses, Map<String, StoredOfficer> before, Map<String, StoredOfficer> after) {}

    /** A plan's beats and who has them on the day of the change. */
    private record Half(List<BeatTerritory> beats, BeatIndex index, Map<String, StoredOfficer> officers) {
        @Nullable
        BeatTerritory at(double lon, double lat) {
            return index.locate(lon, lat).map(beats::get).orElse(null);
        }

        Side side(BeatTerritory beat) {
            StoredOfficer officer = officers.get(beat.id());
            return new Side(
                    beat.id(),
                    beat.name(),
                    beat.sectorName(),
                    officer == null ? null : officer.particulars().dutyName());
        }

        @Nullable
        UUID officer(BeatTerritory beat) {
            StoredOfficer officer = officers.get(beat.id());
            return officer == null ? null : officer.id();
        }
    }

    /**
     * Returns the list of a published plan.
     *
     * @throws ProblemException when it was never published, or is the first
     */
    ChangeList get(UUID plan) {
        PlanTerm term = plans.listTerms(plan).stream()
                .filter(one -> !one.isCalledOff())
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "No plan " + plan + " was published."));
        Instant from = term.validFrom();
        PlanTerm before = plans.findAt(from.minusMillis(1))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "No plan was in force before this one: nobody's officer changes."));
        Optional<Layer> addresses = layers.list().stream()
                .filter(layer -> layer.kind() == LayerKind.ADDRESSES)
                .findFirst();
        Made made = new Made(
                term.number(),
                addresses.map(Layer::id).orElse(null),
                officers.mapUntil(before.plan().id(), term.number(), from),
                officers.mapOn(plan, assignments.dayOf(from)));
        Known known = last;
        if (known != null && known.of().equals(made)) {
            return known.list();
        }
        ChangeList list = list(term, before, addresses, made);
        last = new Known(made, list);
        return list;
    }

    private ChangeList list(PlanTerm term, PlanTerm before, Optional<Layer> addresses, Made made) {
        Half old = half(before.plan().id(), made.before());
        Half next = half(term.plan().id(), made.after());
        List<Address> changing = new ArrayList<>();
        int[] all = new int[1];
        addresses.ifPresent(layer -> {
            String street = layer.roles().find(Role.STREET).orElse("street");
            String number = layer.roles().find(Role.HOUSE_NUMBER).orElse("number");
            layers.forEachFeature(layer.id(), feature -> {
                if (feature.geometry().isEmpty()) {
                    return;
                }
                double lon = feature.geometry().getInteriorPoint().getX();
                double lat = feature.geometry().getInteriorPoint().getY();
                BeatTerritory was = old.at(lon, lat);
                BeatTerritory is = next.at(lon, lat);
                if (was == null || is == null) {
                    return;
                }
                all[0]++;
                if (!Objects.equals(old.officer(was), next.officer(is))) {
                    changing.add(new Address(
                            feature.text(street).orElse(""),
                            feature.text(number).orElse(""),
                            old.side(was),
                            next.side(is)));
                }
            });
        });
        return new ChangeList(
                term.plan().name(),
                before.plan().name(),
                term.validFrom(),
                addresses.map(Layer::name).orElse(null),
                addresses
                        .flatMap(layer -> Optional.ofNullable(layer.origin().asOf()))
                        .orElse(null),
                all[0],
                changing.size(),
                ChangeList.streets(changing));
    }

    private Half half(UUID plan, Map<String, StoredOfficer> officers) {
        List<BeatTerritory> beats = plans.listBeats(plan);
        return new Half(
                beats, BeatIndex.of(beats.stream().map(BeatTerritory::lonLat).toList()), officers);
    }
}
