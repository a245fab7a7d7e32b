package org.copse.server.address;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.copse.server.address.Entry.Postcode;
import org.copse.server.address.Entry.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * How well one spelling of an entry answers a question: each word of the question is given to the word of the name, the town or the postcode that
 * it is most like; a number that nothing takes is the house's.
 */
final class Matching {
    private static final double SHARE_OF_COVERAGE = 0.2;
    private static final double LEAST_WEIGHT_OF_NAME = 0.3;
    private static final Set<String> SUFFIXES = Set.of("bis", "ter", "quater");

    private final List<Word> asked;
    private final Entry entry;
    private final Spelling spelling;
    private final Likeness likeness;
    private final double[] like;
    private final boolean[] ofName;
    private final boolean[] taken;

    private Matching(Question question, Entry entry, Spelling spelling) {
        this.asked = question.wording().words();
        this.entry = entry;
        this.spelling = spelling;
        this.likeness = new Likeness(question.wording(), spelling.wording());
        this.like = new double[asked.size()];
        this.ofName = new boolean[asked.size()];
        this.taken = new boolean[spelling.wording().words().size()];
    }

    /**
     * How well an entry answers.
     *
     * @param score 0 to 1, where 1 is word for word
     * @param houseNumber that was asked for, if one was
     */
    record Match(Entry entry, Spelling spelling, double score, @Nullable HouseNumber houseNumber) {}

    /** Returns how well the entry answers, by the spelling that does best. */
    static Match of(Question question, Entry entry) {
        Match best = null;
        for (Spelling spelling : entry.spellings()) {
            Match match = new Matching(question, entry, spelling).match();
            if (best == null || match.score() > best.score()) {
                best = match;
            }
        }
        return best == null ? new Match(entry, entry.spellings().get(0), 0, null) : best;
    }

    private Match match() {
        giveToName();
        if (!hasName()) {
            return new Match(entry, spelling, 0, null);
        }
        giveToPostcode();
        giveToTown();
        int house = entry.kind() == Entry.Kind.STREET ? houseAt() : -1;
        HouseNumber number = house < 0 ? null : houseNumber(house);
        int behind = house < 0 ? house : lastOfHouse(house);
        double weights = 0;
        double answered = 0;
        for (int i = 0; i < asked.size(); i++) {
            if (house < 0 || i < house || i > behind) {
                weights += asked.get(i).weight();
                answered += asked.get(i).weight() * like[i];
            }
        }
        double score = weights == 0 ? 0 : answered / weights * (1 - SHARE_OF_COVERAGE * (1 - coverage()));
        return new Match(entry, spelling, score, number);
    }

    /** A word of the question, or two as one, given to a word of the name, or to two as one. */
    private record Link(int asked, int askedWords, int name, int nameWords, double like, double worth) {}

    private void giveToName() {
        List<Word> name = spelling.wording().words();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            for (int j = 0; j < name.size(); j++) {
                addLink(links, new Link(i, 1, j, 1, likeness.of(i, j), 0));
                if (j + 1 < name.size()) {
                    addLink(links, new Link(i, 1, j, 2, likeness.ofPairInName(i, j), 0));
                }
                if (i + 1 < asked.size()) {
                    addLink(links, new Link(i, 2, j, 1, likeness.ofPairAsked(i, j), 0));
                }
                if (i + 1 < asked.size() && j + 1 < name.size()) {
                    addLink(links, new Link(i, 2, j, 2, likeness.ofPairs(i, j), 0));
                }
            }
        }
        links.sort(Comparator.comparingDouble(Link::worth).reversed());
        for (Link link : links) {
            if (isFree(link)) {
                for (int i = link.asked(); i < link.asked() + link.askedWords(); i++) {
                    like[i] = link.like();
                    ofName[i] = true;
                }
                for (int j = link.name(); j < link.name() + link.nameWords(); j++) {
                    taken[j] = true;
                }
            }
        }
    }

    private void addLink(List<Link> links, Link link) {
        if (link.like() > 0) {
            double weight = asked.get(link.asked()).weight();
            for (int i = link.asked() + 1; i < link.asked() + link.askedWords(); i++) {
                weight += asked.get(i).weight();
            }
            links.add(new Link(
                    link.asked(),
                    link.askedWords(),
                    link.name(),
                    link.nameWords(),
                    link.like(),
                    link.like() * link.like() * weight));
        }
    }

    private boolean isFree(Link link) {
        for (int i = link.asked(); i < link.asked() + link.askedWords(); i++) {
            if (ofName[i]) {
                return false;
            }
        }
        for (int j = link.name(); j < link.name() + link.nameWords(); j++) {
            if (taken[j]) {
                return false;
            }
        }
        return true;
    }

    private boolean hasName() {
        double weight = 0;
        for (int i = 0; i < asked.size(); i++) {
            weight += ofName[i] ? asked.get(i).weight() : 0;
        }
        return weight >= LEAST_WEIGHT_OF_NAME;
    }

    private double coverage() {
        List<Word> name = spelling.wording().words();
        double weights = 0;
        double covered = 0;
        for (int j = 0; j < name.size(); j++) {
            weights += name.get(j).weight();
            covered += taken[j] ? name.get(j).weight() : 0;
        }
        return weights == 0 ? 0 : covered / weights;
    }

    private void giveToPostcode() {
        for (Postcode postcode : entry.postcodes()) {
            for (int i = 0; i < asked.size(); i++) {
                if (!ofName[i] && asked.get(i).text().equals(postcode.key())) {
                    like[i] = 1;
                } else if (i + 1 < asked.size()
                        && !ofName[i]
                        && !ofName[i + 1]
                        && (asked.get(i).text() + asked.get(i + 1).text()).equals(postcode.key())) {
                    like[i] = 1;
                    like[i + 1] = 1;
                }
            }
        }
    }

    private void giveToTown() {
        for (Spelling town : entry.towns()) {
            Likeness ofTown = likeness.with(town.wording());
            int words = town.wording().words().size();
            for (int i = 0; i < asked.size(); i++) {
                for (int j = 0; j < words && !ofName[i]; j++) {
                    like[i] = Math.max(like[i], ofTown.of(i, j));
                    if (j + 1 < words) {
                        like[i] = Math.max(like[i], ofTown.ofPairInName(i, j));
                    }
                }
            }
        }
    }

    /** The number that is the house's: next to the name if one is, behind it rather than before; -1 for none. */
    private int houseAt() {
        int best = -1;
        int bestRank = -1;
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).isNumber() && like[i] == 0) {
                boolean behind = i > 0 && ofName[i - 1];
                boolean before = i + 1 < asked.size() && ofName[i + 1];
                int rank = behind ? 2 : before ? 1 : 0;
                if (rank > bestRank) {
                    best = i;
                    bestRank = rank;
                }
            }
        }
        return best;
    }

    private @Nullable HouseNumber houseNumber(int at) {
        String suffix =
                at + 1 < asked.size() && isSuffix(at + 1) ? asked.get(at + 1).text() : "";
        return HouseNumber.find(asked.get(at).text() + suffix).orElse(null);
    }

    private boolean isSuffix(int at) {
        String text = asked.get(at).text();
        boolean letter = text.length() == 1 && !asked.get(at).isNumber();
        return !ofName[at] && like[at] == 0 && (letter || SUFFIXES.contains(text));
    }

    /** Returns the last word that belongs to the house: its suffix, or the end of 12-14. */
    private int lastOfHouse(int house) {
        int next = house + 1;
        boolean more =
                next < asked.size() && (isSuffix(next) || (asked.get(next).isNumber() && like[next] == 0));
        return more ? next : house;
    }
}
