package org.sibyl.experiment.sweep;

import java.util.ArrayList;
import java.util.List;

/** What every column of every table means. */
final class Dictionary {
  static final List<String> COLUMNS = List.of("column", "table", "unit", "range", "description");

  private static final String TRIALS = "trials";
  private static final String ROUNDS = "rounds";
  private static final String SUMMARY = "summary";
  private static final String DIFFERENCES = "differences";
  private static final String SENSITIVITY = "sensitivity";
  private static final String COUNT = "[0, inf)";

  private final List<List<String>> rows = new ArrayList<>();
  private final SweepTables tables;

  private Dictionary(SweepTables tables) {
    this.tables = tables;
  }

  /** A row for each column, in the order of the tables and their columns. */
  static List<List<String>> rows(SweepTables tables) {
    Dictionary dictionary = new Dictionary(tables);
    dictionary.trials();
    dictionary.rounds();
    dictionary.summary();
    dictionary.differences();
    dictionary.sensitivity();
    return dictionary.rows;
  }

  private void trials() {
    settings(TRIALS);
    add("replicate", TRIALS, "", COUNT, "repetition of the cell");
    add("seed", TRIALS, "", "", "seed of the cell; with the replicate it fixes all randomness");
    add(
        "ended",
        TRIALS,
        "",
        "stable, cycle, horizon, diverged, failed",
        "how it ended; failed when it could not be played at all");
    add("rounds", TRIALS, "rounds", COUNT, "rounds played");
    add("cycle-length", TRIALS, "rounds", COUNT, "length of the cycle it ended in; else 0");
    add("message", TRIALS, "", "", "what went wrong; else empty");
    add("replay", TRIALS, "", "", "for the shell: plays a failed trial alone; else empty");
    for (MetricColumn metric : tables.metrics()) {
      add(
          metric.name() + "-last",
          TRIALS,
          metric.unit(),
          metric.range(),
          "in the last round where it is defined");
      add(
          metric.name() + "-mean",
          TRIALS,
          metric.unit(),
          metric.range(),
          "mean over the rounds where it is defined");
    }
  }

  private void rounds() {
    add("cell", ROUNDS, "", COUNT, "number of the cell in the design");
    add("replicate", ROUNDS, "", COUNT, "repetition of the cell");
    add("round", ROUNDS, "", "[1, inf)", "number of the round");
    for (int i = 0; i < tables.metrics().size(); i++) {
      MetricColumn metric = tables.metrics().get(i);
      add(
          tables.metricColumns().get(i),
          ROUNDS,
          metric.unit(),
          metric.range(),
          "in this round; missing where it is not defined");
    }
  }

  private void summary() {
    settings(SUMMARY);
    add("trials", SUMMARY, "trials", COUNT, "finished trials of the cell");
    add(
        "failed",
        SUMMARY,
        "trials",
        COUNT,
        "of these, failed or diverged; their values are left out");
    statistics(SUMMARY, "replicates where it is defined");
    add("mean", SUMMARY, "the metric's", "", "mean over the replicates");
    interval(SUMMARY, "the mean");
  }

  private void differences() {
    settings(DIFFERENCES);
    add("against", DIFFERENCES, "", COUNT, "the cell it is compared with");
    statistics(DIFFERENCES, "replicates where it is defined in both cells");
    add(
        "difference",
        DIFFERENCES,
        "the metric's",
        "",
        "mean over the common replicates of this cell's value less the other's");
    interval(DIFFERENCES, "the difference");
  }

  private void sensitivity() {
    add("metric", SENSITIVITY, "", "", "name of the metric");
    add(
        "value",
        SENSITIVITY,
        "",
        "last, mean",
        "the last value or the mean over rounds, as in trials");
    add("factor", SENSITIVITY, "", "", "the varied path");
    add(
        "index",
        SENSITIVITY,
        "",
        "first, total, mu, mu*, sigma",
        "Sobol's indices or Morris' effects");
    add(
        "estimate",
        SENSITIVITY,
        "",
        "",
        "first, total: a share of variance; else the metric's unit");
    add("low", SENSITIVITY, "", "", "lower end of its 95 % bootstrap interval");
    add("high", SENSITIVITY, "", "", "upper end of its 95 % bootstrap interval");
    add("note", SENSITIVITY, "", "", "what it rests on");
  }

  private void settings(String table) {
    add("cell", table, "", COUNT, "number of the cell in the design");
    for (int i = 0; i < tables.paths().size(); i++) {
      add(
          tables.pathColumns().get(i),
          table,
          "",
          "",
          "setting of the cell: " + tables.paths().get(i) + " in the scenario");
    }
  }

  private void statistics(String table, String counted) {
    add("metric", table, "", "", "name of the metric");
    add("value", table, "", "last, mean", "the last value or the mean over rounds, as in trials");
    add("count", table, "replicates", COUNT, counted);
  }

  private void interval(String table, String what) {
    add("sd", table, "the metric's", "[0, inf)", "standard deviation between replicates");
    add("low", table, "the metric's", "", "lower end of Student's 95 % interval of " + what);
    add("high", table, "the metric's", "", "upper end of Student's 95 % interval of " + what);
  }

  private void add(String column, String table, String unit, String range, String description) {
    rows.add(List.of(column, table, unit, range, description));
  }
}
