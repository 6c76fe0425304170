package org.sibyl.experiment.reproduction;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.sibyl.Given;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.FileIfPresent;
import org.sibyl.numeric.Randomness;
import org.sibyl.population.Sample;
import org.sibyl.population.table.CreditExperiment;
import org.sibyl.population.table.CreditScores;

/**
 * Expected numbers of an experiment on borrowers: recorded ones for the real borrowers, and those
 * of {@link NaiveControl} for the stand-in.
 *
 * <p>Bands. Means of n runs have the standard error s / sqrt(n), their deviations s / sqrt(2 n),
 * shares that of a coin with one head and one tail added; a finding allows four standard errors of
 * the difference, so that of some hundred numbers none is out by chance but once in a hundred
 * seeds. The recorded scores are those of a solver that stops 7e-4 from the coefficients which
 * minimise. That moves lambdas on everybody by up to 7e-5 and risks by up to 6e-5; the tolerance of
 * all that is recorded on the real borrowers is twice that and more.
 */
enum RiskControlNumbers {
  EXPECTED("expected risk", "expected", 2000, 0.3, 0.082, 1, 1, 300),
  TAIL("tail risk", "quantile", 10_000, 0.25, 0.12, 0.5, 10, 100);

  /** More than what the published solver moves a lambda by. */
  static final double LAMBDA = 2e-4;

  /** More than what it moves a risk by. */
  static final double RISK = 1.5e-4;

  private static final double WIDTH = 4e-6; // the recorded ones stop there
  private static final String NAIVE = "risk control by its definition on the stand-in's scores";

  private final String name;
  private final String file;
  private final int size;
  private final double level;
  private final double tightness;
  private final double meanCost;
  private final double times;
  private final int naiveRuns;

  RiskControlNumbers(
      String name,
      String file,
      int size,
      double level,
      double tightness,
      double meanCost,
      double times,
      int naiveRuns) {
    this.name = name;
    this.file = file;
    this.size = size;
    this.level = level;
    this.tightness = tightness;
    this.meanCost = meanCost;
    this.times = times;
    this.naiveRuns = naiveRuns;
  }

  private JsonNode results() {
    return Recorded.prediction("prc_" + file).get("results");
  }

  private List<JsonNode> of(String variant) {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode row : results()) {
      if (row.get("variant").asText().equals(variant)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private NaiveControl.Plan plan(JsonNode row) {
    double slope = row.get("tau").asDouble();
    double step = slope == 0 ? Double.POSITIVE_INFINITY : row.get("delta_lambda").asDouble();
    return new NaiveControl.Plan(slope, step, row.get("width").asDouble());
  }

  /** What is planned for every slope, whoever the people are. */
  void plans(Recorded recorded) {
    for (JsonNode row : of("paper_fresh")) {
      plan(recorded, row);
    }
  }

  private void plan(Recorded recorded, JsonNode row) {
    double slope = row.get("tau").asDouble();
    String place = name + ", tau " + slope + ": ";
    recorded.from("prc_" + file + ".json", 0);
    recorded.put(place + "rounds at most", row.get("guaranteed_T").asInt());
    recorded.from("prc_" + file + ".json, whose widths stop at 4e-6", WIDTH);
    recorded.put(place + "width", row.get("width").asDouble());
    if (slope > 0) {
      recorded.from("prc_" + file + ".json, whose widths stop at 4e-6", WIDTH / slope);
      recorded.put(place + "least step", row.get("delta_lambda").asDouble());
    }
  }

  /** What many trajectories of the real borrowers come to. */
  void published(Recorded recorded) {
    for (String variant : new String[] {"paper_fresh", "as_coded"}) {
      for (JsonNode row : of(variant)) {
        recorded.from(
            "prc_" + file + ".json, " + variant + ": " + row.get("trajectories") + " runs", 0);
        put(recorded, place(variant, row), gathered(row), LAMBDA, RISK);
      }
    }
  }

  private static String place(String variant, JsonNode row) {
    return (variant.equals("as_coded") ? "complement" : "fresh")
        + ", tau "
        + row.get("tau").asDouble()
        + ": ";
  }

  private static Gathered gathered(JsonNode row) {
    return new Gathered(
        row.get("trajectories").asInt(),
        moments(row.get("iterations")),
        moments(row.get("final_lambda")),
        moments(row.get("final_risk_population")),
        row.get("in_band_population").asDouble(),
        row.get("any_over_alpha_population").asDouble(),
        row.get("final_below_band_population").asDouble());
  }

  private static Gathered.Moments moments(JsonNode node) {
    return new Gathered.Moments(node.get("mean").asDouble(), node.get("sd").asDouble());
  }

  private static void put(
      Recorded recorded, String place, Gathered all, double lambda, double risk) {
    double root = Math.sqrt(all.runs());
    recorded.within(1e-9);
    recorded.put(place + "steps", all.steps().mean(), all.steps().deviation() / root);
    put(recorded, place + "last lambda", all.lambdas(), root, lambda);
    put(recorded, place + "last risk", all.risks(), root, risk);
    recorded.within(0);
    share(recorded, place + "last risk in the band", all.within(), all.runs());
    share(recorded, place + "any risk beyond the level", all.beyond(), all.runs());
  }

  private static void put(
      Recorded recorded, String what, Gathered.Moments moments, double root, double within) {
    recorded.within(within);
    recorded.put(what, moments.mean(), moments.deviation() / root);
    recorded.put(
        what + ", deviation", moments.deviation(), moments.deviation() / root / Math.sqrt(2));
  }

  private static void share(Recorded recorded, String what, double share, int runs) {
    double smoothed = (share * runs + 1) / (runs + 2);
    recorded.put(what, share, Math.sqrt(smoothed * (1 - smoothed) / runs));
  }

  /** The same of the stand-in. */
  void standIn(Recorded recorded) {
    NaiveControl naive = naive();
    for (String variant : new String[] {"paper_fresh", "as_coded"}) {
      for (JsonNode row : of(variant)) {
        Gathered all =
            gathered(
                naive,
                row,
                variant.equals("as_coded")
                    ? NaiveControl.Cohorts.COMPLEMENT
                    : NaiveControl.Cohorts.FRESH);
        recorded.from(NAIVE + ": " + naiveRuns + " runs", 0);
        put(recorded, place(variant, row), all, 1e-9, 1e-9);
      }
    }
  }

  private Gathered gathered(NaiveControl naive, JsonNode row, NaiveControl.Cohorts cohorts) {
    NaiveControl.Plan plan = plan(row);
    return Gathered.of(
        naiveRuns,
        random -> naive.play(plan, cohorts, size, random),
        lambda -> naive.risk(lambda, lambda),
        level,
        tightness);
  }

  private NaiveControl naive() {
    CreditScores source =
        new CreditScores(
            new FileIfPresent(Path.of("nowhere.csv")),
            this == EXPECTED ? CreditExperiment.EXPECTED : CreditExperiment.QUANTILE);
    Sample people =
        source.draw(source.fixedSize().orElseThrow(), Randomness.of(1).at(Draw.FEATURES, 0));
    return new NaiveControl(
        people.features().column(0).toArray(), people.labels().toArray(), meanCost, times, level);
  }

  /** How often guarantees fail, by slope, on real borrowers or the stand-in. */
  void failures(Recorded recorded, boolean standIn) {
    NaiveControl naive = standIn ? naive() : null;
    recorded.from(standIn ? NAIVE : "det_" + file + ".json: risk curve", standIn ? 1e-9 : RISK);
    recorded.put(
        "borrowers: risk of lambda 0.5", standIn ? naive.risk(0.5, 0.5) : recordedRisk(50));
    for (JsonNode row : of("paper_fresh")) {
      Gathered all = standIn ? gathered(naive, row, NaiveControl.Cohorts.FRESH) : gathered(row);
      plan(recorded, row);
      recorded.from(
          standIn ? NAIVE + ": " + naiveRuns + " runs" : "prc_" + file + ".json, paper_fresh", 0);
      failures(
          recorded,
          "borrowers, tau " + row.get("tau").asDouble() + ": ",
          all.beyond(),
          all.below(),
          all.runs());
    }
  }

  /** Of the lambda with so many hundredths. */
  private double recordedRisk(int hundredths) {
    JsonNode curve = Recorded.prediction("det_" + file).get("deployed_risk_curve");
    return curve.get("risk_R_lambda_lambda").get(hundredths).asDouble();
  }

  /** How often guarantees fail in so many runs. */
  static void failures(Recorded recorded, String place, double beyond, double below, int runs) {
    share(recorded, place + "any risk beyond the level", beyond, runs);
    share(recorded, place + "last risk below the band", below, runs);
    recorded.put(place + "fails no more often than delta", beyond + below <= 0.1 ? 1 : 0);
  }

  /** Trajectories of everybody, of real borrowers or the stand-in. */
  void paths(Recorded recorded, boolean standIn) {
    NaiveControl naive = standIn ? naive() : null;
    for (JsonNode run : Recorded.prediction("det_" + file).get("runs")) {
      if (!run.get("mode").asText().equals("population")) {
        continue;
      }
      double[] lambdas;
      double[] before;
      double[] risks;
      if (standIn) {
        List<Double> path =
            naive.play(plan(run), NaiveControl.Cohorts.EVERYONE, 0, new SplittableRandom(1));
        lambdas = path.stream().mapToDouble(lambda -> lambda).toArray();
        before = new double[lambdas.length - 1];
        risks = new double[lambdas.length];
        for (int t = 0; t < lambdas.length; t++) {
          risks[t] = naive.risk(lambdas[t], lambdas[t]);
          if (t > 0) {
            before[t - 1] = naive.risk(lambdas[t - 1], lambdas[t]);
          }
        }
      } else {
        lambdas = Given.numbers(run.get("lambdas_exact_root"));
        before = Given.numbers(run.get("risk_cal_prev_deploy_at_new"));
        risks = Given.numbers(run.get("risk_val_deployed_exact_root"));
      }
      String source = standIn ? NAIVE : "det_" + file + ".json, population";
      path(recorded, run.get("tau").asDouble(), source, standIn, lambdas, before, risks);
    }
  }

  /**
   * The recorded widths of the mean are up to 4e-6 off, so that lambdas are too, or little more.
   */
  private void path(
      Recorded recorded,
      double slope,
      String source,
      boolean standIn,
      double[] lambdas,
      double[] before,
      double[] risks) {
    String place = name + ", tau " + slope + ": ";
    recorded.from(source, 0);
    int last = lambdas.length - 1;
    recorded.put(place + "steps", last);
    recorded.put(place + "lambda never rises", 1);
    for (int t = 1; t <= last; t++) {
      if (t <= 2 || t == last) {
        String when = t == last ? "last " : t + ". ";
        recorded.within(standIn ? 1e-5 : LAMBDA);
        recorded.put(place + when + "lambda", lambdas[t]);
        recorded.within(standIn ? 1e-5 : RISK);
        recorded.put(place + when + "risk on those before", before[t - 1]);
        recorded.put(place + when + "risk", risks[t]);
      }
    }
    recorded.from("Li et al. 2025, algorithm 1: the least of what was before and what is found", 0);
    recorded.put(place + "an example's lambda never rises", 1);
  }
}
