package org.copse.server.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.copse.server.assignment.Assignments;
import org.copse.server.inforce.PlanIndex;
import org.copse.server.publication.AreaName;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publicpage.BeatMap;
import org.copse.server.publicpage.PublicPage;
import org.copse.server.walk.PlannedWalk;
import org.copse.server.walk.PlannedWalks;
import org.copse.server.walk.WalkCode;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;

/** Puts the page of a walk to come together: what it is, where, and the forms to sign up and to take that back. */
@Component
class PlannedWalkPage {
    static final String INVITED = "/walks/invited";
    /** Room around what a walk's drawing shows, in degrees: some 200 m. */
    private static final double MARGIN = 0.002;

    private final PlannedWalks walks;
    private final PlannedWalkText text;
    private final PlanIndex plans;

    PlannedWalkPage(PlannedWalks walks, Assignments days, PlanIndex plans) {
        this.walks = walks;
        this.text = new PlannedWalkText(walks, days);
        this.plans = plans;
    }

    /**
     * What the visitor just did.
     *
     * @param said how it ended, in words; empty for nothing
     * @param failed whether it did not go right
     * @param code with which the sign-up is taken back; null without one
     */
    record Done(String said, boolean failed, @Nullable String code) {
        static final Done NOTHING = new Done("", false, null);
    }

    /**
     * What the page shows.
     *
     * @param beats names of those it goes through, with the paths of their pages
     * @param map a drawing, as markup; null where no beat is near
     * @param free how many people may still sign up
     * @param freeWords the same in words
     * @param route whether its way is laid down
     * @param over whether the walk has begun
     * @param fresh the code that a sign-up from this page will have
     * @param form path of its forms, after the language
     * @param invitation repeated in its forms; null for a public walk
     */
    record View(
            PlannedWalkText.Entry walk,
            List<Area> beats,
            @Nullable String map,
            int free,
            String freeWords,
            boolean route,
            boolean over,
            String fresh,
            String form,
            @Nullable String invitation,
            Done done) {}

    /** A beat: its name, and the path of its page after the language. */
    record Area(String name, String address) {}

    PublicPage show(PlannedWalk walk, Language language, Done done) {
        Words words = Words.of(language);
        WalkCode invitation = walk.invitation();
        String path = invitation == null ? PlannedWalkText.address(walk) : INVITED;
        List<BeatTerritory> all = plans.get().beats();
        List<BeatTerritory> own = all.stream().filter(walk::concerns).toList();
        int free = walks.countFree(walk);
        View view = new View(
                text.entry(walk, words),
                own.stream()
                        .map(beat -> new Area(
                                words.say("area.beat", Map.of("beat", AreaName.plain(beat.name()))),
                                AreaAddress.beat(beat.id())))
                        .toList(),
                map(walk, own, all, words),
                free,
                words.say("plannedWalk.free", Map.of("n", words.number(free, 0))),
                walk.route() != null,
                walks.isOver(walk),
                WalkCode.fresh().shown(),
                path,
                invitation == null ? null : invitation.shown(),
                done);
        return new PublicPage("walk", language, path, Map.of("view", view));
    }

    /**
     * Returns the page that asks for the code of an invitation.
     *
     * @param complaint what is wrong with the one that was sent; empty for nothing
     */
    PublicPage ask(Language language, String complaint) {
        return new PublicPage("invited", language, INVITED, Map.of("complaint", complaint));
    }

    private static @Nullable String map(
            PlannedWalk walk, List<BeatTerritory> own, List<BeatTerritory> all, Words words) {
        Point pin = new GeometryFactory()
                .createPoint(new Coordinate(walk.meet().lon(), walk.meet().lat()));
        List<Geometry> marks = new ArrayList<>();
        if (walk.route() != null) {
            marks.add(walk.route());
        }
        marks.add(pin);
        Envelope near = new Envelope();
        marks.forEach(mark -> near.expandToInclude(mark.getEnvelopeInternal()));
        if (walk.route() == null) {
            own.forEach(beat -> near.expandToInclude(beat.lonLat().getEnvelopeInternal()));
        }
        near.expandBy(Math.max(MARGIN, near.getWidth() / 10), Math.max(MARGIN, near.getHeight() / 10));
        List<BeatTerritory> around = all.stream()
                .filter(beat -> near.intersects(beat.lonLat().getEnvelopeInternal()))
                .toList();
        return around.isEmpty()
                ? null
                : BeatMap.svg(
                        around,
                        walk.route() == null
                                ? own.stream().map(BeatTerritory::id).collect(Collectors.toSet())
                                : Set.of(),
                        marks,
                        near,
                        words.say("plannedWalk.mapLabel"));
    }
}
