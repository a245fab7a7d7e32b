package org.copse.server.lookup;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.copse.server.SetClock;
import org.copse.server.inforce.InForceSettings;
import org.copse.server.inforce.PlanIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The town, a server that knows it, and whoever asks; time passes when it is told to. */
final class AskedTown {

    final Town town = new Town();
    private final LookupSettings settings = new LookupSettings(5, 15);
    private final Map<String, double[]> places = Map.of(
            "house", new double[] {2.605, 51.405},
            "border", new double[] {2.61001, 51.405},
            "lane", new double[] {2.603, 51.405, 2.604, 51.405, 2.605, 51.405},
            "street", new double[] {2.615, 51.405, 2.605, 51.405, 2.616, 51.405, 2.617, 51.405, 2.7, 51.405},
            "away", new double[] {2.63, 51.405, 2.631, 51.405});
    private final InForceSettings ages = new InForceSettings(Duration.ofSeconds(2));
    long nanos = 1;
    private int asked;
    final SetClock clock = new SetClock("2026-06-01T10:00:00Z");
    final CurrentBeats current = anotherServer();
    final LookupController controller =
            new LookupController(new Lookups(current, settings, id -> Optional.ofNullable(places.get(id))), settings);
    final MockHttpServletRequest request = new MockHttpServletRequest();
    final MockHttpServletResponse response = new MockHttpServletResponse();

    /** Returns what a server of its own memory knows of the town. */
    CurrentBeats anotherServer() {
        return new CurrentBeats(new PlanIndex(town, ages, () -> nanos, clock), town, ages, () -> nanos);
    }

    LookupAnswer lookUp(String address) {
        request.setRemoteAddr("192.0.2." + (1 + asked++));
        return Optional.ofNullable(controller
                        .lookUp(new LookupRequest(null, null, address), request, response)
                        .getBody())
                .orElseThrow();
    }

    LookupAnswer lookUp(@Nullable Double lon, @Nullable Double lat) {
        LookupAnswer answer = controller
                .lookUp(new LookupRequest(lon, lat, null), request, response)
                .getBody();
        return Optional.ofNullable(answer).orElseThrow();
    }
}
