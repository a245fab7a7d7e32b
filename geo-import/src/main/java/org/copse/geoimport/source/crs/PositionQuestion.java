package org.copse.geoimport.source.crs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.copse.geoimport.DateLine;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.LonLatBox;
import org.copse.geoimport.Question;
import org.copse.geoimport.Question.Answer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Asks where a layer lies that lies nowhere or far from its district, while swapped axes, another zone or Web Mercator would put it right.
 * Who states the CRS or the order of the axes has answered.
 *
 * @param request with the district, where that is known
 * @param crs that was taken
 * @param extent of a sample, in the file's coordinates
 */
public record PositionQuestion(ImportRequest request, SourceCrs crs, Envelope extent) {
    private static final double FAR_DEGREES = 1;
    private static final int MOST_ANSWERS = 5;

    /** Returns the question, or empty where there is none. */
    public Optional<Question> ask() {
        boolean answered = request.crs().isPresent() || request.reading().swapAxes();
        Optional<LonLatBox> box = crs.boxOf(extent);
        if (answered || extent.isNull() || box.isEmpty() || crs.used().name().isEmpty()) {
            return Optional.empty();
        }
        List<Answer> better = better(box.get());
        boolean far = request.district().isPresent() && request.district().get().degreesTo(box.get()) > FAR_DEGREES;
        boolean reference = request.kind() == LayerKind.UNITS || request.kind() == LayerKind.PLAIN;
        boolean outsideLand =
                crs.findValidity().filter(land -> !land.meets(box.get())).isPresent();
        if (better.isEmpty() && (!far || reference) && !outsideLand) {
            return Optional.empty();
        }
        List<Answer> answers = new ArrayList<>(better.subList(0, Math.min(MOST_ANSWERS, better.size())));
        answers.add(asItIs(box.get()));
        String where =
                far ? "far from the district" : outsideLand ? "outside the land of its CRS" : "where nobody lives";
        return Optional.of(new Question(
                "position",
                "the positions lie " + where + ", at " + text(box.get()),
                Map.of("why", far ? "far" : outsideLand ? "land" : "sea", "place", text(box.get())),
                answers));
    }

    /**
     * Returns where the layer lies when its axes are swapped, where people live there as well as where it lies now and no district
     * tells; empty where that is not so, or somebody has answered.
     */
    public Optional<LonLatBox> elsewhere() {
        boolean answered = request.crs().isPresent() || request.reading().swapAxes();
        return answered || request.district().isPresent() || !crs.isLonLat() || extent.isNull()
                ? Optional.empty()
                : crs.turned()
                        .boxOf(extent)
                        .filter(turned -> DateLine.isOnGlobe(turned.envelope()) && OpenSea.isPeopled(turned));
    }

    private List<Answer> better(LonLatBox now) {
        List<Answer> better = new ArrayList<>();
        Optional<LonLatBox> district = request.district();
        boolean elsewhere = district.isPresent() && !near(district.get(), now);
        boolean sea = district.isEmpty() || elsewhere;
        crs.turned().boxOf(extent).ifPresent(turned -> {
            boolean mends = elsewhere && near(district.orElseThrow(), turned);
            boolean atHome = sea
                    && OpenSea.has(now)
                    && OpenSea.isPeopled(turned)
                    && crs.findValidity().filter(land -> !land.meets(turned)).isEmpty();
            if (mends || atHome) {
                better.add(answer("swap", crs.used().code(), crs.used().name(), !crs.isSwapped(), turned));
            }
        });
        boolean outsideLand =
                crs.findValidity().filter(land -> !land.meets(now)).isPresent();
        if (elsewhere || outsideLand) {
            CrsCandidates.of(extent, district).stream()
                    .filter(candidate -> !candidate.code().equals(crs.used().code()))
                    .filter(candidate -> district.isEmpty() || near(district.get(), candidate.lonLat()))
                    .sorted(Comparator.comparing(candidate -> !inLand(candidate.lonLat())))
                    .forEach(candidate -> better.add(answer(
                            "crs", candidate.code(), candidate.name(), candidate.swapAxes(), candidate.lonLat())));
        }
        return better;
    }

    /** Whoever took feet for metres, or the neighbouring zone, named a CRS that is made for the right part of the world. */
    private boolean inLand(LonLatBox box) {
        return crs.findValidity().filter(land -> land.meets(box)).isPresent();
    }

    private static boolean near(LonLatBox district, LonLatBox box) {
        return district.degreesTo(box) <= FAR_DEGREES;
    }

    private Answer asItIs(LonLatBox now) {
        String code = crs.used().code().isEmpty() ? "EPSG:4326" : crs.used().code();
        return new Answer(
                "as-it-is",
                "they lie right, at " + text(now),
                Map.of("place", text(now)),
                Map.of("crs", code, "swapAxes", false));
    }

    private static Answer answer(String code, String crs, String name, boolean swap, LonLatBox box) {
        Map<String, Object> values = new HashMap<>(Map.of("crs", crs, "name", name, "place", text(box)));
        return new Answer(
                code,
                (code.equals("swap") ? "the axes are swapped" : "the CRS is " + crs + ", " + name) + ": they lie at "
                        + text(box),
                values,
                Map.of("crs", crs, "swapAxes", swap));
    }

    private static String text(LonLatBox box) {
        Coordinate at = box.envelope().centre();
        double lon = DateLine.placed(at.x, false);
        return String.format(
                Locale.ROOT,
                "%.2f° %s, %.2f° %s",
                Math.abs(at.y),
                at.y < 0 ? "S" : "N",
                Math.abs(lon),
                lon < 0 ? "W" : "E");
    }
}
