#!/usr/bin/python3
"""What the race to GerryChain's quality reads and counts. usage: python3 bench/gerrychain_race_test.py"""
import pathlib
import tempfile
import unittest

import gerrychain_race


class GerryChainRaceTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path

    def test_reads_the_figures_of_a_table(self):
        table = self.file("figures.csv", "instance,beats,cut,seconds\nvor200,10,111,4.6\nvor5000,25,\"1,378\",22\n")
        self.assertEqual([("vor200", 10, 111, 4.6), ("vor5000", 25, 1378, 22.0)], gerrychain_race.read_table(table, False))

    def test_needs_no_figures_where_both_run(self):
        table = self.file("figures.csv", "instance,beats\nvor200,10\n")
        self.assertEqual([("vor200", 10, None, None)], gerrychain_race.read_table(table, True))

    def test_names_the_line_of_a_table_that_lacks_a_figure(self):
        table = self.file("figures.csv", "instance,beats,cut,seconds\nvor200,10,111,4.6\nvor200,25,,2.6\n")
        with self.assertRaisesRegex(SystemExit, "line 3"):
            gerrychain_race.read_table(table, False)

    def test_counts_cut_edges_and_deviation_from_the_plan_alone(self):
        plan = self.file("assignment.csv", "unit_id,beat_id\n0,A\n1,A\n2,B\n")
        cut, deviation = gerrychain_race.count(plan, {0: 1.0, 1: 2.0, 2: 5.0}, [(0, 1), (1, 2), (0, 2)])
        self.assertEqual(2, cut)
        self.assertAlmostEqual(0.25, deviation)

    def test_refuses_a_plan_that_leaves_units_out(self):
        plan = self.file("assignment.csv", "unit_id,beat_id\n0,A\n")
        with self.assertRaisesRegex(SystemExit, "1 units, not the instance's 2"):
            gerrychain_race.count(plan, {0: 1.0, 1: 2.0}, [(0, 1)])

    def test_gives_ratios_of_proposal_search_and_process(self):
        row = gerrychain_race.cells("vor200", 10, 111, 4.6, 109, 0.046, 1.15, 0.023)
        self.assertEqual(["vor200", "10", "111", "4.6", "0.023", "200", "109", "0.046", "100", "1.15", "4.0"], row)


if __name__ == "__main__":
    unittest.main()
