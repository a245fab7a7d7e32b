package org.copse.geoimport.adjacency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.copse.geoimport.adjacency.Contact.Kind;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.UnitGraph;

/** The contacts found so far, and the parts that those in the graph leave. */
final class ContactBook {

    private final int units;
    private final Map<Long, Contact> contacts = new HashMap<>();
    private final Parts parts;

    ContactBook(int units) {
        this.units = units;
        this.parts = new Parts(units);
    }

    void put(Contact contact) {
        contacts.put(key(contact.a(), contact.b()), contact);
        if (contact.inGraph()) {
            parts.join(contact.a(), contact.b());
        }
    }

    /** Links two units by a crossing or as an island, keeping what was known of how they meet. */
    void link(int one, int other, double metres, Kind kind, OptionalInt crossing) {
        int a = Math.min(one, other);
        int b = Math.max(one, other);
        Contact known = contacts.get(key(a, b));
        double shared = known == null ? 0 : known.sharedMetres();
        double facing = known == null ? 0 : known.facingMetres();
        OptionalInt barrier = known == null ? OptionalInt.empty() : known.barrier();
        put(new Contact(a, b, shared, facing, metres, kind, barrier, crossing, 0, true));
    }

    /** Takes contacts at a corner into the graph where nothing else joins their parts, narrowest first; returns those taken. */
    List<Contact> joinByCorners() {
        List<Contact> taken = new ArrayList<>();
        contacts.values().stream()
                .filter(contact ->
                        contact.kind() == Kind.CORNER && contact.barrier().isEmpty())
                .sorted(Comparator.comparingDouble(Contact::gapMetres)
                        .thenComparingInt(Contact::a)
                        .thenComparingInt(Contact::b))
                .filter(contact -> parts.join(contact.a(), contact.b()))
                .forEach(taken::add);
        for (Contact corner : taken) {
            link(corner.a(), corner.b(), corner.gapMetres(), Kind.CORNER, OptionalInt.empty());
        }
        return taken;
    }

    boolean isNeighbour(int one, int other) {
        Contact contact = contacts.get(key(Math.min(one, other), Math.max(one, other)));
        return contact != null && contact.inGraph();
    }

    boolean isCut(int one, int other) {
        Contact contact = contacts.get(key(Math.min(one, other), Math.max(one, other)));
        return contact != null && contact.isCut();
    }

    Parts parts() {
        return parts;
    }

    List<Contact> sorted() {
        return contacts.values().stream()
                .sorted(Comparator.comparingInt(Contact::a).thenComparingInt(Contact::b))
                .toList();
    }

    static UnitGraph graph(int units, List<Contact> contacts) {
        UnitGraph.Builder graph = UnitGraph.builder(units);
        for (Contact contact : contacts) {
            if (contact.inGraph()) {
                double along = contact.sharedMetres() + contact.facingMetres();
                graph.edge(new Edge(
                        contact.a(),
                        contact.b(),
                        along,
                        contact.gapMetres(),
                        contact.barrierMinutes(),
                        contact.isWeak()));
            }
        }
        return graph.build();
    }

    private long key(int a, int b) {
        return (long) a * units + b;
    }
}
