package org.sibyl.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sibyl.behavior.Keep;
import org.sibyl.behavior.strategic.OnlyLabelled;
import org.sibyl.behavior.strategic.StrategicFeatures;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.drawn.CoinOutcome;
import org.sibyl.outcome.drawn.CoupledOutcome;
import org.sibyl.outcome.drawn.HardnessOutcome;
import org.sibyl.outcome.drawn.LinearOutcome;
import org.sibyl.outcome.drawn.MixtureOutcome;
import org.sibyl.outcome.drawn.OutcomeByType;
import org.sibyl.outcome.drawn.RootOutcome;
import org.sibyl.outcome.drawn.SharedMarket;
import org.sibyl.outcome.drawn.ShownOutcome;
import org.sibyl.outcome.drawn.SignOutcome;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.LinearModel;

/**
 * The reference problems as agents: what they induce, and the performative risk, against the closed
 * forms of section 2 of the specification and table D.1 of the zoo.
 */
class ClosedFormsTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final int MANY = 100_000;
  private static final Values NONE = Values.all(0);

  private static LinearOutcome linear(double intercept, double response, double deviation) {
    return new LinearOutcome(intercept, NONE, response, deviation);
  }

  private static StrategicFeatures moves(double sensitivity) {
    return new StrategicFeatures(sensitivity, Optional.empty());
  }

  /** The mean of a loss of (prediction, outcome) over what theta induces. */
  private static double risk(Cohort cohort, Loss loss) {
    return Column.generate(
            cohort.size(), i -> loss.of(cohort.predictions().get(i), cohort.outcomes().get(i)))
        .mean();
  }

  @FunctionalInterface
  private interface Loss {
    double of(double prediction, double outcome);
  }

  private static final Loss HALF_SQUARE = (p, y) -> (p - y) * (p - y) / 2;

  // ---- Q and P: features move

  /** Q: N(mu + epsilon theta, sigma^2 I), loss gamma/2 theta^2 - beta theta.z. */
  @Test
  void theTightFamily() {
    double epsilon = 0.2;
    Population people = Maps.normal(1000, 0.5, 1, -0.5);
    World world = Maps.world(people);
    double[] mean = Maps.means(people.features());
    for (double gamma : new double[] {1, 2}) {
      for (double beta : new double[] {1, 0.7}) {
        for (double[] theta : new double[][] {{0, 0}, {1.25, 0}, {-1, 3}, {5 / 3.0, -0.4}}) {
          Cohort induced = Maps.induced(Maps.people(moves(-epsilon)), world, theta);
          for (int k = 0; k < 2; k++) {
            assertThat(Maps.means(induced.features())[k])
                .isCloseTo(mean[k] + epsilon * theta[k], EXACT);
          }
          double square = Maps.dot(theta, theta);
          assertThat(gamma / 2 * square - beta * induced.predictions().mean())
              .isCloseTo(
                  (gamma - 2 * epsilon * beta) / 2 * square - beta * Maps.dot(theta, mean), EXACT);
        }
      }
    }
  }

  /** The example of Q: mu = gamma = beta = 1, epsilon = .2. */
  @Test
  void theTightFamilysExample() {
    World world = Maps.world(Maps.alternating(2, 0.5, 1.5));
    Dynamics dynamics = Maps.people(moves(-0.2));
    DoubleUnaryOperator risk =
        theta -> theta * theta / 2 - Maps.induced(dynamics, world, theta).predictions().mean();
    assertThat(risk.applyAsDouble(1.25)).isCloseTo(-0.78125, EXACT);
    assertThat(risk.applyAsDouble(5 / 3.0)).isCloseTo(-0.8333333333333334, EXACT);
    // stable: the best answer to theta is beta/gamma times the mean that it induces
    assertThat(Maps.induced(dynamics, world, 1.25).features().column(0).mean())
        .isCloseTo(1.25, EXACT);
  }

  /** P: N(mu0 - epsilon theta, I), loss -theta.z; the published variant, d = 5, epsilon = 1.5. */
  @Test
  void pricing() {
    double epsilon = 1.5;
    Population people = Maps.normal(1000, 1, 6.1, 6.3, 6.5, 6.7, 6.9);
    World world = Maps.world(people);
    double[] mean = Maps.means(people.features());
    Dynamics dynamics = Maps.people(moves(epsilon));
    for (double scale : new double[] {0, 0.3, 0.5, 0.8, 1}) {
      double[] theta = IntStream.range(0, 5).mapToDouble(k -> scale * mean[k] / epsilon).toArray();
      double risk = -Maps.induced(dynamics, world, theta).predictions().mean();
      // optimum at scale 1/2: -|mu0|^2 / (4 epsilon); stable at 1, where revenue is 0
      double square = Maps.dot(mean, mean);
      assertThat(risk).isCloseTo(-scale * (1 - scale) * square / epsilon, within(1e-11));
    }
  }

  // ---- outcomes with normal noise

  /** The risk on a grid is the closed form, up to what noise may do to it. */
  private static void assertRisk(
      Dynamics dynamics,
      World world,
      Loss loss,
      DoubleUnaryOperator expected,
      ToDoubleFunction<Double> tolerance,
      double... grid) {
    for (double theta : grid) {
      assertThat(risk(Maps.induced(dynamics, world, theta), loss))
          .as("theta = %s", theta)
          .isCloseTo(expected.applyAsDouble(theta), within(tolerance.applyAsDouble(theta) + 1e-12));
    }
  }

  /** M: 10 + .9 theta and deviation .1, as published. False alarm: 6e-9, one noise for the grid. */
  @Test
  void meanEstimation() {
    World world = Maps.world(Maps.alike(MANY));
    Dynamics dynamics = Maps.outcomes(linear(10, 0.9, 0.1));
    Column outcomes = Maps.induced(dynamics, world, 37).outcomes();
    Maps.assertNoise(Column.generate(MANY, i -> outcomes.get(i) - (10 + 0.9 * 37)), 0.1);
    assertRisk(
        dynamics,
        world,
        HALF_SQUARE,
        theta -> 0.5 * (0.01 + (10 - 0.1 * theta) * (10 - 0.1 * theta)),
        theta ->
            StrictMath.abs(10 - 0.1 * theta) * 0.1 * Maps.meanStrays(MANY)
                + 0.005 * Maps.squareStrays(MANY),
        0,
        10,
        60,
        100,
        150);
    // stable and optimal are the same
    assertThat(Maps.induced(dynamics, world, 100).outcomes().mean())
        .isCloseTo(100, within(0.1 * Maps.meanStrays(MANY)));
  }

  /** N: sqrt(theta + 1), loss theta z. False alarm: 6e-9. */
  @Test
  void theRoot() {
    World world = Maps.world(Maps.alike(MANY));
    Dynamics dynamics = Maps.outcomes(new RootOutcome(1, 1, 1));
    Column outcomes = Maps.induced(dynamics, world, 0.44).outcomes();
    Maps.assertNoise(Column.generate(MANY, i -> outcomes.get(i) - 1.2), 1);
    DoubleUnaryOperator risk = theta -> theta * StrictMath.sqrt(theta + 1);
    assertThat(risk.applyAsDouble(-2 / 3.0)).isCloseTo(-0.3849, within(1e-4));
    assertRisk(
        dynamics,
        world,
        (p, y) -> p * y,
        risk,
        theta -> StrictMath.abs(theta) * Maps.meanStrays(MANY),
        -1,
        -2 / 3.0,
        0,
        0.5,
        1);
  }

  @Test
  void whereThereIsNoRootTheMeanIsZero() {
    World world = Maps.world(Maps.alike(4));
    Dynamics dynamics = Maps.outcomes(new RootOutcome(1, 1, 0));
    assertThat(Maps.induced(dynamics, world, -3).outcomes()).isEqualTo(Column.constant(4, 0));
    assertThat(Maps.induced(dynamics, world, 3).outcomes()).isEqualTo(Column.constant(4, 2));
  }

  /** K: N(a1 theta, sigma^2), loss cos(theta) z. False alarm: 2e-9. */
  @Test
  void theCosine() {
    World world = Maps.world(Maps.alike(MANY));
    Dynamics dynamics = Maps.outcomes(linear(0, 1, 1));
    DoubleUnaryOperator risk = theta -> theta * StrictMath.cos(theta);
    assertThat(risk.applyAsDouble(3.425618)).isCloseTo(-3.288371, within(1e-6));
    assertRisk(
        dynamics,
        world,
        (p, y) -> StrictMath.cos(p) * y,
        risk,
        theta -> StrictMath.abs(StrictMath.cos(theta)) * Maps.meanStrays(MANY),
        -2,
        0,
        1,
        3.425618,
        StrictMath.PI,
        5);
  }

  // ---- X: a mixture

  /** Without noise everyone has the mean of its own type, whoever is observed. */
  @Test
  void everyTypeHasItsOwnLaw() {
    OutcomeByType types =
        new OutcomeByType(
            new LinearOutcome(-0.5, Values.all(0), 1, 0),
            new LinearOutcome(1, Values.all(0), -0.3, 0));
    Round round =
        Maps.outcomes(types).play(Maps.world(Maps.alternating(6, 1, 0)), Maps.linear(0.8));
    // the prediction is .8 for those whose feature is 1, and 0 for the others
    assertThat(round.outcomes().labels().toArray())
        .containsExactly(new double[] {0.3, 1, 0.3, 1, 0.3, 1}, within(1e-15));
  }

  private static MixtureOutcome mixture(double firstDeviation, double secondDeviation) {
    return new MixtureOutcome(
        0.5, linear(-0.5, 1, firstDeviation), linear(1, -0.3, secondDeviation));
  }

  /** X: the components one by one. False alarm: 4e-9 for the share, 6e-9 for each component. */
  @Test
  void theMixturesComponents() {
    double theta = 0.5;
    World world = Maps.world(Maps.alike(MANY));
    Round round = Maps.outcomes(mixture(1, 0.5)).play(world, Maps.linear(theta));
    Column components = round.outcomes().fact(MixtureOutcome.COMPONENT);
    assertThat(components.mean()).isCloseTo(0.5, within(Maps.frequencyStrays(MANY)));
    for (int component = 0; component < 2; component++) {
      double which = component;
      double mean = component == 0 ? -0.5 + theta : 1 - 0.3 * theta;
      double[] residuals =
          IntStream.range(0, MANY)
              .filter(i -> components.get(i) == which)
              .mapToDouble(i -> round.outcomes().labels().get(i) - mean)
              .toArray();
      Maps.assertNoise(Column.owning(residuals), component == 0 ? 1 : 0.5);
    }
  }

  /** The risk is theta (A0 + A1 theta). Errors: share times gap of means, and both noises. */
  @Test
  void theMixturesRisk() {
    World world = Maps.world(Maps.alike(MANY));
    DoubleUnaryOperator risk = theta -> theta * (0.25 + 0.35 * theta);
    assertThat(risk.applyAsDouble(-0.357143)).isCloseTo(-0.0446, within(1e-4));
    assertThat(risk.applyAsDouble(-0.714286)).isCloseTo(0, within(1e-6));
    assertRisk(
        Maps.outcomes(mixture(1, 0.5)),
        world,
        (p, y) -> p * y,
        risk,
        theta ->
            StrictMath.abs(theta)
                * (StrictMath.abs(1.5 - 1.3 * theta) * Maps.frequencyStrays(MANY)
                    + Maps.meanStrays(MANY)),
        -1,
        -0.714286,
        -0.357143,
        0.5,
        1);
  }

  /**
   * The published mixture (deviation .25) is a weighted mean of two draws, variance .39. A mixture
   * has .711875 at theta = .5; the tolerance is 6 deviations of a variance whose fourth moment is
   * 2.2: sqrt((2.2 - .51) / n), false alarm 2e-9.
   */
  @Test
  void aMixtureIsNotAWeightedMean() {
    World world = Maps.world(Maps.alike(MANY));
    Column drawn = Maps.induced(Maps.outcomes(mixture(1, 0.25)), world, 0.5).outcomes();
    double mean = drawn.mean();
    double variance =
        Column.generate(MANY, i -> (drawn.get(i) - mean) * (drawn.get(i) - mean)).mean();
    assertThat(variance).isCloseTo(0.711875, within(6 * StrictMath.sqrt(1.69 / MANY)));
  }

  // ---- H: hardness

  /** H: b = 1, c = -1, kappa = .5, people with x = -1 and 1. False alarm: 6e-9. */
  @Test
  void hardnessMoves() {
    World world = Maps.world(Maps.alternating(MANY, -1, 1));
    Dynamics dynamics = Maps.outcomes(new HardnessOutcome(1, 0.25, 0.5, -1));
    for (double theta : new double[] {-1, 1 / 3.0, 1, 2}) {
      double variance = 0.25 + 0.5 * (theta + 1) * (theta + 1);
      Cohort induced = Maps.induced(dynamics, world, theta);
      Maps.assertNoise(
          Column.generate(MANY, i -> induced.outcomes().get(i) - induced.features().get(i, 0)),
          StrictMath.sqrt(variance));
      assertThat(risk(induced, (p, y) -> (p - y) * (p - y)))
          .isCloseTo(
              (1 - theta) * (1 - theta) + variance,
              within(
                  2 * StrictMath.abs(1 - theta) * StrictMath.sqrt(variance) * Maps.meanStrays(MANY)
                      + variance * Maps.squareStrays(MANY)));
    }
  }

  // ---- Izzo regression and logistic

  /** Two values with mean 5/3 and variance 1; risk depends on the second moment only. */
  private static Population regressors(int size) {
    return Maps.alternating(size, 5 / 3.0 - 1, 5 / 3.0 + 1);
  }

  private static LinearOutcome regression(double deviation) {
    return new LinearOutcome(0, Values.each(5 / 3.0), 5 / 3.0, deviation);
  }

  private static double regressionRisk(double theta, double deviation) {
    double slope = 5 / 3.0 + 2 / 3.0 * theta;
    return 0.5 * (slope * slope * 34 / 9 + deviation * deviation) + 5 / 3.0 * theta * theta;
  }

  @Test
  void regressionWithoutNoiseIsExact() {
    assertThat(regressionRisk(-0.83744, 2.0333)).isCloseTo(5.56, within(0.005));
    assertThat(regressionRisk(7.72727, 2.0333)).isCloseTo(189.4, within(0.05));
    World world = Maps.world(regressors(10));
    for (double theta : new double[] {-10, -0.83744, 0, 3, 7.72727, 10}) {
      Cohort induced = Maps.induced(Maps.outcomes(regression(0)), world, theta);
      double penalty = 5 / 3.0 * theta * theta;
      assertThat(risk(induced, HALF_SQUARE) + penalty)
          .isCloseTo(regressionRisk(theta, 0), within(1e-10));
      // the best answer: E xy / (E x^2 + ridge) is linear in theta with slope .885
      double xy =
          Column.generate(10, i -> induced.features().get(i, 0) * induced.outcomes().get(i)).mean();
      assertThat(xy / (34 / 9.0 + 10 / 3.0))
          .isCloseTo(34 / 9.0 * 5 / 3 * (1 + theta) / (64 / 9.0), within(1e-10));
    }
  }

  /** What people show, now or since earlier rounds, moves nothing but the prediction. */
  @Test
  void outcomesFollowTheBase() {
    Population gamed = Maps.alternating(4, 1, 2).withFeatures(Column.of(10, 20, 30, 40).asMatrix());
    Dynamics dynamics =
        Maps.dynamics(moves(3), new LinearOutcome(0, Values.all(2), 0.5, 0), new Keep());
    Cohort induced = Maps.induced(dynamics, Maps.world(gamed), 1);
    assertThat(induced.features().column(0)).isEqualTo(Column.of(7, 17, 27, 37));
    assertThat(induced.outcomes()).isEqualTo(Column.of(2 + 3.5, 4 + 8.5, 2 + 13.5, 4 + 18.5));
  }

  /** False alarm: 6e-9. */
  @Test
  void regressionsNoise() {
    Cohort induced =
        Maps.induced(Maps.outcomes(regression(2.0333)), Maps.world(regressors(MANY)), 3);
    Maps.assertNoise(
        Column.generate(
            MANY,
            i ->
                induced.outcomes().get(i) - (5 / 3.0 + 5 / 3.0 * 3) * induced.features().get(i, 0)),
        2.0333);
  }

  /** Izzo logistic: those labelled 1 are at -1 - 3 theta_1, the others stay at 1. */
  @Test
  void logisticMovesOneClass() {
    Population people =
        Maps.population(6, 2, k -> k % 2 == 1 ? 1 : k / 2 % 2 == 0 ? 1.5 : -0.5)
            .with(Attribute.LABEL, Column.generate(6, i -> i % 2));
    Dynamics dynamics = Maps.people(new OnlyLabelled(1, moves(3)));
    for (double theta : new double[] {-2, 0, 0.7}) {
      Cohort induced = Maps.induced(dynamics, Maps.world(people), theta, 4);
      for (int i = 0; i < 6; i++) {
        double expected = i % 2 == 0 ? 1.5 : -0.5 - 3 * theta;
        assertThat(induced.features().get(i, 0)).isEqualTo(expected);
        assertThat(induced.features().get(i, 1)).isEqualTo(1);
        assertThat(induced.outcomes().get(i)).isEqualTo(i % 2);
      }
    }
  }

  // ---- C: the biased coin

  private static LinearModel coin(double theta) {
    return new LinearModel(Column.of(theta), 0.5);
  }

  /** C: mu = .2, epsilon = .3. False alarm: 4e-9 for each sign, one noise for the grid. */
  @Test
  void theBiasedCoin() {
    World world = Maps.world(Maps.alternating(2 * MANY, -1, 1));
    Dynamics dynamics = Maps.outcomes(new CoinOutcome(0.2, 0.3));
    double strays = Maps.frequencyStrays(MANY);
    for (double theta : new double[] {-1, 0, 0.285714, 0.5, 1}) {
      Cohort induced = Maps.induced(dynamics, world, coin(theta));
      for (int sign = -1; sign <= 1; sign += 2) {
        int parity = sign == -1 ? 0 : 1;
        double frequency =
            Column.generate(MANY, k -> induced.outcomes().get(2 * k + parity)).mean();
        assertThat(frequency).isCloseTo(0.5 + sign * (0.2 + 0.3 * theta), within(strays));
      }
      double chance = 0.2 + 0.3 * theta;
      double risk = 0.25 - chance * chance + (0.2 - 0.7 * theta) * (0.2 - 0.7 * theta);
      // (p - y)^2 = p^2 + (1 - 2p) y with |1 - 2p| = 2 |theta|
      assertThat(risk(induced, (p, y) -> (p - y) * (p - y)))
          .isCloseTo(risk, within(2 * StrictMath.abs(theta) * strays + 1e-12));
    }
    assertThat(0.25 - 0.35 * 0.35 + 0.15 * 0.15).isCloseTo(0.15, EXACT); // at the optimum .5
  }

  @Test
  void aCoinWithoutAProbabilityIsAnError() {
    World world = Maps.world(Maps.alternating(4, -1, 1));
    Dynamics dynamics = Maps.outcomes(new CoinOutcome(0.2, 0.3));
    assertThat(Maps.induced(dynamics, world, coin(1)).size()).isEqualTo(4); // 0 and 1
    assertThatThrownBy(() -> Maps.induced(dynamics, world, coin(1.01)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of individual 0 must lie in [0, 1]")
        .hasMessageContaining("domain of the task");
    assertThatThrownBy(() -> Maps.induced(dynamics, Maps.world(Maps.alike(2)), coin(1.01)))
        .hasMessageContaining("probability 1.00");
  }

  /**
   * Engine test U4: the error of a frequency falls as n^(-1/2). The mean of 200 absolute errors has
   * a relative deviation of .0534, so the slope over four decades has .0534 / (sqrt(5) ln 10) =
   * .0104: the bound of .1 is 9.6 deviations away.
   */
  @Test
  void theErrorOfACoinFallsAsTheRootOfItsNumber() {
    Dynamics dynamics = Maps.outcomes(new CoinOutcome(0.2, 0.3));
    double[] logarithms = new double[4];
    for (int decade = 0; decade < 4; decade++) {
      World world = Maps.world(Maps.alike((int) StrictMath.pow(10, decade + 2)));
      double sum = 0;
      for (int replicate = 0; replicate < 200; replicate++) {
        Cohort drawn = dynamics.distributionMap(world).sample(coin(0.5), replicate);
        sum += StrictMath.abs(drawn.outcomes().mean() - 0.85);
      }
      logarithms[decade] = StrictMath.log10(sum / 200);
    }
    double slope = 0;
    for (int decade = 0; decade < 4; decade++) {
      slope += (decade - 1.5) * logarithms[decade] / 5;
    }
    assertThat(slope).isCloseTo(-0.5, within(0.1));
  }

  // ---- counter-examples

  /** (a) Theta = [-1, 1], loss beta theta z, z = epsilon theta surely: G(theta) = -sign theta. */
  @Test
  void convexIsNotEnough() {
    World world = Maps.world(Maps.alike(3));
    Dynamics dynamics = Maps.outcomes(linear(0, 0.1, 0));
    double theta = 0.37;
    for (int round = 0; round < 4; round++) {
      Column drawn = Maps.induced(dynamics, world, theta).outcomes();
      assertThat(drawn).isEqualTo(Column.constant(3, 0.1 * theta));
      double next = -StrictMath.signum(drawn.mean()); // argmin of beta theta z on [-1, 1]
      assertThat(next).isEqualTo(round % 2 == 0 ? -1 : 1);
      theta = next;
    }
  }

  /** (b) Loss gamma/2 (theta + sign z)^2: the best answer is exactly -sign theta. */
  @Test
  void withoutSmoothnessRetrainingFlips() {
    World world = Maps.world(Maps.alike(3));
    for (double theta : new double[] {-7, -1, -1e-300, 0, 1e-9, 0.5, 3}) {
      Column drawn = Maps.induced(Maps.outcomes(new SignOutcome()), world, theta).outcomes();
      assertThat(drawn).isEqualTo(Column.constant(3, 0 - StrictMath.signum(theta)));
      assertThat(drawn.mean()).isEqualTo(0 - StrictMath.signum(theta)); // argmin of the square
    }
  }

  /** (c) M and Q with epsilon above gamma/beta: retraining runs away by exactly that factor. */
  @Test
  void tooSensitiveRetrainingDiverges() {
    World world = Maps.world(Maps.alike(3));
    World moving = Maps.world(Maps.alternating(2, 0.5, 1.5));
    double theta = 1;
    double other = 1;
    for (int round = 0; round < 30; round++) {
      double next = Maps.induced(Maps.outcomes(linear(1, 1.1, 0)), world, theta).outcomes().mean();
      assertThat((next + 10) / (theta + 10)).isCloseTo(1.1, EXACT); // around mu/(1 - epsilon)
      Cohort moved = Maps.induced(Maps.people(moves(-1.1)), moving, other);
      double nextOther = moved.features().column(0).mean();
      assertThat((nextOther + 10) / (other + 10)).isCloseTo(1.1, EXACT);
      theta = next;
      other = nextOther;
    }
    assertThat(theta).isGreaterThan(150);
  }

  // ---- several predictors

  private static CoupledOutcome coupled(double own, double cross, double deviation) {
    return new CoupledOutcome(
        Values.each(1, 2),
        List.of(Values.each(own, cross), Values.each(cross, own)),
        NONE,
        deviation);
  }

  /** People of market 0, 1, 0, 1 and so on. */
  private static World markets(int size) {
    return Maps.world(Maps.population(size, 2, k -> k / 2 % 2 == k % 2 ? 1 : 0));
  }

  private static double marketMean(Cohort cohort, int market) {
    int each = cohort.size() / 2;
    return Column.generate(each, k -> cohort.outcomes().get(2 * k + market)).mean();
  }

  /** Section 11: theta' = mu + E theta; spectral radius .9 converges, 1.3 does not. */
  @Test
  void coupledMarkets() {
    World world = markets(4);
    for (double[] tried : new double[][] {{0, 0.9}, {0.5, 0.8}}) {
      double radius = tried[0] + tried[1];
      Dynamics dynamics = Maps.outcomes(coupled(tried[0], tried[1], 0));
      double sum = 0; // along (1, 1), the direction of the spectral radius
      double[] theta = {0, 0};
      for (int round = 0; round < 300; round++) {
        Cohort induced = Maps.induced(dynamics, world, theta);
        theta = new double[] {marketMean(induced, 0), marketMean(induced, 1)};
        double expected = 3 + radius * sum;
        sum = theta[0] + theta[1];
        assertThat(sum / expected).isCloseTo(1, EXACT);
      }
      if (radius < 1) { // (I - E)^-1 mu
        assertThat(theta[0]).isCloseTo((1 + 0.9 * 2) / 0.19, within(1e-9));
        assertThat(theta[1]).isCloseTo((2 + 0.9 * 1) / 0.19, within(1e-9));
      } else {
        assertThat(theta[0]).isGreaterThan(1e30);
      }
    }
  }

  /** False alarm: 6e-9. */
  @Test
  void coupledMarketsNoise() {
    Cohort induced = Maps.induced(Maps.outcomes(coupled(0.5, 0.8, 0.3)), markets(MANY), 2, -1);
    Maps.assertNoise(
        Column.generate(
            MANY, i -> induced.outcomes().get(i) - (i % 2 == 0 ? 1 + 1 - 0.8 : 2 + 1.6 - 0.5)),
        0.3);
  }

  /** Two features each: the market is the block that is not 0, whatever the signs in it. */
  @Test
  void coupledMarketsOfSeveralFeatures() {
    World world =
        Maps.world(Maps.population(2, 4, k -> new double[] {1, -2, 0, 0, 0, 0, -5, 3}[k]));
    List<Values> rows = List.of(Values.each(1, 10, 100, 1000), Values.each(0, 0.5, 0, -1));
    CoupledOutcome outcome =
        new CoupledOutcome(Values.each(7, 8), rows, Values.each(1, 2, 3, 4), 0);
    Cohort induced = Maps.induced(Maps.outcomes(outcome), world, 1, 2, 3, 4);
    assertThat(induced.outcomes())
        .isEqualTo(Column.of(7 + 1 - 4 + 1 + 20 + 300 + 4000, 8 - 15 + 12 + 1 - 4));
  }

  /** sinh(1) = 1.1752, sinh(2) = 3.6269: on both sides of 0, and where it is 0. */
  @Test
  void aMarketIsSharedByAll() {
    Dynamics dynamics = Maps.outcomes(new SharedMarket(10, 3, 0.5, 0));
    World world = markets(4);
    double two = StrictMath.sinh(2) - 0.5;
    assertThat(Maps.induced(dynamics, world, two - 1, 1).outcomes().toArray())
        .containsOnly(new double[] {4}, EXACT);
    double minusOne = -StrictMath.sinh(1) - 0.5;
    assertThat(Maps.induced(dynamics, world, minusOne, 0).outcomes().toArray())
        .containsOnly(new double[] {13}, EXACT);
    assertThat(Maps.induced(dynamics, world, 0, -0.5).outcomes().toArray()).containsOnly(10);
  }

  /** One noise a round for all. False alarm: 2e-9 for the mean, 4e-9 for the square. */
  @Test
  void aSharedMarketHasOneNoiseForAll() {
    Dynamics dynamics = Maps.outcomes(new SharedMarket(10, 3, 0, 0.2));
    World world = markets(4);
    int rounds = 2000;
    double[] residuals = new double[rounds];
    for (int replicate = 0; replicate < rounds; replicate++) {
      Column drawn =
          dynamics.distributionMap(world).sample(Maps.linear(0, 0), replicate).outcomes();
      assertThat(drawn).isEqualTo(Column.constant(4, drawn.get(0)));
      residuals[replicate] = drawn.get(0) - 10;
    }
    Maps.assertNoise(Column.owning(residuals), 0.2);
  }

  /** Who moves from a base of 1 or 2 moves its outcome too, where outcomes follow what is shown. */
  @Test
  void outcomesThatFollowWhatIsShown() {
    Dynamics dynamics = Maps.dynamics(moves(3), new ShownOutcome(5, Values.all(2), 0), new Keep());
    World world = Maps.world(Maps.alternating(4, 1, 2));
    assertThat(Maps.induced(dynamics, world, 0.5).outcomes())
        .isEqualTo(Column.of(5 - 1, 5 + 1, 5 - 1, 5 + 1));
    World after = dynamics.play(world, Maps.linear(0.5)).after();
    assertThat(Maps.induced(dynamics, after, 0.5).outcomes())
        .isEqualTo(Column.of(5 - 4, 5 - 2, 5 - 4, 5 - 2));
    Cohort noisy =
        Maps.induced(
            Maps.outcomes(new ShownOutcome(5, Values.all(2), 0.3)),
            Maps.world(Maps.alternating(MANY, 1, 2)),
            0);
    Maps.assertNoise(
        Column.generate(MANY, i -> noisy.outcomes().get(i) - (i % 2 == 0 ? 7 : 9)), 0.3);
  }

  @Test
  void outcomesOfAModelThatIsSilentAreAnError() {
    assertThatThrownBy(() -> Maps.outcomes(linear(1, 0.5, 1)).play(Maps.world(Maps.alike(3))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("individual 0 has none");
  }
}
