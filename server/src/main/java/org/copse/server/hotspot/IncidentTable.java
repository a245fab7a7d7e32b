package org.copse.server.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.copse.geoimport.DistrictCrs;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FeatureSink;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.Role;
import org.copse.statistics.Positions;

/**
 * A layer's incidents as columns, so that the next filter need not read them again: where, when, of which category and started by whom,
 * some forty bytes each, and nothing else of them.
 */
final class IncidentTable implements FeatureSink {
    private static final double NO_HOUR = -1;

    private final DistrictCrs crs;
    private final Words categories = new Words();
    private final Words initiators = new Words();
    private final Words dates = new Words();
    private final Positions positions = Positions.empty();
    private double[] hours = new double[64];
    private FieldRoles roles = FieldRoles.none();

    IncidentTable(DistrictCrs crs) {
        this.crs = crs;
    }

    /** A column of texts, each kept once. */
    private static final class Words {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> texts = new ArrayList<>();
        private int[] ofIncident = new int[64];

        void add(int incident, String text) {
            if (incident == ofIncident.length) {
                ofIncident = Arrays.copyOf(ofIncident, 2 * incident);
            }
            Integer known = numbers.putIfAbsent(text, texts.size());
            ofIncident[incident] = known == null ? texts.size() : known;
            if (known == null) {
                texts.add(text);
            }
        }

        String of(int incident) {
            return texts.get(ofIncident[incident]);
        }
    }

    @Override
    public void begin(FieldRoles given) {
        roles = given;
    }

    @Override
    public void accept(Feature incident) {
        int i = positions.size();
        double[] metres = IncidentSelection.metres(incident.geometry(), crs);
        positions.add(metres[0], metres[1]);
        categories.add(i, text(incident, Role.CATEGORY));
        initiators.add(i, text(incident, Role.INITIATOR));
        dates.add(i, text(incident, Role.DATE));
        if (i == hours.length) {
            hours = Arrays.copyOf(hours, 2 * i);
        }
        hours[i] = roles.find(Role.HOUR).isPresent()
                ? incident.number(roles.find(Role.HOUR).get()).orElse(NO_HOUR)
                : NO_HOUR;
    }

    private String text(Feature incident, Role role) {
        return roles.find(role).flatMap(incident::text).orElse("");
    }

    /** Hands every incident to a selection. */
    void replay(IncidentSelection selection) {
        for (int i = 0; i < positions.size(); i++) {
            selection.take(
                    categories.of(i), initiators.of(i), dates.of(i), hours[i], positions.east(i), positions.north(i));
        }
    }

    /** Returns the categories that there are, sorted. */
    List<String> categories() {
        return Collections.unmodifiableList(new ArrayList<>(new TreeSet<>(categories.texts)));
    }

    int size() {
        return positions.size();
    }
}
