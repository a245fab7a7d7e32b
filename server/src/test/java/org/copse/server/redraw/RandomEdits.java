package org.copse.server.redraw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Edits at random, as a page would send them: most move some units that lie together, some change beats, sectors and locks. */
final class RandomEdits {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Ground ground;
    private final Random random;

    RandomEdits(Ground ground, long seed) {
        this.ground = ground;
        this.random = new Random(seed);
    }

    /** Returns the next edit of a plan; it may be one that is refused. */
    EditRequest next(WorkingPlan plan) {
        if (random.nextInt(3) == 0 && Arrays.stream(plan.beatOfUnit()).anyMatch(beat -> beat == WorkingPlan.NONE)) {
            return of("{'kind':'refill'}");
        }
        String edit =
                switch (random.nextInt(32)) {
                    case 0 -> "{'kind':'new-beat','units':[" + units() + "]}";
                    case 1 -> "{'kind':'merge','beats':[" + beat(plan) + "],'into':" + beat(plan) + "}";
                    case 2 -> "{'kind':'renumber','beat':" + beat(plan) + ",'number':" + (1 + random.nextInt(30)) + "}";
                    case 3 -> "{'kind':'rename','beat':" + beat(plan) + ",'name':'Name " + random.nextInt(1000) + "'}";
                    case 4 -> "{'kind':'new-sector','beats':[" + beat(plan) + "]}";
                    case 5 -> "{'kind':'move-beats','beats':[" + beat(plan) + "],'sector':" + sector(plan) + "}";
                    case 6 -> "{'kind':'lock','units':[" + units() + "]}";
                    case 7 -> "{'kind':'unlock','units':[" + all() + "]}";
                    case 8 -> "{'kind':'remove-beat','beat':" + beat(plan) + "}";
                    case 9 -> "{'kind':'refill'}";
                    case 10 -> "{'kind':'clear','beats':[" + beat(plan) + "]}";
                    case 11 -> "{'kind':'best','units':[" + units() + "]}";
                    case 12 -> "{'kind':'recolour','all':true}";
                    case 13 -> "{'kind':'merge-sectors','sectors':[" + sector(plan) + "],'into':" + sector(plan) + "}";
                    case 14 -> "{'kind':'lock','beats':[" + beat(plan) + "]}";
                    case 15, 18 -> "{'kind':'unlock','beats':" + plan.beatNumbers() + "}";
                    case 16 -> "{'kind':'lock','sectors':[" + sector(plan) + "]}";
                    case 17, 19 -> "{'kind':'unlock','sectors':" + plan.sectorNumbers() + "}";
                    default -> "{'kind':'move','units':[" + units() + "],'to':" + beat(plan) + "}";
                };
        return of(edit);
    }

    /** Returns a request; quotes are single. */
    static EditRequest of(String edit) {
        return JSON.readValue(edit.replace('\'', '"'), EditRequest.class);
    }

    private String all() {
        return IntStream.range(0, ground.size())
                .mapToObj(unit -> "'" + ground.unitId(unit) + "'")
                .collect(Collectors.joining(","));
    }

    private int beat(WorkingPlan plan) {
        List<DrawnBeat> beats = plan.beatsByNumber();
        return beats.get(random.nextInt(beats.size())).number();
    }

    private int sector(WorkingPlan plan) {
        List<DrawnSector> sectors = plan.sectorsByNumber();
        return sectors.get(random.nextInt(sectors.size())).number();
    }

    private String units() {
        List<Integer> units = new ArrayList<>(List.of(random.nextInt(ground.size())));
        int most = 1 + random.nextInt(4);
        while (units.size() < most) {
            int last = units.get(units.size() - 1);
            int degree = ground.problem().graph().degree(last);
            units.add(ground.problem().graph().neighbour(last, random.nextInt(degree)));
        }
        return units.stream()
                .map(unit -> "'" + ground.unitId(unit) + "'")
                .distinct()
                .collect(Collectors.joining(","));
    }
}
