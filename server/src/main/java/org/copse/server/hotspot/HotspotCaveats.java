package org.copse.server.hotspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copse.server.hotspot.HotspotRequest.Method;
import org.copse.statistics.grid.Exposure;
import org.copse.statistics.hotspot.Rates;

/** What a map does not say, in sentences: always, and where these data call for it. */
final class HotspotCaveats {
    private static final double UNSURE = 0.05;

    private final HotspotMap map;
    private final List<String> caveats = new ArrayList<>();

    private HotspotCaveats(HotspotMap map) {
        this.map = map;
    }

    static List<String> of(HotspotMap map) {
        HotspotCaveats caveats = new HotspotCaveats(map);
        caveats.always();
        caveats.ofIncidents();
        caveats.ofExposure();
        caveats.ofMethod();
        return caveats.caveats;
    }

    private void always() {
        caveats.add("Recorded is not committed: about half of some kinds of offence is never reported, and people who"
                + " trust police report more.");
        caveats.add(
                "A hotspot is a question, not an order: look with residents for its cause. It is no patrol route and"
                        + " says nothing about a person.");
        caveats.add(
                "These cells are for staff. Small counts can point at a person: publish areas, suppressed, never these"
                        + " cells.");
    }

    private void ofIncidents() {
        long n = map.n();
        long unsure = map.incidents().unsureWhoBegan();
        if (unsure > UNSURE * Math.max(1, n)) {
            caveats.add(String.format(
                    Locale.ROOT,
                    "Who started them is not recorded for %d incidents that passed the filters. They count, unless"
                            + " police find their category by looking.",
                    unsure));
        }
        if (map.incidents().yearless() > 0) {
            caveats.add(map.incidents().yearless()
                    + " incidents that passed the filters say the month, but not of which year: all are taken"
                    + " to be of one year.");
        }
        if (map.snaps().recognised()) {
            caveats.add(String.format(
                    Locale.ROOT,
                    "%.0f %% of the incidents lie on positions that they share with four others or more: %d incidents"
                            + " on %d positions, %.0f m from one to the next. These are snap points or addresses that"
                            + " stand for a street; differences within that distance mean nothing.",
                    map.snaps().shareRepeated() * 100,
                    map.snaps().incidents(),
                    map.snaps().positions(),
                    map.snaps().spacingMetres()));
            if (map.size().metres() < map.snaps().spacingMetres()) {
                caveats.add("The cells are smaller than the distance between snap points: empty cells between them are"
                        + " an effect of the publisher's list.");
            }
        }
    }

    private void ofExposure() {
        map.exposure().map(Exposure::byCell).ifPresent(residents -> {
            caveats.add("Residents are not the people present: stations, shops and nightlife have more incidents than"
                    + " residents explain.");
            double without = Rates.of(map.counts(), residents).withoutExposure();
            if (without > 0) {
                caveats.add(String.format(
                        Locale.ROOT,
                        "%.0f incidents (%.1f %%) lie in cells without residents, which cannot be compared and are not"
                                + " tested.",
                        without,
                        100 * without / Math.max(1, map.n())));
            }
            if (map.ground().residentsEstimated() > 0) {
                caveats.add(String.format(
                        Locale.ROOT,
                        "%.1f %% of the residents are estimated from neighbouring units, because the source has no"
                                + " figure.",
                        100 * map.ground().residentsEstimated()));
            }
        });
    }

    private void ofMethod() {
        if (map.request().method() == Method.KDE) {
            caveats.add(
                    "A density shows where there is much, and draws a smooth hill for chance as well as for a cause.");
        }
        if (map.grid().size() < 2) {
            caveats.add("The district is one cell: there is nothing to compare it with. Smaller cells may say more.");
        } else if (map.request().method() == Method.GI || map.request().method() == Method.MORAN) {
            caveats.add("Incidents come in clusters by themselves, one after another and at one address: a cell that is"
                    + " sure differs from chance, and the reason may be a single place.");
        }
        map.scores().filter(scores -> !scores.beatsBaselines()).ifPresent(scores -> caveats.add(scores.verdict()));
        boolean scored = map.request().method() == Method.GI || map.request().method() == Method.KDE;
        if (scored && map.scores().isEmpty()) {
            caveats.add("Not scored: that needs incidents in at least " + (HeldOutMonths.LEARNT + 1)
                    + " months. Whether this map foretells anything is not known.");
        }
    }
}
