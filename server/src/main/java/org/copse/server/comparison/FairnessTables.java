package org.copse.server.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.copse.server.comparison.ComparisonDocument.FairnessOfPlan;
import org.copse.server.comparison.ComparisonDocument.FairnessView;
import org.copse.server.pdf.Sheet;
import org.copse.server.pdf.SheetTable;
import org.copse.server.words.Words;

/** Who gets what, on paper: a table for all residents and one for each group, each plan beside its twin. */
final class FairnessTables {
    private final Words words;
    private final ComparisonWords named;
    private final ComparisonDocument document;
    private final FairnessView fairness;

    FairnessTables(Words words, ComparisonWords named, ComparisonDocument document) {
        this.words = words;
        this.named = named;
        this.document = document;
        this.fairness = document.fairness();
    }

    Optional<String> note() {
        return document.withheld()
                ? Optional.of(words.say("compare.withheld"))
                : fairness.mixUsed() ? Optional.empty() : Optional.of(words.say("compare.fairness.noMix"));
    }

    void write(Sheet sheet) {
        sheet.subheading(words.say("compare.group.everyone")).table(everyone());
        for (int group = 0; group < fairness.groups().size(); group++) {
            sheet.subheading(named.group(fairness.groups().get(group))).table(group(group));
        }
        fairness.plans().stream()
                .filter(FairnessOfPlan::twin)
                .forEach(plan -> sheet.note(named.plan(document.plans().get(plan.plan())) + ": "
                        + words.say(
                                "compare.fairness.twinMoved",
                                Map.of(
                                        "residents", number(plan.residentsMoved(), 0),
                                        "chance", number(plan.residentsByChance(), 0)))));
    }

    private SheetTable everyone() {
        SheetTable table = head();
        row(table, "communitiesSplit", plan -> number(plan.communitiesSplit(), 0));
        row(table, "residentsApart", plan -> number(plan.residentsApart(), 0));
        row(table, "hours", plan -> number(plan.everyone().hoursPerThousand(), 1));
        row(table, "leastHours", plan -> number(plan.leastHours().value(), 1));
        row(table, "minutes", plan -> number(plan.everyone().minutesToContact(), 1));
        row(table, "mostMinutes", plan -> number(plan.mostMinutes().value(), 1));
        return table;
    }

    private SheetTable group(int g) {
        SheetTable table = head();
        row(table, "hours", plan -> number(plan.groups().get(g).hoursPerThousand(), 1));
        row(table, "minutes", plan -> number(plan.groups().get(g).minutesToContact(), 1));
        String share = words.percent(fairness.groupShares().get(g), 0);
        row(
                table,
                words.say("compare.fairness.inLeastHours", Map.of("share", share)),
                plan -> words.percent(plan.leastHours().groupShares().get(g), 0),
                fairness.plans());
        row(
                table,
                "inMostMinutes",
                plan -> words.percent(plan.mostMinutes().groupShares().get(g), 0));
        row(table, "dissimilarity", plan -> number(plan.groups().get(g).dissimilarity(), 2));
        row(table, "isolation", plan -> number(plan.groups().get(g).isolation(), 2));
        row(
                table,
                "packed",
                plan -> words.say(
                        "compare.packed",
                        Map.of(
                                "beats", number(plan.groups().get(g).packedBeats(), 0),
                                "people", number(plan.groups().get(g).packedPeople(), 0))));
        row(
                table,
                "concentrations",
                plan -> words.say(
                        "compare.of",
                        Map.of(
                                "n", number(plan.groups().get(g).concentrationsSplit(), 0),
                                "all", number(plan.groups().get(g).concentrations(), 0))));
        return table;
    }

    private SheetTable head() {
        SheetTable table = new SheetTable().words(words.say("compare.fairness.figure"), 2.4);
        for (FairnessOfPlan plan : fairness.plans()) {
            String name = named.plan(document.plans().get(plan.plan()));
            table.numbers(plan.twin() ? name + ", " + words.say("compare.fairness.twin") : name, 1);
        }
        return table;
    }

    private void row(SheetTable table, String key, Function<FairnessOfPlan, String> figure) {
        row(table, words.say("compare.fairness." + key), figure, fairness.plans());
    }

    private static void row(
            SheetTable table, String words, Function<FairnessOfPlan, String> figure, List<FairnessOfPlan> plans) {
        List<String> cells = new ArrayList<>(List.of(words));
        plans.forEach(plan -> cells.add(figure.apply(plan)));
        table.row(cells);
    }

    private String number(double value, int digits) {
        return words.number(value, digits);
    }
}
