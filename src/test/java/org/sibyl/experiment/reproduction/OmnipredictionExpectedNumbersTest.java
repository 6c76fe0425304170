package org.sibyl.experiment.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sibyl.experiment.reproduction.omniprediction.OmnipredictionReproductions;

/**
 * The committed expected numbers of omniprediction are those of the specification, of closed forms
 * and of a naive early-warning system. {@code mvn test -Dtest=OmnipredictionExpectedNumbersTest
 * -Dregenerate=true} writes them anew.
 */
class OmnipredictionExpectedNumbersTest {
  private static final String SPECIFICATION = "specification of outcome performativity, section ";
  private static final int LOGS = 200;

  private static final double[][] UNIFORM = new double[5][3];
  private static final double[][] BY_BAND = new double[5][];

  static {
    for (int band = 0; band < 5; band++) {
      java.util.Arrays.fill(UNIFORM[band], 1.0 / 3);
      BY_BAND[band] = new double[] {0.6 - 0.1 * band, 0.25, 0.15 + 0.1 * band};
    }
  }

  private static final Map<String, Supplier<Recorded>> GENERATORS = generators();

  private static Map<String, Supplier<Recorded>> generators() {
    Map<String, Supplier<Recorded>> all = new LinkedHashMap<>();
    all.put("omni-xy", OmnipredictionExpectedNumbersTest::product);
    all.put("omni-ews", OmnipredictionExpectedNumbersTest::school);
    all.put("omni-finite-sample", () -> logs(new Recorded(), UNIFORM));
    all.put("omni-propensities", OmnipredictionExpectedNumbersTest::propensities);
    all.put("omni-calculators", OmnipredictionExpectedNumbersTest::calculators);
    all.put("omni-cost", OmnipredictionExpectedNumbersTest::cost);
    all.put("omni-weights", OmnipredictionExpectedNumbersTest::weights);
    all.put("omni-deployment-cost", OmnipredictionExpectedNumbersTest::deployments);
    all.put("omni-interference", OmnipredictionExpectedNumbersTest::interference);
    all.put("omni-oracle-calls", OmnipredictionExpectedNumbersTest::calls);
    all.put("omni-input-oblivious", OmnipredictionExpectedNumbersTest::allLosses);
    return all;
  }

  @TestFactory
  Stream<DynamicTest> committedNumbersAreTheExpectedOnes() {
    return Committed.areCommitted(GENERATORS);
  }

  @Test
  void everyReproductionHasExpectedNumbers() {
    assertThat(GENERATORS.keySet())
        .containsExactlyInAnyOrderElementsOf(
            OmnipredictionReproductions.ALL.stream().map(Reproduction::name).toList());
  }

  /**
   * An error of the tolerance itself does not violate, so of a whole beta / epsilon one is left.
   */
  private static int steps(String strength, String tolerance) {
    return 2
        * (new BigDecimal(strength)
                .divide(new BigDecimal(tolerance), 20, RoundingMode.HALF_EVEN)
                .setScale(0, RoundingMode.CEILING)
                .intValueExact()
            - 1);
  }

  private static Recorded product() {
    Recorded recorded = new Recorded();
    for (int k = 1; k <= 9; k++) {
      double strength = k / 20.0;
      String place = "beta " + strength + ": ";
      recorded.from(SPECIFICATION + "14", 1e-7);
      recorded.put(place + "gap of main effects", strength);
      recorded.put(place + "error of main effects on rules", strength);
      recorded.put(place + "error of main effects on their decisions", 0);
      recorded.put(
          place + "coefficient of the product", Math.log((0.5 + strength) / (0.5 - strength)));
      recorded.put(place + "gap with the product", 0);
      recorded.from(SPECIFICATION + "15, X1", 0);
      for (String tolerance : List.of("0.01", "0.02", "0.05", "0.1", "0.2")) {
        recorded.put("beta " + strength + ", epsilon " + tolerance + ": gap within 2 epsilon", 1);
      }
    }
    recorded.from(SPECIFICATION + "14", 1e-12);
    recorded.put("risk of the same, steered to 1", 0.2);
    recorded.put("risk of the opposite, steered to 1", 0.8);
    recorded.put("risk of the same, steered to 0", 0.8);
    recorded.put("risk of a constant", 0.5);
    recorded.from("2 (ceil(beta / epsilon) - 1): an error of epsilon does not violate", 0);
    for (String tolerance :
        List.of("0.01", "0.05", "0.1", "0.3", "0.0099", "0.049", "0.099", "0.29", "0.31")) {
      recorded.put("fixed steps, epsilon " + tolerance + ": updates", steps("0.3", tolerance));
    }
    recorded.from(SPECIFICATION + "14", 1e-12);
    recorded.put("potential at first", 0.18);
    for (String step : List.of("PROPORTIONAL", "LINE_SEARCH")) {
      recorded.put(step + ": updates", 2);
      recorded.put(step + ": potential in the end", 0);
    }
    return recorded;
  }

  private static Recorded school() {
    double[][] table = {
      {.11372, .11949, 17, .02745, .02745},
      {.77061, .77061, 20, .02169, .02169},
      {.13423, .14251, 3, .01119, .00036},
      {.11768, .12071, 4, .00524, -.00302},
      {.12343, .13186, 3, .00618, -.00385}
    };
    Recorded recorded = new Recorded();
    for (int loss = 0; loss < table.length; loss++) {
      String place = NaiveSchool.LOSSES[loss] + ": ";
      recorded.from(SPECIFICATION + "15, X2", 5e-5);
      recorded.put(place + "risk of the truth's decisions", table[loss][0]);
      recorded.put(place + "risk of the best rule", table[loss][1]);
      recorded.within(0).put(place + "number of the best rule", table[loss][2]);
      recorded.within(5e-5).put(place + "gap of main effects", table[loss][3]);
      recorded.put(place + "gap of linear terms", table[loss][4]);
    }
    int[][] updates = {
      {9, 20, 70, 170, 395}, {3, 6, 19, 44, 77}, {3, 6, 12, 22, 41},
    };
    String[] steps = {"FIXED", "PROPORTIONAL", "LINE_SEARCH"};
    double[] tolerances = {0.1, 0.05, 0.02, 0.01, 0.005};
    for (int step = 0; step < steps.length; step++) {
      for (int k = 0; k < tolerances.length; k++) {
        String place = steps[step] + ", epsilon " + tolerances[k] + ": ";
        recorded.from(SPECIFICATION + "15, X2", 5e-6);
        recorded.put(place + "potential at first", 0.39174);
        recorded.within(0.3 * updates[step][k]).put(place + "updates", updates[step][k]);
        recorded.within(0).put(place + "updates within k / (4 epsilon^2)", 1);
        recorded.put(place + "potential falls", 1);
        recorded.put(place + "gap within 2 epsilon", 1);
        recorded.put(place + "at most 2 updates by best decisions", 1);
        if (tolerances[k] <= 0.01) {
          recorded.put(place + "gap at most .0003", 1);
        }
      }
    }
    // within .0003 of the best rule, and not below the truth's decisions
    for (int loss = 0; loss < table.length; loss++) {
      double middle = (table[loss][0] + table[loss][1]) / 2;
      recorded.from(
          SPECIFICATION + "15, X2: between the truth's decisions and the best rule, and .0003",
          table[loss][1] - middle + 0.0003);
      recorded.put(NaiveSchool.LOSSES[loss] + ": students under its decisions", middle);
    }
    return recorded;
  }

  /** What naive boosting does with as many logs. */
  private static Recorded logs(Recorded recorded, double[][] propensities) {
    for (int students : new int[] {500, 2000, 8000, 32_000}) {
      logs(recorded, propensities, students, false);
    }
    logs(recorded, propensities, 500, true);
    return recorded;
  }

  private static void logs(
      Recorded recorded, double[][] propensities, int students, boolean fresh) {
    double[] errors = new double[LOGS];
    double[] gaps = new double[LOGS];
    double[] updates = new double[LOGS];
    double beyond = 0;
    for (int run = 0; run < LOGS; run++) {
      SplittableRandom random = new SplittableRandom(3000 + run);
      NaiveSchool.Log log = NaiveSchool.Log.draw(students, propensities, random);
      NaiveSchool.Boosted boosted =
          NaiveSchool.boost(
              () -> fresh ? NaiveSchool.Log.draw(students, propensities, random) : log, 0.05);
      errors[run] = NaiveSchool.error(boosted.law(), NaiveSchool.ones());
      gaps[run] = NaiveSchool.gap(boosted.law(), NaiveSchool.ones());
      updates[run] = boosted.updates();
      beyond += errors[run] > 0.05 ? 1.0 / LOGS : 0;
    }
    String place = (fresh ? "fresh logs of " : "one log of ") + students + ": ";
    recorded.from("boosting by its definition: " + LOGS + " logs of plain arrays", 0);
    put(recorded, place + "greatest error", errors);
    put(recorded, place + "gap of the worst loss", gaps);
    put(recorded, place + "updates", updates);
    // a share of 20 repetitions around this one; none of large logs may violate
    boolean none = students >= 8000 || fresh && beyond == 0;
    double smoothed = (beyond * LOGS + 1) / (LOGS + 2);
    recorded.put(
        place + "errors beyond the tolerance",
        none ? 0 : beyond,
        none ? 0 : Math.sqrt(smoothed * (1 - smoothed) * (1.0 / 20 + 1.0 / LOGS)));
  }

  private static void put(Recorded recorded, String what, double... values) {
    Gathered.Moments moments = Gathered.Moments.of(values);
    recorded.put(what, moments.mean(), moments.deviation() / Math.sqrt(LOGS));
  }

  /** Exact means and deviations of one student's terms, by summing over who it may be. */
  private static Recorded propensities() {
    Recorded recorded = new Recorded().from(SPECIFICATION + "6.2, P3", 5e-6);
    recorded.put("risk of the rule", 0.11949);
    propensities(recorded, "uniform trial: ", UNIFORM);
    propensities(recorded, "trial by band: ", BY_BAND);
    return logs(recorded, BY_BAND);
  }

  private static void propensities(Recorded recorded, String place, double[][] chances) {
    double mean = 0;
    double taken = 0;
    double square = 0;
    double residual = 0;
    double residualSquare = 0;
    for (int cell = 0; cell < NaiveSchool.CELLS; cell++) {
      int decision = cell % 5 < 3 ? 1 : 2;
      double chance = chances[cell % 5][decision];
      double p = NaiveSchool.TRUTH[cell][decision];
      double model = 0.5 + 0.9 * (p - 0.5);
      double share = NaiveSchool.SHARES[cell];
      mean += share * (1 - p);
      taken += share * 3 * chance * (1 - p);
      square += share * (1 - p) / chance;
      residual += share * (p - model);
      residualSquare += share * (p * (1 - model) * (1 - model) + (1 - p) * model * model) / chance;
    }
    recorded.from("sums over kinds of students; " + SPECIFICATION + "6.2, P3", 0);
    recorded.put(place + "mean of weighted losses", mean);
    recorded.put(place + "mean with the uniform factor 3", taken);
    recorded.put(place + "deviation of weighted losses", Math.sqrt(square - mean * mean));
    recorded.put(place + "deviation of residuals", Math.sqrt(residualSquare - residual * residual));
  }

  private static Recorded calculators() {
    String[] tolerances = {"0.1", "0.05", "0.01"};
    int[][] sizes = {{15470, 3868, 3610}, {61878, 15470, 14095}, {1546948, 386737, 345487}};
    Recorded recorded = new Recorded();
    for (int k = 0; k < tolerances.length; k++) {
      String place = "epsilon " + tolerances[k] + ": ";
      recorded.from(SPECIFICATION + "10", 0);
      recorded.put(place + "paper", sizes[k][0]);
      recorded.put(place + "Hoeffding", sizes[k][1]);
      // of the third the specification has one too many: 40 200 ln 5400 = 345 485.0001
      recorded.from(SPECIFICATION + "10, by its formula", 0);
      double tolerance = Double.parseDouble(tolerances[k]);
      double exact = (4 / (tolerance * tolerance) + 2 / tolerance) * Math.log(5400);
      assertThat(Math.ceil(exact)).isBetween(sizes[k][2] - 1.0, sizes[k][2] + 0.0);
      recorded.put(place + "Bernstein", Math.ceil(exact));
      recorded.from(SPECIFICATION + "10: residuals coincide with the paper's constant", 0);
      recorded.put(place + "residuals", sizes[k][0]);
      recorded.put(place + "Bernstein is the least", 1);
    }
    return recorded;
  }

  private static Recorded cost() {
    Recorded recorded = new Recorded();
    for (int updates : new int[] {1, 8, 100, 1000}) {
      recorded.from(SPECIFICATION + "8, P7: 2 T (k + 1) and 2 k of a last decision", 0);
      recorded.put("decisions, " + updates + " updates: evaluations", 8.0 * updates + 6);
      recorded.put(
          "decisions, " + updates + " updates: within 4 T (k + 1) and those of a last decision", 1);
    }
    int[] learned = {20, 170};
    double[] tolerances = {0.05, 0.01};
    for (int k = 0; k < learned.length; k++) {
      recorded.from(SPECIFICATION + "15, X2", 0.3 * learned[k]);
      recorded.put("learned to " + tolerances[k] + ": updates", learned[k]);
      recorded.from(SPECIFICATION + "8, P7", 0);
      recorded.put(
          "learned to " + tolerances[k] + ": within 4 T (k + 1) and those of a last decision", 1);
    }
    recorded.put("decisions, 8 updates, unfolded: at least k^T", 1);
    return recorded;
  }

  private static Recorded weights() {
    String[] people = {"everyone", "low income", "high risk"};
    double[][][] plain = {
      {{.0043, .029}, {.0090, .052}, {.0337, .118}},
      {{.0002, .019}, {.0000, .048}, {.0073, .084}}
    };
    int[][] updates = {{6, 11}, {12, 21}};
    double[] tolerances = {0.05, 0.02};
    Recorded recorded = new Recorded();
    for (int k = 0; k < tolerances.length; k++) {
      for (int weighted = 0; weighted < 2; weighted++) {
        String place = (weighted == 1 ? "weighted" : "plain") + ", epsilon " + tolerances[k] + ": ";
        recorded.from(SPECIFICATION + "12, X7", 0.3 * updates[k][weighted]);
        recorded.put(place + "updates", updates[k][weighted]);
        for (int who = 0; who < people.length; who++) {
          String of = place + people[who] + ": ";
          if (weighted == 1) {
            recorded.within(0).put(of + "gap within 2 epsilon", 1);
          } else {
            recorded.within(5e-5).put(of + "gap", plain[k][who][0]);
            recorded.within(5e-4).put(of + "error", plain[k][who][1]);
          }
          recorded.within(0);
          recorded.put(of + "error within epsilon", weighted == 1 || who == 0 ? 1 : 0);
        }
      }
    }
    return recorded;
  }

  private static Recorded deployments() {
    Recorded recorded = new Recorded().from(SPECIFICATION + "15, X8, by its formula", 0);
    int last = 0;
    for (int rules = 1; rules <= 1000; rules++) {
      double logarithm = Math.log(2 * rules * 5 / 0.05) / (2 * 0.05 * 0.05);
      double all = rules * Math.ceil(logarithm);
      double trial = Math.ceil(9 * logarithm);
      last = all <= trial ? rules : last;
      if (rules == 1 || rules == 10 || rules == 27 || rules == 1000) {
        recorded.put(rules + " rules: deploying all", all);
        recorded.put(rules + " rules: one trial", trial);
      }
    }
    recorded.put("most rules for which a trial is not cheaper", last);
    recorded.from(SPECIFICATION + "15, X8: crossover at k^2", 0.01);
    recorded.put("1000 rules: rules that cost as much as one trial", 9);
    return recorded;
  }

  private static Recorded interference() {
    Recorded recorded = new Recorded();
    double[] rates = {0.3, 0.8};
    double[] told = {0.45, 0.65};
    double[] risks = {0.7, 0.5};
    for (int decision = 0; decision < 2; decision++) {
      String place = decision == 1 ? "treat all: " : "treat none: ";
      recorded.from(SPECIFICATION + "16, X9", 0);
      recorded.put(place + "rate", rates[decision]);
      recorded.put(place + "rate told by a trial of individuals", told[decision]);
      recorded.from(SPECIFICATION + "16: remedy by groups", 0);
      recorded.put(place + "rate told by a trial of groups", rates[decision]);
    }
    for (int decision = 0; decision < 2; decision++) {
      recorded.from(SPECIFICATION + "16, X9", 0);
      recorded.put("cost .3, decision " + decision + ": risk", risks[decision]);
    }
    return recorded;
  }

  private static Recorded calls() {
    Recorded recorded = new Recorded();
    String[] sides = {"TWO_SIDED", "OMNI_ONLY"};
    for (int side = 0; side < 2; side++) {
      for (int count : new int[] {5, 10, 20, 40, 80}) {
        String place = sides[side] + ", " + count + " losses: ";
        recorded.from(SPECIFICATION + "15, X10", 0);
        recorded.put(place + "calls by loss and round", 2 - side);
        recorded.put(place + "within the bound", 1);
        if (count == 5 && side == 0) {
          recorded.from(SPECIFICATION + "15, X2", 0.3 * 12);
          recorded.put(place + "updates", 12);
        }
      }
    }
    return recorded;
  }

  private static Recorded allLosses() {
    Recorded recorded = new Recorded();
    for (double tolerance : new double[] {0.1, 0.05, 0.02, 0.01}) {
      for (int five = 0; five < 2; five++) {
        String place = (five == 1 ? "five losses" : "all losses") + ", epsilon " + tolerance + ": ";
        recorded.from(SPECIFICATION + "13, A5", 0);
        recorded.put(place + "updates within k / (4 epsilon^2)", 1);
        recorded.put(place + "the five losses' errors within epsilon", 1);
        recorded.put(place + "errors by 1000 other losses within epsilon", 1 - five);
        recorded.put(place + "gap within 2 k epsilon", 1);
        recorded.from(SPECIFICATION + "13, X-A", 0);
        if (five == 1) {
          recorded.put(place + "searches by loss and round", 2);
        } else {
          recorded.put(place + "searches by round at most 2^k", 1);
        }
      }
    }
    recorded.from(SPECIFICATION + "13, P13", 1e-12);
    recorded.put("four decisions: greatest cell error", 0.05);
    recorded.put("four decisions: error of a loss", 0.2);
    return recorded;
  }
}
