package org.copse.server.redraw;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.copse.geoimport.ImportRefused;
import org.copse.server.scenario.Districts;
import org.copse.server.scenario.ScenarioRepository;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The ground of each scenario that is open, for as long as memory allows: layers never change, and a scenario keeps its own. */
@Component
class Grounds {
    private static final int KEPT = 16;

    private final Predicate<UUID> there;
    private final Function<UUID, Ground> laying;
    private final Cache<UUID, Ground> grounds =
            Caffeine.newBuilder().maximumSize(KEPT).softValues().build();

    @Autowired
    Grounds(ScenarioRepository scenarios, Districts districts) {
        this(scenarios::exists, id -> lay(id, scenarios, districts));
    }

    Grounds(Predicate<UUID> there, Function<UUID, Ground> laying) {
        this.there = there;
        this.laying = laying;
    }

    /**
     * Returns the ground of a scenario.
     *
     * @throws ProblemException when there is no such scenario, or its layers make no district
     */
    Ground get(UUID scenario) {
        if (!there.test(scenario)) {
            grounds.invalidate(scenario);
            throw notThere(scenario);
        }
        return grounds.get(scenario, laying);
    }

    private static Ground lay(UUID id, ScenarioRepository scenarios, Districts districts) {
        try {
            return scenarios
                    .find(id)
                    .map(scenario -> new Ground(scenario, districts.of(scenario)))
                    .orElseThrow(() -> notThere(id));
        } catch (ImportRefused e) {
            throw new ProblemException(
                    ProblemType.IMPORT_REFUSED,
                    e.what(),
                    Map.of("code", e.code(), "where", e.where(), "whatToDo", e.whatToDo()));
        }
    }

    private static ProblemException notThere(UUID id) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no scenario " + id + ".");
    }
}
