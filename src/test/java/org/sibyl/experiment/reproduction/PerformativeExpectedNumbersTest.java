package org.sibyl.experiment.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sibyl.Shared;
import org.sibyl.experiment.reproduction.performative.PerformativeReproductions;

/**
 * The committed expected numbers of problems with closed forms are those of the specification.
 * {@code mvn test -Dtest=PerformativeExpectedNumbersTest -Dregenerate=true} writes them anew.
 */
class PerformativeExpectedNumbersTest {
  private static final Map<String, Supplier<Recorded>> GENERATORS = generators();

  private static Map<String, Supplier<Recorded>> generators() {
    Map<String, Supplier<Recorded>> all = new LinkedHashMap<>();
    all.put("perfgd-nonlinear", PerformativeExpectedNumbersTest::nonlinear);
    all.put("perfgd-mixture", PerformativeExpectedNumbersTest::mixture);
    all.put("perfgd-pricing", PerformativeExpectedNumbersTest::pricing);
    all.put("perfgd-regression", PerformativeExpectedNumbersTest::regression);
    all.put("stateful-credit", PerformativeExpectedNumbersTest::statefulCredit);
    all.put("geometric-decay", PerformativeExpectedNumbersTest::geometricDecay);
    all.put("two-stage", PerformativeExpectedNumbersTest::twoStage);
    all.put("dfo", PerformativeExpectedNumbersTest::derivativeFree);
    all.put("plug-in", PerformativeExpectedNumbersTest::plugIn);
    all.put("confidence-bounds", PerformativeExpectedNumbersTest::confidenceBounds);
    all.put("confidence-bounds-regret", PerformativeExpectedNumbersTest::regret);
    all.put("multiplayer", PerformativeExpectedNumbersTest::multiplayer);
    return all;
  }

  @TestFactory
  Stream<DynamicTest> committedNumbersAreThoseOfTheSpecification() {
    return Committed.areCommitted(GENERATORS);
  }

  @Test
  void everyReproductionHasExpectedNumbers() {
    assertThat(PerformativeReproductions.ALL)
        .extracting(Reproduction::name)
        .containsExactlyElementsOf(GENERATORS.keySet());
  }

  /** Fails unless the list of problems and methods has this. */
  private static void zooSays(String text) {
    try {
      assertThat(Files.readString(Shared.path("spec/zoo.md"))).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String section(int number) {
    return "specification of performative prediction, section " + number + ": ";
  }

  private static Recorded nonlinear() {
    zooSays("| Izzo nonlinear | N(sqrt(theta+1),1), l=theta z, theta in [-1,1], n=500, H=4, lr .1");
    zooSays("| -2/3 (PR -.3849) | -1 (PR 0) | boundary PS |");
    Recorded recorded = new Recorded().from(section(2) + "N, stable point -a0/a1", 1e-9);
    for (String stable : new String[] {"gradient descent", "risk minimization"}) {
      recorded.put("repeated " + stable + " without noise: theta", -1);
      recorded.put("repeated " + stable + " without noise: risk", 0);
    }
    recorded.from(section(2) + "N, optimum -2 a0/(3 a1)", 1e-9);
    recorded.put("reparametrised descent without noise: theta", -2.0 / 3);
    recorded.put("reparametrised descent without noise: risk", -2 / Math.sqrt(27));
    // the risk bends, so that thetas that scatter by step times noise have another mean
    recorded.from(section(2) + "N; noise of 500 people moves the mean by its square", 0.005);
    recorded.put("reparametrised descent, 500 people: theta after 30 rounds", -2.0 / 3);
    // differences of two means of 500 over steps of a few hundredths: a neighborhood, as in the
    // paper
    recorded.from(section(2) + "N; a neighborhood, by differences of noisy means", 0.05);
    recorded.put("PerfGD, 500 people: theta after 30 rounds", -2.0 / 3);
    recorded.from(section(2) + "N, optimum", 0);
    recorded.put("PerfGD, 20000 people: theta after 30 rounds", -2.0 / 3);
    return recorded;
  }

  private static Recorded mixture() {
    zooSays("| -.35714 (-.0446) | -.71429 (0) | needs component labels for PerfGD |");
    double constant = 0.5 * -0.5 + 0.5 * 1;
    double slope = 0.5 * 1 + 0.5 * -0.3;
    Recorded recorded = new Recorded().from(section(2) + "X, stable point -A0/A1", 0);
    recorded.put("repeated gradient descent: theta after 100 rounds", -constant / slope);
    recorded.put("repeated gradient descent: risk after 100 rounds", 0);
    recorded.from(section(2) + "X, optimum -A0/(2 A1)", 0);
    double best = -constant / (2 * slope);
    recorded.put("reparametrised descent: theta after 100 rounds", best);
    recorded.put("reparametrised descent: risk after 100 rounds", best * (constant + slope * best));
    // differences of two means of 1000 over steps of a few hundredths: .03 off on average, as
    // measured, and the less the more people there are
    recorded.from(section(2) + "X; a neighborhood, by differences of noisy means", 0.05);
    recorded.put("PerfGD on the mean, 1000 people: theta after 100 rounds", best);
    recorded.from(section(2) + "X, optimum -A0/(2 A1)", 0);
    recorded.put("PerfGD on the mean, 10000 people: theta after 100 rounds", best);
    recorded.from(section(2) + "X; a neighborhood, by differences of noisy means", 0.05);
    recorded.put("PerfGD on both groups, 1000 people: theta after 100 rounds", best);
    recorded.from(section(2) + "X, optimum -A0/(2 A1)", 0);
    recorded.put("PerfGD on both groups, 10000 people: theta after 100 rounds", best);
    // the risk bends by .7: thetas that deviate by .1 cost .0035
    recorded.from(section(2) + "X; thetas that deviate by at most .1", 0.0035);
    recorded.put(
        "PerfGD on both groups, 10000 people: risk after 100 rounds",
        best * (constant + slope * best));
    return recorded;
  }

  private static Recorded pricing() {
    zooSays("d=5, mu0=6+U[0,1]^d, eps=1.5, [0,5]^d, n=500, H=25");
    double[] means = {6.1, 6.3, 6.5, 6.7, 6.9};
    Recorded recorded = new Recorded().from(section(2) + "P, stable point mu/eps", 1e-9);
    double squares = 0;
    for (int k = 0; k < means.length; k++) {
      squares += means[k] * means[k];
      recorded.put("repeated gradient descent: price " + (k + 1), means[k] / 1.5);
    }
    recorded.put("repeated gradient descent: revenue", 0);
    recorded.from(section(2) + "P, optimum mu/(2 eps)", 1e-9);
    for (int k = 0; k < means.length; k++) {
      recorded.put("reparametrised descent: price " + (k + 1), means[k] / 3);
    }
    recorded.put("reparametrised descent: revenue", squares / 6);
    recorded.from(section(2) + "P, retraining jumps to corners of the box", 0);
    for (int round = 2; round <= 5; round++) {
      recorded.put("retraining: first price of round " + round, round % 2 == 0 ? 5 : 0);
    }
    recorded.from(section(6) + "PerfGD on P converges to mu/(2 eps)", 0);
    for (int k = 0; k < means.length; k++) {
      recorded.put("PerfGD, 500 people: price " + (k + 1), means[k] / 3);
    }
    // prices that scatter earn less, by 1.5 times the sum of their variances
    recorded.from(section(2) + "P; 1 % is lost to prices that scatter", squares / 600);
    recorded.put("PerfGD, 500 people: revenue", squares / 6);
    return recorded;
  }

  private static Recorded regression() {
    zooSays("| -.83744 (PR 5.56) | 7.72727 (PR **189.4**) | RRM converges (slope .885)");
    zooSays("squared losses of the regression family carry the factor 1/2");
    double moment = 1 + 25.0 / 9;
    double ridge = 10.0 / 3;
    double slope = 5.0 / 3 * moment / (moment + ridge);
    double stable = slope / (1 - slope);
    double best = -moment * 10 / 9 / (moment * 4 / 9 + ridge);
    Recorded recorded = new Recorded().from("zoo, D.1: Izzo regression, stable point", 1e-9);
    recorded.put("retraining: slope", slope);
    recorded.from("zoo, D.1: Izzo regression, stable point; retraining stops within 1e-9", 1e-6);
    recorded.put("retraining: theta", stable);
    recorded.from("zoo, D.1: Izzo regression, stable point; retraining stops within 1e-9", 1e-5);
    recorded.put("retraining: risk", regressionRisk(stable));
    recorded.from("zoo, D.1: Izzo regression, optimum", 1e-9);
    recorded.put("reparametrised descent: theta", best);
    recorded.put("reparametrised descent: risk", regressionRisk(best));
    // the slope is concave in the second moment: with 500 people its mean is .0004 less, and the
    // mean of thetas .03
    recorded.from("zoo, D.1: Izzo regression; 500 people lower the slope", 0.1);
    recorded.put("retraining, 500 people: theta after 80 rounds", stable);
    recorded.from("zoo, D.1: Izzo regression, optimum", 0);
    recorded.put("reparametrised descent, 500 people: theta after 40 rounds", best);
    recorded.put("PerfGD, 500 people: theta after 80 rounds", best);
    // the risk bends by 5.2 there, and the mean theta of 40 runs is within .1
    recorded.from("zoo, D.1: Izzo regression, optimum; mean theta within .1", 0.03);
    recorded.put("PerfGD, 500 people: risk of the mean theta", regressionRisk(best));
    assertThat(stable).isBetween(7.727265, 7.727275);
    assertThat(best).isBetween(-0.837445, -0.837435);
    assertThat(regressionRisk(stable)).isBetween(189.35, 189.45);
    assertThat(regressionRisk(best)).isBetween(5.555, 5.565);
    return recorded;
  }

  private static double regressionRisk(double theta) {
    double wrong = 5.0 / 3 * (1 + theta) - theta;
    double moment = 1 + 25.0 / 9;
    return (moment * wrong * wrong + 2.0333 * 2.0333 + 10.0 / 3 * theta * theta) / 2;
  }

  private static Recorded statefulCredit() {
    // mean of three groups that answered the last three thetas
    double factor = largestRoot();
    Recorded recorded =
        new Recorded().from("section 10, groups in turn: x^3 = (eps/3)(x^2 + x + 1)", 1e-6);
    recorded.put("closed form, every round: factor per deployment", factor);
    recorded.from(section(3) + "RRM, factor eps beta/gamma", 1e-9);
    recorded.put("closed form, waiting: factor per deployment", 0.6);
    recorded.from(section(2) + "Q, stable point mu/(1 - eps)", 1e-6);
    recorded.put("closed form, every round: theta", 2.5);
    recorded.put("closed form, waiting: theta", 2.5);
    for (int sensitivity : new int[] {1, 25, 75}) {
      String place = "borrowers, sensitivity " + sensitivity + ": ";
      recorded.from("Brown et al. 2022, section 5", 0);
      recorded.put(place + "retraining in every round converges", 1);
      recorded.put(place + "waiting converges", 1);
      recorded.from(section(4) + "P4, two deployments when all move alike", 0);
      recorded.put(place + "refits until waiting stands", 2);
      recorded.from("Brown et al. 2022, section 5", 0);
      recorded.put(place + "waiting needs fewer deployments", 1);
      // two of the 6119 people of a group may lie on the boundary up to rounding
      recorded.from(section(4) + "P4, scores at the stable point are those of the ERM", 4e-4);
      for (int group = 1; group <= 3; group++) {
        for (String rate : new String[] {"negative rate", "false positive rate"}) {
          recorded.put(place + "group " + group + ", " + rate + " away from the first fit's", 0);
        }
      }
    }
    Recorded.predictionSays("**two deployments for all ε**");
    return recorded;
  }

  /** Of x^3 = .2 (x^2 + x + 1), by halving. */
  private static double largestRoot() {
    double low = 0;
    double high = 1;
    for (int k = 0; k < 60; k++) {
      double x = (low + high) / 2;
      if (x * x * x < 0.2 * (x * x + x + 1)) {
        low = x;
      } else {
        high = x;
      }
    }
    return low;
  }

  private static Recorded geometricDecay() {
    Recorded.predictionSays(
        "factor per refit λ^m+(1−λ^m)ε (λ=.5, ε=.6: m=1,2,3 → .8,.7,.65; test)");
    Recorded recorded = new Recorded();
    double[] factors = {0.8, 0.7, 0.65};
    for (int rounds = 1; rounds <= 3; rounds++) {
      String place = "held for " + rounds;
      double factor = factors[rounds - 1];
      recorded.from(section(10) + "lambda^m + (1 - lambda^m) eps", 1e-9);
      recorded.put(place + ": factor per refit", factor);
      // theta 0 on people at mu = 1, who stay there: the first refit finds 1, of a stable 2.5
      double after8 = 2.5 - 1.5 * Math.pow(factor, 7);
      recorded.put(place + ": theta after 8 refits", after8);
      recorded.put(place + ": theta after 40 refits", 2.5 - 1.5 * Math.pow(factor, 39));
      recorded.from(section(10) + "vintages, the same law in expectation", 0);
      recorded.put(place + ", vintages: theta after 8 refits", after8);
    }
    parking(recorded);
    return recorded;
  }

  /** Least of (.9 - .157 price - .7)^2 + .05^2 + .0005 price^2, the slope times a share. */
  private static void parking(Recorded recorded) {
    zooSays("| SFpark pricing (Ray) | geometric decay D_{t+1}=lambda D_t+(1-lambda)D(theta)");
    String[] names = {
      "retraining",
      "epochs that are told of half",
      "epochs that know the share",
      "two stages where nobody is slow"
    };
    double[] counted = {0, 0.5, 1, 1};
    for (int method = 0; method < names.length; method++) {
      // 2 share * -.157 (.2 - .157 price) + .001 price = 0
      double slope = 2 * counted[method] * 0.157;
      double price = slope * 0.2 / (slope * 0.157 + 0.001);
      double off = 0.2 - 0.157 * price;
      recorded.from("zoo, D.1: SFpark; optimum of the square, by hand", 1e-8);
      recorded.put("parking, " + names[method] + ": price", price);
      double risk = off * off + 0.0025 + 0.0005 * price * price;
      recorded.put("parking, " + names[method] + ": risk", risk);
    }
  }

  private static final double[] MEANS = {1, -0.5, 0.25};

  private static Recorded twoStage() {
    Recorded.predictionSays("n→∞ recovers θ_PO; with n=2000,d=3,σ=.5: max entry error < .06");
    Recorded recorded = new Recorded().from(section(2) + "Q, optimum mu/(1 - 2 eps)", 1e-9);
    thetas(recorded, "without noise, 20 explorations: theta %d", MEANS);
    recorded.from(section(6) + "two-stage test", 0);
    recorded.put("2000 explorations: every slope within .06", 1);
    recorded.put("2000 explorations: mean slope", 0.2);
    recorded.from(section(2) + "Q, optimum mu/(1 - 2 eps)", 0);
    thetas(recorded, "2000 explorations: theta %d", MEANS);
    return recorded;
  }

  private static void thetas(Recorded recorded, String quantity, double... means) {
    for (int k = 0; k < means.length; k++) {
      recorded.put(String.format(quantity, k + 1), means[k] / 0.6);
    }
  }

  private static Recorded derivativeFree() {
    Recorded.predictionSays("for quadratic PR exactly ∇PR(θ)");
    double[] start = {2, 1, -1};
    Recorded recorded = new Recorded();
    double kept = 1;
    for (int step = 1; step <= 300; step++) {
      kept *= 1 - 0.6 * 0.1 / Math.sqrt(step);
    }
    for (String points : new String[] {"one point", "two points"}) {
      recorded.from(section(2) + "Q, gradient (1 - 2 eps) theta - mu", 0);
      for (int k = 0; k < start.length; k++) {
        recorded.put(points + ": gradient " + (k + 1), 0.6 * start[k] - MEANS[k]);
      }
      boolean one = points.equals("one point");
      recorded.from(
          section(6) + (one ? "DFO, gradient descent in the mean" : "DFO, optimum of Q"),
          one ? 0 : 1e-9);
      for (int k = 0; k < start.length; k++) {
        double best = MEANS[k] / 0.6;
        double end = one ? best + kept * (start[k] - best) : best;
        recorded.put(points + ": theta " + (k + 1) + " after 300 steps", end);
      }
    }
    return recorded;
  }

  private static Recorded plugIn() {
    Recorded.predictionSays("intercept μ+ε_2s² ⇒ θ̂=(μ+ε_2s²)/(1−2ε_1)");
    Recorded.predictionSays("true optimum solves (1−2ε_1)θ−3ε_2θ²=μ");
    Recorded recorded =
        new Recorded().from(section(6) + "plug-in, (mu + eps2 s^2)/(1 - 2 eps1)", 0);
    for (double s : new double[] {0.25, 0.5, 1, 1.5}) {
      recorded.put("linear model, exploration " + s + ": theta", (0.5 + 0.05 * s * s) / 0.6);
    }
    recorded.from(section(6) + "plug-in, (1 - 2 eps1) theta - 3 eps2 theta^2 = mu", 1e-9);
    double optimum = (0.6 - Math.sqrt(0.36 - 4 * 0.15 * 0.5)) / 0.3;
    recorded.put("model with a square, exploration 0.5: theta", optimum);
    return recorded;
  }

  private static Recorded confidenceBounds() {
    Recorded.predictionSays("bounds always contain PR (exact oracle, c=0)");
    Recorded.predictionSays("ε=0: one deployment then no further exploration");
    Recorded.predictionSays("M with d=1, T=2000: eliminated set never contains θ_PO");
    Recorded recorded = new Recorded();
    for (String problem : new String[] {"people move", "outcomes move"}) {
      recorded.from(section(7) + "test (i)", 0);
      recorded.put(problem + ": risks out of bounds", 0);
      recorded.put(problem + ": the best is dropped", 0);
      boolean people = problem.startsWith("people");
      // two slacks of a cell of the grid, .02: of .4 or .75 a unit
      recorded.from(section(2) + (people ? "Q, optimum" : "M, optimum"), people ? 0.016 : 0.03);
      recorded.put(problem + ": risk of the last theta", people ? -0.5 / 0.6 : 0);
    }
    recorded.from(section(7) + "test (ii)", 0);
    recorded.put("nobody moves: deployments before the best", 1);
    recorded.from(section(7) + "test (ii)", 1e-12);
    recorded.put("nobody moves: theta", 3);
    recorded.from(section(7) + "test (iii)", 0);
    recorded.put("mean estimation, 2000 rounds: rounds with the optimum dropped", 0);
    return recorded;
  }

  private static Recorded regret() {
    Recorded.predictionSays("Regret accounting: per deployed round (default) or per sample");
    Recorded.predictionSays("exploration cost scales with *sensitivity*");
    Recorded recorded = new Recorded();
    int[] horizons = {50, 100, 200, 400, 800, 1600};
    for (int horizon : horizons) {
      recorded.from(section(7) + "test (ii): the first model is held, then the best known", 0);
      recorded.put("nobody moves, " + horizon + " rounds: regret", unmovedRegret(horizon));
    }
    recorded.from(section(7) + "test (ii): one deployment, then no further exploration", 0);
    recorded.put("nobody moves: rounds further than .35 from the optimum", 21);
    for (String place : new String[] {"nobody moves, ", "people move, "}) {
      for (int horizon : horizons) {
        recorded.from(section(7) + "compare with zooming on PR directly", 0);
        recorded.put(place + horizon + " rounds: regret below that of zooming", 1);
        recorded.put(place + horizon + " rounds: regret below that of a grid", 1);
      }
    }
    recorded.from(section(7) + "test (iii)", 0);
    recorded.put("people move: rounds with the optimum dropped", 0);
    recorded.from(section(2) + "M, mean mu + eps theta", 1e-9);
    recorded.put("people move: what a unit of theta adds to the mean", 0.2);
    return recorded;
  }

  /**
   * Phase p lasts until the width 14.4 over the root of the people is at most 2^-p. In the first
   * theta is 2; in each later one it is the mean that the ten people a round of the phase before
   * had, rounded to a grid of cells of .01, which errs evenly.
   */
  private static double unmovedRegret(int rounds) {
    double regret = 0;
    double excess = 0.9 * 0.9 / 2;
    int left = rounds;
    for (double width = 14.4; left > 0; width *= 2) {
      int held = (int) Math.ceil(Math.ceil(width * width) / 10);
      regret += excess * Math.min(held, left);
      left -= held;
      excess = (1.0 / (10 * held) + 0.01 * 0.01 / 12) / 2;
    }
    return regret;
  }

  private static Recorded multiplayer() {
    Recorded.predictionSays("test E=[[0,.9],[.9,0]] ok; [[.5,.8],[.8,.5]] diverges, radius 1.3");
    Recorded.predictionSays("stable (γI−E)θ=μ; Nash (γI−E−diag(E))θ=μ");
    Recorded recorded = new Recorded().from(section(11) + "spectral radius of E", 1e-9);
    recorded.put("E = ((0 .9) (.9 0)): factor per round", 0.9);
    recorded.put("E = ((.5 .8) (.8 .5)): factor per round", 1.3);
    recorded.from(section(11) + "stable (gamma I - E) theta = mu", 1e-9);
    solution(recorded, "E = ((.2 .3) (.3 .1)), linear losses", 0.8, 0.9);
    solution(recorded, "gradient play", 0.8, 0.9);
    recorded.from(section(11) + "Nash (gamma I - E - diag E) theta = mu", 1e-9);
    solution(recorded, "gradient play that counts its influence", 0.6, 0.8);
    producers(recorded);
    for (boolean counting : new boolean[] {false, true}) {
      rides(recorded, counting);
      prediction(recorded, counting);
    }
    return recorded;
  }

  private static final double SLOPE = (147.27 - 68.22) / 40;

  private static void producers(Recorded recorded) {
    zooSays("p=68.22, z0=147.27, c=10, 28 buyers, mu_A {.25,.5,.75,1}, 100 it.");
    for (double response : new double[] {0.25, 0.5, 0.75, 1}) {
      for (boolean counting : new boolean[] {false, true}) {
        String name = counting ? "anticipation" : "retraining";
        String place = "Cournot, mu = " + response + ", " + name + ": ";
        double total = total(response, counting);
        recorded.from("first order conditions of Cournot competition, by halving", 1e-8);
        recorded.put(place + "total", total);
        recorded.put(place + "price", intercept(response, total) - SLOPE * total);
        recorded.put(place + "largest over smallest", 1);
      }
    }
    gradientPlay(recorded);
  }

  /** z, by the logarithm; the total is above 39 wherever it is asked for. */
  private static double intercept(double response, double total) {
    double x = 1 + total - 40;
    return 147.27 - response * Math.log(x + Math.sqrt(1 + x * x));
  }

  /** Where 28 (z - c) = 29 b V, or 28 (z - c) = 29 b V - V dz/dV when all count it. */
  private static double total(double response, boolean counting) {
    double low = 40;
    double high = 100;
    for (int k = 0; k < 100; k++) {
      double total = (low + high) / 2;
      double x = 1 + total - 40;
      double counted = counting ? response / Math.sqrt(1 + x * x) : 0;
      boolean isLow = 28 * (intercept(response, total) - 10) > (29 * SLOPE + counted) * total;
      low = isLow ? total : low;
      high = isLow ? high : total;
    }
    return low;
  }

  /** V' = V - eta (29 V - 28 (z - c) / b), and differences of volumes shrink by 1 - eta. */
  private static void gradientPlay(Recorded recorded) {
    double total = 40;
    double harmonic = 0;
    for (int k = 1; k <= 28; k++) {
      harmonic += 1.0 / k;
    }
    double kept = 1;
    for (int round = 0; round < 100; round++) {
      total -= 0.001 * (29 * total - 28 * (intercept(1, total) - 10) / SLOPE);
      kept *= 0.999;
    }
    double mean = 40.0 / 28;
    double largest = total / 28 + kept * (40 / harmonic - mean);
    double smallest = total / 28 + kept * (40 / harmonic / 28 - mean);
    recorded.from("gradient play in Cournot competition, total by total", 1e-8);
    String place = "Cournot, mu = 1, gradient play of step .001: ";
    recorded.put(place + "total after 100 rounds", total);
    recorded.put(place + "largest over smallest", largest / smallest);
  }

  /** theta_i = z_i, or z_i + theta_i dz_i/dtheta_i when it is counted; z linear in both changes. */
  private static void rides(Recorded recorded, boolean counting) {
    double[] rides = {2, 1.2, 0.6, 1.5, 0.9, 0.3};
    double[][] system = new double[6][7];
    for (int one = 0; one < 6; one++) {
      int other = (one + 3) % 6;
      system[one][one] = 1 + (counting ? 2 : 1) * 0.15 * rides[one];
      system[one][other] = -0.075 * rides[other];
      system[one][6] = rides[one];
    }
    double[] changes = solved(system);
    recorded.from(section(11) + "gamma theta^2/2 - theta z, a linear system", 1e-9);
    String name = "ride share, " + (counting ? "anticipation" : "retraining");
    for (int one = 0; one < 6; one++) {
      String whose = ": company " + (1 + one / 3) + ", place " + (1 + one % 3);
      recorded.put(name + whose, changes[one]);
    }
  }

  /** Normal equations of two ridge regressions; features (x, 1), x of mean 1 and variance 1. */
  private static void prediction(Recorded recorded, boolean counting) {
    double[][] moments = {{2, 1}, {1, 1}}; // of (x, 1); means are (1, 1)
    double[] weights = {1, 0.5, -0.5, 1};
    double[][] moves = {{0.3, -0.2, 0.2, 0.1}, {-0.1, 0.2, 0.4, -0.3}};
    double[][] system = new double[4][5];
    for (int row = 0; row < 4; row++) {
      int player = row / 2;
      double own = counting ? moves[player][row] : 0; // what theta_row does to its own outcomes
      for (int k = 0; k < 4; k++) {
        boolean isOwn = k / 2 == player;
        double second = isOwn ? moments[row % 2][k % 2] : 0;
        double ridge = k == row ? 0.5 : 0;
        double residual = moves[player][k] - (isOwn ? 1 : 0); // of the mean of y - prediction
        system[row][k] = second + ridge - moves[player][k] + own * residual;
        system[row][4] += isOwn ? (second - own) * weights[k] : 0;
      }
    }
    double[] theta = solved(system);
    recorded.from(section(11) + "normal equations of ridge regression, a linear system", 1e-9);
    String name = "strategic prediction, " + (counting ? "anticipation" : "retraining");
    for (int k = 0; k < 4; k++) {
      recorded.put(name + ": theta " + (k + 1), theta[k]);
    }
  }

  /** The solution of a system whose last column is its right side, by Gauss and Jordan. */
  private static double[] solved(double[]... system) {
    int n = system.length;
    for (int pivot = 0; pivot < n; pivot++) { // diagonals here are far from 0
      double by = system[pivot][pivot];
      for (int k = 0; k <= n; k++) {
        system[pivot][k] /= by;
      }
      for (int row = 0; row < n; row++) {
        double factor = row == pivot ? 0 : system[row][pivot];
        for (int k = 0; k <= n; k++) {
          system[row][k] -= factor * system[pivot][k];
        }
      }
    }
    return java.util.Arrays.stream(system).mapToDouble(row -> row[n]).toArray();
  }

  /** Of first x - .3 y = 1, second y - .3 x = .5. */
  private static void solution(Recorded recorded, String name, double first, double second) {
    double determinant = first * second - 0.09;
    recorded.put(name + ": theta 1", (second + 0.15) / determinant);
    recorded.put(name + ": theta 2", (0.5 * first + 0.3) / determinant);
  }
}
