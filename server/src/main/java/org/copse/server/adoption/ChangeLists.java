package org.copse.server.adoption;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copse.server.address.AddressRow;
import org.copse.server.address.AddressSource;
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
    private final AddressSource addresses;
    /** A change of anything that a list is made of makes another; whoever asks for one that is being made waits for it. */
    private final Cache<Made, ChangeList> known =
            Caffeine.newBuilder().maximumSize(4).build();

    ChangeLists(
            PlansInForce plans,
            Assignments assignments,
            ResidentOfficers officers,
            LayerStore layers,
            AddressSource addresses) {
        this.plans = plans;
        this.assignments = assignments;
        this.officers = officers;
        this.layers = layers;
        this.addresses = addresses;
    }

    private record Made(
            int term, Set<UUID> addresses, Map<String, StoredOfficer> before, Map<String, StoredOfficer> after) {}

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
        Made made = new Made(
                term.number(),
                addresses.listNewest(),
                officers.mapUntil(before.plan().id(), term.number(), from),
                officers.mapOn(plan, assignments.dayOf(from)));
        return known.get(made, of -> list(term, before, of));
    }

    private ChangeList list(PlanTerm term, PlanTerm before, Made made) {
        Half old = half(before.plan().id(), made.before());
        Half next = half(term.plan().id(), made.after());
        List<Address> changing = new ArrayList<>();
        int[] all = new int[1];
        addresses.forEach(made.addresses(), address -> {
            BeatTerritory was = old.at(address.lon(), address.lat());
            BeatTerritory is = next.at(address.lon(), address.lat());
            if (was == null || is == null) {
                return;
            }
            all[0]++;
            if (!Objects.equals(old.officer(was), next.officer(is))) {
                String number = address.number();
                changing.add(new Address(street(address), number == null ? "" : number, old.side(was), next.side(is)));
            }
        });
        List<Layer> read = made.addresses().stream()
                .flatMap(id -> layers.find(id).stream())
                .toList();
        return new ChangeList(
                term.plan().name(),
                before.plan().name(),
                term.validFrom(),
                read.isEmpty() ? null : read.stream().map(Layer::name).collect(Collectors.joining(", ")),
                read.stream()
                        .flatMap(layer -> Stream.ofNullable(layer.origin().asOf()))
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                all[0],
                changing.size(),
                ChangeList.streets(changing));
    }

    /** A district has more than one Church Street: the town is part of the name. */
    private static String street(AddressRow address) {
        return Stream.of(address.streets(), address.towns())
                .filter(spellings -> !spellings.isEmpty())
                .map(spellings -> String.join(" / ", spellings))
                .collect(Collectors.joining(", "));
    }

    private Half half(UUID plan, Map<String, StoredOfficer> officers) {
        List<BeatTerritory> beats = plans.listBeats(plan);
        return new Half(
                beats, BeatIndex.of(beats.stream().map(BeatTerritory::lonLat).toList()), officers);
    }
}
