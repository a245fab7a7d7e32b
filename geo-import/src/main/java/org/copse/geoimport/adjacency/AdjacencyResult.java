package org.copse.geoimport.adjacency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.copse.geoimport.adjacency.Contact.Kind;
import org.copse.planning.note.Note;
import org.copse.planning.problem.UnitGraph;

/**
 * The neighbours of a layer of units, and how they were found.
 *
 * @param graph the graph to plan on: neighbours that can be walked between
 * @param toleranceMetres the widest gap across which units count as neighbours; 0 for a coverage
 * @param coverage whether the units touch each other rather than leave streets between them
 * @param components how many parts the graph has
 * @param contacts every pair of units that meet, also those that are cut apart or meet at a corner only, ordered by unit
 * @param componentsByTolerance how many parts each candidate up to the tolerance leaves before crossings, corners and islands are linked
 */
public record AdjacencyResult(
        UnitGraph graph,
        double toleranceMetres,
        boolean coverage,
        int components,
        List<Contact> contacts,
        List<ToleranceStep> componentsByTolerance) {

    private static final int MOST_NAMED = 5;
    private static final int MOST_LISTED = 50;

    /** Copies the lists. */
    public AdjacencyResult {
        contacts = List.copyOf(contacts);
        componentsByTolerance = List.copyOf(componentsByTolerance);
    }

    /**
     * How many parts a tolerance would leave.
     *
     * @param toleranceMetres the candidate
     * @param components the parts
     */
    public record ToleranceStep(double toleranceMetres, int components) {}

    /** Tells whether the territories of two units have a border. */
    public interface Border {
        /** Returns whether they do. */
        boolean between(int unit, int other);
    }

    /**
     * Returns the neighbours whose land meets too. Two units that see each other across a wide crossing, with a third unit nearer to the
     * middle, have no common border: a beat of the two would be in two pieces. They are neighbours at a corner only, and are linked where
     * nothing else joins their parts.
     */
    public AdjacencyResult whereLandMeets(Border border) {
        ContactBook book = new ContactBook(graph.unitCount());
        for (Contact contact : contacts) {
            boolean apart = contact.inGraph()
                    && contact.kind() == Kind.FACING
                    && contact.crossing().isEmpty()
                    && !border.between(contact.a(), contact.b());
            book.put(apart ? contact.asCorner() : contact);
        }
        book.joinByCorners();
        List<Contact> meeting = book.sorted();
        return new AdjacencyResult(
                ContactBook.graph(graph.unitCount(), meeting),
                toleranceMetres,
                coverage,
                book.parts().count(),
                meeting,
                componentsByTolerance);
    }

    /** Returns the links over corners, crossings and water that join units whose land does not meet, narrowest first. */
    public List<Contact> linksWithoutLand(Border border) {
        return contacts.stream()
                .filter(contact -> contact.inGraph() && isWithoutLand(contact, border))
                .sorted(Comparator.comparingDouble(Contact::gapMetres))
                .toList();
    }

    /** Returns the neighbours without those links: who is connected has land that is in one piece. */
    public AdjacencyResult withLandOnly(Border border) {
        List<Contact> meeting = contacts.stream()
                .map(contact -> contact.inGraph() && isWithoutLand(contact, border) ? contact.asCorner() : contact)
                .toList();
        UnitGraph walked = ContactBook.graph(graph.unitCount(), meeting);
        int parts = 1 + Arrays.stream(walked.components()).max().orElse(-1);
        return new AdjacencyResult(walked, toleranceMetres, coverage, parts, meeting, componentsByTolerance);
    }

    private static boolean isWithoutLand(Contact contact, Border border) {
        return contact.isWeak() && !border.between(contact.a(), contact.b());
    }

    /** Returns how many contacts are of a kind and in the graph. */
    public int count(Kind kind) {
        return (int) contacts.stream()
                .filter(contact -> contact.inGraph() && contact.kind() == kind)
                .count();
    }

    /** Returns how many pairs of units that would be neighbours a barrier keeps apart. */
    public int cutPairs() {
        return (int) contacts.stream()
                .filter(contact -> contact.isCut() && contact.kind() != Kind.CORNER)
                .count();
    }

    /** Returns the same by the number of the barrier, in the order given. */
    public SortedMap<Integer, Integer> cutPairsByBarrier() {
        SortedMap<Integer, Integer> pairs = new TreeMap<>();
        contacts.stream()
                .filter(contact -> contact.isCut() && contact.kind() != Kind.CORNER)
                .forEach(contact -> pairs.merge(contact.barrier().orElseThrow(), 1, Integer::sum));
        return pairs;
    }

    /** Returns how many neighbours are neighbours thanks to a crossing. */
    public int reopenedPairs() {
        return (int) contacts.stream()
                .filter(contact -> contact.inGraph() && contact.crossing().isPresent())
                .count();
    }

    /**
     * Returns what was decided and why, in sentences for the planner.
     *
     * @param unitName names a unit by its number
     */
    public List<Note> notes(IntFunction<String> unitName) {
        List<Note> notes = new ArrayList<>();
        notes.add(toleranceNote());
        if (cutPairs() + reopenedPairs() > 0) {
            notes.add(Note.of(
                    AdjacencyNote.BARRIERS,
                    Map.of("cut", cutPairs(), "crossings", reopenedPairs()),
                    String.format(
                            Locale.ROOT,
                            "Barriers keep %d pairs of units apart; crossings join %d pairs.",
                            cutPairs(),
                            reopenedPairs())));
        }
        contacts.stream()
                .filter(contact -> contact.inGraph() && contact.isWeak() && contact.kind() != Kind.CROSSING)
                .map(contact -> linkNote(contact, unitName))
                .forEach(notes::add);
        if (components > 1) {
            notes.add(partsNote(unitName));
        }
        return notes;
    }

    private Note toleranceNote() {
        if (toleranceMetres == 0) {
            return coverage
                    ? Note.of(
                            AdjacencyNote.UNITS_TOUCH,
                            Map.of(),
                            "The units touch: neighbours share at least 1 m of boundary.")
                    : Note.of(
                            AdjacencyNote.ONLY_TOUCHING,
                            Map.of(),
                            "Only units that touch are neighbours: no wider tolerance would join more of them.");
        }
        StringBuilder steps = new StringBuilder();
        for (ToleranceStep step : componentsByTolerance) {
            steps.append(steps.isEmpty() ? "" : ", ");
            steps.append(String.format(Locale.ROOT, "%.0f m: %d", step.toleranceMetres(), step.components()));
        }
        return Note.of(
                AdjacencyNote.ACROSS_STREETS,
                Map.of("metres", toleranceMetres, "steps", steps.toString()),
                String.format(
                        Locale.ROOT,
                        "Streets lie between the units: units that face each other across at most %.0f m are neighbours (parts left by tolerance: %s).",
                        toleranceMetres,
                        steps));
    }

    private Note partsNote(IntFunction<String> unitName) {
        int[] part = graph.components();
        List<List<String>> parts = new ArrayList<>();
        for (int i = 0; i < components; i++) {
            parts.add(new ArrayList<>());
        }
        for (int unit = 0; unit < part.length; unit++) {
            parts.get(part[unit]).add(unitName.apply(unit));
        }
        parts.sort(Comparator.comparingInt(List<String>::size).reversed());
        String others = parts.stream()
                .skip(1)
                .limit(MOST_NAMED)
                .map(AdjacencyResult::named)
                .collect(Collectors.joining("; "));
        return Note.of(
                AdjacencyNote.PARTS_UNREACHED,
                Map.of(
                        "parts",
                        components,
                        "apart",
                        parts.stream()
                                .skip(1)
                                .flatMap(List::stream)
                                .limit(MOST_LISTED)
                                .toList()),
                String.format(
                        Locale.ROOT,
                        "The units fall into %d parts that nothing joins on foot. Apart from the largest: %s%s.",
                        components,
                        others,
                        components - 1 > MOST_NAMED
                                ? "; and " + (components - 1 - MOST_NAMED)
                                        + (components - 1 - MOST_NAMED == 1 ? " more part" : " more parts")
                                : ""));
    }

    private static String named(List<String> units) {
        String some = String.join(", ", units.subList(0, Math.min(MOST_NAMED, units.size())));
        return units.size() > MOST_NAMED ? some + " and " + (units.size() - MOST_NAMED) + " more units" : some;
    }

    private static Note linkNote(Contact contact, IntFunction<String> unitName) {
        boolean corner = contact.kind() == Kind.CORNER;
        String rule = corner ? "meet at a corner only" : "are linked by the rule 'nearest'";
        return Note.of(
                corner ? AdjacencyNote.CORNER_LINK : AdjacencyNote.NEAREST_LINK,
                Map.of(
                        "a",
                        unitName.apply(contact.a()),
                        "b",
                        unitName.apply(contact.b()),
                        "metres",
                        Math.round(contact.gapMetres())),
                String.format(
                        Locale.ROOT,
                        "Units %s and %s, %.0f m apart, %s; nothing else joins their parts.",
                        unitName.apply(contact.a()),
                        unitName.apply(contact.b()),
                        contact.gapMetres(),
                        rule));
    }
}
