package org.copse.planning;

import java.util.ArrayList;
import java.util.List;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningProblemBuilder;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.UnitGraph;

/**
 * A map drawn as text: each character is a unit of 100 m by 100 m, a digit its hours (0 means 10), a letter one hour, {@code ~} water
 * without a unit. Units touch the four beside them.
 */
public final class TextGrid {

    private final String[] rows;
    private final int[][] number;
    private final List<PlanningUnit> units = new ArrayList<>();

    /** Reads a picture. */
    public TextGrid(String picture) {
        this.rows = picture.strip().split("\\s*\\n\\s*");
        this.number = new int[rows.length][rows[0].length()];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length(); column++) {
                char c = rows[row].charAt(column);
                number[row][column] = c == '~' ? -1 : units.size();
                if (c != '~') {
                    double hours = Character.isDigit(c) ? (c == '0' ? 10 : c - '0') : 1;
                    units.add(new PlanningUnit(
                            row + "/" + column, hours, 100 * hours, 100 * column + 50, 50 - 100 * row, 10_000, 400));
                }
            }
        }
    }

    /** Returns the unit drawn at a row and column. */
    public int unit(int row, int column) {
        return number[row][column];
    }

    /** Returns community 0 for the units drawn with a letter, none for the others. */
    public int[] communities(char letter) {
        int[] communities = new int[units.size()];
        for (int row = 0; row < number.length; row++) {
            for (int column = 0; column < number[row].length; column++) {
                if (number[row][column] >= 0) {
                    communities[number[row][column]] = rows[row].charAt(column) == letter ? 0 : -1;
                }
            }
        }
        return communities;
    }

    /** Returns a problem of the units drawn. */
    public PlanningProblemBuilder problem() {
        UnitGraph.Builder graph = UnitGraph.builder(units.size());
        for (int row = 0; row < number.length; row++) {
            for (int column = 0; column < number[row].length; column++) {
                link(graph, number[row][column], at(row, column + 1));
                link(graph, number[row][column], at(row + 1, column));
            }
        }
        return PlanningProblem.builder(units, graph.build());
    }

    /** Draws a plan with a letter for each beat. */
    public String draw(Plan plan) {
        StringBuilder picture = new StringBuilder();
        for (int[] row : number) {
            for (int unit : row) {
                picture.append(unit < 0 ? '~' : (char) ('a' + plan.beatOf(unit)));
            }
            picture.append('\n');
        }
        return picture.toString();
    }

    private static void link(UnitGraph.Builder graph, int a, int b) {
        if (a >= 0 && b >= 0) {
            graph.edge(Edge.touching(a, b, 100));
        }
    }

    private int at(int row, int column) {
        return row < number.length && column < number[row].length ? number[row][column] : -1;
    }
}
