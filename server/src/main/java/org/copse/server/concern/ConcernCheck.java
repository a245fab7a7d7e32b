package org.copse.server.concern;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.copse.server.address.Addresses;
import org.copse.server.address.FoundAddress;
import org.copse.server.area.AreaAddress;
import org.copse.server.inforce.IndexedPlan;
import org.copse.server.inforce.PlanIndex;
import org.copse.server.publication.AreaName;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the form: what it is about, where that is, and whose beat; or says all that is wrong with it, field by field, in the reader's language. */
@Component
class ConcernCheck {
    static final int LONGEST_WORDS = 1500;
    private static final int LEAST_WORDS = 10;
    static final int LONGEST_CONTACT = 200;
    private static final int LONGEST_ADDRESS = 200;
    private static final int CHOICES = 8;

    private final Addresses addresses;
    private final PlanIndex plans;

    ConcernCheck(Addresses addresses, PlanIndex plans) {
        this.addresses = addresses;
        this.plans = plans;
    }

    /** One thing that an address may mean. */
    record Choice(String id, String label) {}

    /**
     * What came of a form.
     *
     * @param form as it is shown again, without what is no text
     * @param complaints by field; empty where nothing is wrong
     * @param choices what the address may mean, where it is not one thing
     * @param area name of the beat that the form was opened for
     * @param beat name of the beat that was found
     * @param concern null where anything is wrong or to be chosen
     */
    record Checked(
            ConcernForm form,
            Map<String, String> complaints,
            List<Choice> choices,
            @Nullable String area,
            @Nullable String beat,
            @Nullable NewConcern concern) {
        @Override
        public String toString() {
            return "Checked[a concern]";
        }
    }

    private record Where(String place, Concern.@Nullable Position position, BeatTerritory beat) {}

    /** Returns the form of somebody who has not filled it in yet, or goes on with it. */
    Checked unchecked(ConcernForm form, Words words) {
        return new Checked(
                clean(form),
                Map.of(),
                List.of(),
                area(form, plans.find()).map(beat -> name(beat, words)).orElse(null),
                null,
                null);
    }

    /** Returns what came of a form; ends the request where no plan is in force. */
    Checked check(ConcernForm sent, Words words) {
        ConcernForm form = clean(sent);
        IndexedPlan plan = plans.get();
        Map<String, String> complaints = new LinkedHashMap<>();
        Category category = Category.findByKey(text(form.category())).orElse(null);
        if (category == null) {
            complaints.put("category", words.say("concern.complaint.category"));
        }
        String said = text(form.words());
        if (said.length() < LEAST_WORDS || said.length() > LONGEST_WORDS) {
            complaints.put(
                    "words",
                    words.say(
                            said.length() < LEAST_WORDS ? "concern.complaint.short" : "concern.complaint.long",
                            Map.of("n", words.number(said.length(), 0), "most", words.number(LONGEST_WORDS, 0))));
        }
        String contact = text(form.contact());
        if (contact.length() > LONGEST_CONTACT) {
            complaints.put(
                    "contact",
                    words.say("concern.complaint.contact", Map.of("most", words.number(LONGEST_CONTACT, 0))));
        }
        Optional<BeatTerritory> area = area(form, Optional.of(plan));
        List<FoundAddress> meant = chosen(form).map(List::of).orElseGet(() -> search(form, words));
        boolean isToBeChosen = pin(form).isEmpty() && meant.size() > 1 && !FoundAddress.isPlain(meant);
        Where where = isToBeChosen ? null : where(form, meant, area, plan, words, complaints);
        List<Choice> choices = isToBeChosen
                ? meant.stream()
                        .filter(one -> one.id() != null)
                        .map(one -> new Choice(String.valueOf(one.id()), one.label()))
                        .toList()
                : List.of();
        NewConcern concern = category == null || where == null || !complaints.isEmpty()
                ? null
                : new NewConcern(
                        words.language(),
                        category,
                        said,
                        where.place(),
                        where.position(),
                        where.beat().id(),
                        contact.isEmpty() ? null : contact);
        return new Checked(
                form,
                complaints,
                choices,
                area.map(beat -> name(beat, words)).orElse(null),
                where == null ? null : name(where.beat(), words),
                concern);
    }

    /** A pin counts first, then an address that was chosen or is clear, then the beat that the form was opened for. */
    private @Nullable Where where(
            ConcernForm form,
            List<FoundAddress> meant,
            Optional<BeatTerritory> area,
            IndexedPlan plan,
            Words words,
            Map<String, String> complaints) {
        Concern.Position pin = pin(form).orElse(null);
        String typed = text(form.address());
        if (pin == null && meant.isEmpty()) {
            if (area.isPresent() && typed.length() <= LONGEST_ADDRESS) {
                return new Where(typed, null, area.get());
            }
            complaints.put(
                    "address", words.say(typed.isEmpty() ? "concern.complaint.where" : "concern.complaint.noMatch"));
            return null;
        }
        Concern.Position at = pin != null
                ? pin
                : new Concern.Position(meant.get(0).lon(), meant.get(0).lat());
        Where found = plan.index()
                .locate(at.lon(), at.lat())
                .map(plan.beats()::get)
                .map(beat -> new Where(pin == null ? meant.get(0).label() : text(at), at, beat))
                .orElse(null);
        if (found == null) {
            complaints.put("address", words.say("concern.complaint.outside"));
        }
        return found;
    }

    private Optional<FoundAddress> chosen(ConcernForm form) {
        String id = text(form.id());
        return id.isEmpty() || !text(form.address()).equals(text(form.meant())) ? Optional.empty() : addresses.find(id);
    }

    private List<FoundAddress> search(ConcernForm form, Words words) {
        String typed = text(form.address());
        return typed.isEmpty() || typed.length() > LONGEST_ADDRESS
                ? List.of()
                : addresses.search(typed, CHOICES, words.language().code());
    }

    private static Optional<Concern.Position> pin(ConcernForm form) {
        try {
            double lon = Double.parseDouble(text(form.lon()));
            double lat = Double.parseDouble(text(form.lat()));
            return Math.abs(lon) <= 180 && Math.abs(lat) <= 90
                    ? Optional.of(new Concern.Position(lon, lat))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<BeatTerritory> area(ConcernForm form, Optional<IndexedPlan> plan) {
        String asked = text(form.area());
        return asked.isEmpty()
                ? Optional.empty()
                : plan.flatMap(known -> known.beats().stream()
                        .filter(beat -> beat.id().equals(asked)
                                || AreaAddress.of(beat.id()).equals(asked))
                        .findFirst());
    }

    private static String name(BeatTerritory beat, Words words) {
        return words.say("area.beat", Map.of("beat", AreaName.plain(beat.name())));
    }

    private static ConcernForm clean(ConcernForm form) {
        return new ConcernForm(
                text(form.category()),
                PlainText.line(text(form.address())),
                text(form.id()),
                PlainText.line(text(form.meant())),
                text(form.lon()),
                text(form.lat()),
                text(form.area()),
                PlainText.of(text(form.words())),
                PlainText.line(text(form.contact())),
                text(form.code()),
                form.edit());
    }

    /** Latitude first, as people read coordinates, to about a metre. */
    private static String text(Concern.Position at) {
        return String.format(Locale.ROOT, "%.5f, %.5f", at.lat(), at.lon());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
