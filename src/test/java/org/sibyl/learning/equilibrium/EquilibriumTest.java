package org.sibyl.learning.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.learning.DivergenceException;
import org.sibyl.learning.GivenParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Maps;
import org.sibyl.learning.Trial;
import org.sibyl.learning.equilibrium.SeveralPredictors.Rule;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.Box;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.prediction.Task;

/** Several predictors (specification, section 11) and mixtures of models. */
class EquilibriumTest {
  private static final double[] MU = {1, 2};

  /** Three people in market 0, one in market 1; outcomes mu + E theta, noise that sums to 0. */
  private static Trial.World markets(double... influences) {
    return (theta, round) -> {
      double[] mean = {
        MU[0] + influences[0] * theta[0] + influences[1] * theta[1],
        MU[1] + influences[2] * theta[0] + influences[3] * theta[1]
      };
      return Trial.cohort(
          Matrix.of(5, 2, 1, 0, 0, 1, 1, 0, 1, 0, 0, 1),
          Column.of(mean[0] - 1, mean[1], mean[0] + 0.25, mean[0] + 0.75, Double.NaN));
    };
  }

  private static SeveralPredictors players(Rule rule, Task task, double step, Values influence) {
    return new SeveralPredictors(
        new GivenParameters(Values.each(7, -3)),
        1,
        rule,
        step,
        influence,
        Values.all(0),
        Minimiser.exact(),
        0,
        task);
  }

  private static SeveralPredictors retraining(Task task) {
    return players(Rule.RETRAINING, task, 0.1, Values.all(0));
  }

  @Test
  void retrainingIsTheLinearIteration() {
    List<double[]> thetas =
        Trial.in(markets(0, 0.9, 0.9, 0)).thetas(retraining(Maps.mean()), 2, 300);
    double[] theta = {7, -3};
    for (int t = 0; t < 20; t++) {
      assertThat(thetas.get(t)).containsExactly(theta, within(1e-10));
      theta = new double[] {1 + 0.9 * theta[1], 2 + 0.9 * theta[0]};
    }
    // (I - E)^-1 mu
    assertThat(thetas.get(300))
        .containsExactly(new double[] {2.8 / 0.19, 2.9 / 0.19}, within(1e-10));
  }

  /** Each row sums to 1.3, the spectral radius, though each player alone is below 1. */
  @Test
  void retrainingDivergesByTheSpectralRadius() {
    Trial trial = Trial.in(markets(0.5, 0.8, 0.8, 0.5));
    assertThatThrownBy(() -> trial.last(retraining(Maps.mean()), 2, 200))
        .isInstanceOf(DivergenceException.class);
    List<double[]> thetas = trial.thetas(retraining(Maps.mean()), 2, 40);
    double ratio =
        (thetas.get(40)[0] - thetas.get(39)[0]) / (thetas.get(39)[0] - thetas.get(38)[0]);
    assertThat(ratio).isCloseTo(1.3, within(1e-6));
  }

  /** Losses gamma/2 theta_i^2 - theta_i z_i: stable (gamma I - E) theta = mu. */
  @Test
  void stableAndNashOfTheLinearLoss() {
    Task task = Maps.quadratic(2, 1);
    Trial trial = Trial.in(markets(0.3, 0.4, -0.2, 0.5));
    double[] stable = solve(2 - 0.3, -0.4, 0.2, 2 - 0.5);
    assertThat(Trial.theta(trial.last(retraining(task), 2, 200)))
        .containsExactly(stable, within(1e-10));
    assertThat(
            Trial.theta(trial.last(players(Rule.GRADIENT_PLAY, task, 0.3, Values.all(0)), 2, 500)))
        .containsExactly(stable, within(1e-10));
    double[] nash = solve(2 - 0.6, -0.4, 0.2, 2 - 1.0);
    assertThat(
            Trial.theta(
                trial.last(players(Rule.GRADIENT_PLAY, task, 0.3, Values.each(0.3, 0.5)), 2, 500)))
        .containsExactly(nash, within(1e-10));
    assertThat(nash[0]).isNotCloseTo(stable[0], within(0.1));
  }

  /** The squared loss: the own influence scales the gradient, so Nash and stable are one point. */
  @Test
  void nashIsStableForTheSquaredLoss() {
    Trial trial = Trial.in(markets(0.3, 0.4, -0.2, 0.5));
    double[] stable = solve(1 - 0.3, -0.4, 0.2, 1 - 0.5);
    for (Values influence : List.of(Values.all(0), Values.each(0.3, 0.5))) {
      assertThat(
              Trial.theta(
                  trial.last(players(Rule.GRADIENT_PLAY, Maps.mean(), 0.5, influence), 2, 1000)))
          .containsExactly(stable, within(1e-10));
    }
  }

  @Test
  void oneGradientStepByHand() {
    // market 0: gradient 7 - (1 + .3 * 7), own influence .3 * (z - theta); market 1 likewise
    double[] theta =
        Trial.theta(
            Trial.in(markets(0.3, 0, 0, 0.5))
                .last(players(Rule.GRADIENT_PLAY, Maps.mean(), 0.1, Values.each(0.3, 0.5)), 2, 1));
    double first = 7 - (1 + 0.3 * 7);
    double second = -3 - (2 - 0.5 * 3);
    assertThat(theta)
        .containsExactly(
            new double[] {7 - 0.1 * first * 0.7, -3 - 0.1 * second * 0.5}, within(1e-12));
  }

  private static double[] solve(double a, double b, double c, double d) {
    double determinant = a * d - b * c;
    return new double[] {
      (d * MU[0] - b * MU[1]) / determinant, (a * MU[1] - c * MU[0]) / determinant
    };
  }

  @Test
  void playersKeepTheirBounds() {
    Box box = new Box(Values.each(0, -5), Values.each(2, 5));
    Task task = Maps.task(new SquaredLoss(0.5), 0, box);
    assertThat(Trial.theta(Trial.in(markets(0, 0.9, 0.9, 0)).last(retraining(task), 2, 50)))
        .containsExactly(new double[] {2, 3.8}, within(1e-10));
  }

  @Test
  void aMarketWithoutPeopleStays() {
    Trial.World one = (theta, round) -> Trial.cohort(Matrix.of(1, 2, 1, 0), Column.of(4));
    // the penalty alone would pull the empty market to 0
    Task task = Maps.task(new SquaredLoss(0.5), 0.5, new Everywhere());
    assertThat(Trial.theta(Trial.in(one).last(retraining(task), 2, 3)))
        .containsExactly(new double[] {4 / 1.5, -3}, within(1e-10));
    SeveralPredictors play = players(Rule.GRADIENT_PLAY, task, 0.1, Values.all(0));
    assertThat(Trial.theta(Trial.in(one).last(play, 2, 1)))
        .containsExactly(new double[] {7 - 0.1 * (7 - 4 + 3.5), -3}, within(1e-12));
  }

  @Test
  void retrainingDoesNotTakeAnInfluence() {
    assertThatThrownBy(() -> players(Rule.RETRAINING, Maps.mean(), 0.1, Values.each(0, 0.5)))
        .hasMessageContaining("influence: [0.0, 0.5] is for gradient play");
  }

  // ---- rivals

  private static SeveralPredictors rivals(
      Rule rule, int each, double rivalry, Task task, double... start) {
    return new SeveralPredictors(
        new GivenParameters(Values.each(start)),
        each,
        rule,
        0.05,
        Values.all(0),
        Values.all(rivalry),
        Minimiser.exact(),
        0,
        task);
  }

  /** A market in each row and column, outcomes price - slope * total. */
  private static Trial.World oligopoly(int players, double price, double slope) {
    return (theta, round) -> {
      double[] hot = new double[players * players];
      double total = 0;
      for (int k = 0; k < players; k++) {
        hot[k * players + k] = 1;
        total += theta[k];
      }
      return Trial.cohort(
          Matrix.of(players, players, hot), Column.constant(players, price - slope * total));
    };
  }

  /** Loss b v_i (sum v) - v_i z: at a fixed price z all sell z / (b (n + 1)), in one round. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 28})
  void rivalsRetrainToTheEquilibriumOfCournot(int players) {
    double[] start = new double[players];
    start[0] = 7; // whatever they sold before
    Task task = Maps.quadratic(2 * 0.5, 1);
    SeveralPredictors all = rivals(Rule.RETRAINING, 1, 0.5, task, start);
    double[] volumes = Trial.theta(Trial.in(oligopoly(players, 6, 0)).last(all, players, 1));
    for (double volume : volumes) {
      assertThat(volume).isCloseTo(6 / (0.5 * (players + 1)), within(1e-10));
    }
    SeveralPredictors play = rivals(Rule.GRADIENT_PLAY, 1, 0.5, task, start);
    for (double volume :
        Trial.theta(Trial.in(oligopoly(players, 6, 0)).last(play, players, 2000))) {
      assertThat(volume).isCloseTo(6 / (0.5 * (players + 1)), within(1e-10));
    }
  }

  /** The data falls with the total too, by s: stable z = b (n + 1) v; Nash counts s v more. */
  @Test
  void rivalsWhoAnticipateHoldBack() {
    Task task = Maps.quadratic(2 * 0.5, 1);
    Trial trial =
        Trial.in(oligopoly(3, 6, 0.2))
            .with(
                (deployed, cohort, featureSlopes, outcomeSlopes, into) -> {
                  for (int k = 0; k < into.length; k++) {
                    into[k] -= 0.2 * outcomeSlopes.sum();
                  }
                });
    // 6 - .2 * 3 v = .5 * 4 v; and .2 v less
    for (double volume :
        Trial.theta(trial.last(rivals(Rule.RETRAINING, 1, 0.5, task, 1, 2, 3), 3, 100))) {
      assertThat(volume).isCloseTo(6 / 2.6, within(1e-10));
    }
    for (double volume :
        Trial.theta(trial.last(rivals(Rule.ANTICIPATION, 1, 0.5, task, 1, 2, 3), 3, 2000))) {
      assertThat(volume).isCloseTo(6 / 2.8, within(1e-10));
    }
  }

  /** Rivalry above one's own curvature: turns run away, and say so. */
  @Test
  void rivalsWithoutAnEquilibriumDiverge() {
    SeveralPredictors all = rivals(Rule.RETRAINING, 1, 2, Maps.quadratic(1, 1), 1, 3);
    assertThatThrownBy(() -> Trial.in(oligopoly(2, 6, 0)).last(all, 2, 1))
        .isInstanceOf(DivergenceException.class);
    // turns that go round and round: best responses of slope -1, +1
    SeveralPredictors around =
        new SeveralPredictors(
            new GivenParameters(Values.each(1, 2)),
            1,
            Rule.RETRAINING,
            0.1,
            Values.all(0),
            Values.each(1, -1),
            Minimiser.exact(),
            0,
            Maps.quadratic(1, 1));
    assertThatThrownBy(() -> Trial.in(oligopoly(2, 6, 0)).last(around, 2, 1))
        .isInstanceOf(DivergenceException.class)
        .hasMessageContaining("found no equilibrium");
  }

  /** Two of two parameters each: regressions on their own people, the first two and last two. */
  @Test
  void playersHaveSeveralParameters() {
    Trial.World regressions =
        (theta, round) ->
            Trial.cohort(
                Matrix.of(4, 4, -1, 1, 0, 0, 1, 1, 0, 0, 0, 0, -3, 1, 0, 0, 3, -1),
                Column.of(5, 7, 1, 2));
    SeveralPredictors all = rivals(Rule.RETRAINING, 2, 0, Maps.mean(), 1, 1, 1, 1);
    // -a + b = 5, a + b = 7; -3 c + d = 1, 3 c - d = 2: c is off by .5 both times, the nearest
    double[] theta = Trial.theta(Trial.in(regressions).last(all, 4, 1));
    assertThat(theta[0]).isCloseTo(1, within(1e-10));
    assertThat(theta[1]).isCloseTo(6, within(1e-10));
    assertThat(3 * theta[2] - theta[3]).isCloseTo(0.5, within(1e-10));
  }

  /** Rivals in the k-th parameter: b v (sum v) - v z on two goods at prices 6 and 3. */
  @Test
  void rivalsMeetInEveryParameter() {
    Trial.World goods =
        (theta, round) ->
            Trial.cohort(
                Matrix.of(4, 4, 12, 0, 0, 0, 0, 6, 0, 0, 0, 0, 12, 0, 0, 0, 0, 6),
                Column.constant(4, 1));
    SeveralPredictors all = rivals(Rule.RETRAINING, 2, 0.5, Maps.quadratic(1, 1), 1, 2, 3, 4);
    assertThat(Trial.theta(Trial.in(goods).last(all, 4, 1)))
        .containsExactly(new double[] {4, 2, 4, 2}, within(1e-10));
  }

  @Test
  void whatRivalsRefuse() {
    assertThatThrownBy(() -> rivals(Rule.RETRAINING, 0, 1, Maps.mean(), 1))
        .hasMessage("parameters-each: 0 must be at least 1.");
    assertThatThrownBy(() -> rivals(Rule.RETRAINING, 1, Double.NaN, Maps.mean(), 1))
        .hasMessageContaining("rivalry");
    SeveralPredictors two = rivals(Rule.RETRAINING, 2, 1, Maps.mean(), 1, 1, 1);
    Trial trial = Trial.in(oligopoly(3, 1, 0));
    assertThatThrownBy(() -> trial.start(two, 3))
        .hasMessageContaining("parameters-each: 2 must divide the 3 features");
    assertThatThrownBy(() -> players(Rule.ANTICIPATION, Maps.mean(), 0.1, Values.all(0.5)))
        .hasMessageContaining("anticipation is told");
  }

  // ---- the mixture

  private static NoRegretMixture mixture(Task task, double start) {
    return new NoRegretMixture(new GivenParameters(Values.all(start)), 1, task);
  }

  /** Loss theta z on [-1, 1], z = theta: the only pure candidates are -sign theta, a cycle of 2. */
  @ParameterizedTest
  @ValueSource(ints = {25, 100, 400})
  void theMixtureIsStableWhereNoModelIs(int rounds) {
    Task task = Maps.task(new Maps.LinearLoss(1), 1e-7, Maps.box(-1, 1));
    Trial.World jump =
        (theta, round) ->
            Maps.features(0, new double[] {theta[0] >= 0 ? 1 : -1}).induced(theta, round);
    NoRegretMixture.Mixing mixing =
        (NoRegretMixture.Mixing) Trial.in(jump).last(mixture(task, 0.5), 1, rounds);
    // D = 2, G = 1, step 1: (2 + 1) / sqrt(T)
    double gap = mixing.stabilityGap(new Minimiser(1e-9, 200));
    assertThat(gap).isLessThanOrEqualTo(3 / StrictMath.sqrt(rounds));
    // by hand: mean of theta_t z_t, less the best single answer to the mean of z, an end
    double own = 0;
    double mean = 0;
    for (NoRegretMixture.Part part : mixing.parts()) {
      double z = part.theta().get(0) >= 0 ? 1 : -1;
      own += part.theta().get(0) * z / rounds;
      mean += z / rounds;
    }
    assertThat(gap).isCloseTo(own + StrictMath.abs(mean), within(1e-6));
    assertThat(gap).isGreaterThan(-1e-12);
  }

  @Test
  void theMixtureComesToTheStablePointWhereThereIsOne() {
    Learner last = Trial.in(Maps.outcomes(0.5, 10)).last(mixture(Maps.mean(), 3), 1, 3000);
    assertThat(Trial.theta(last)[0]).isCloseTo(20, within(1e-9));
    Learner there = Trial.in(Maps.outcomes(0.5, 10)).last(mixture(Maps.mean(), 20), 1, 30);
    assertThat(Trial.theta(there)[0]).isEqualTo(20);
    assertThat(((NoRegretMixture.Mixing) there).stabilityGap(Minimiser.exact()))
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void stepsFallAsTheRootOfTheRound() {
    List<double[]> thetas =
        Trial.in(Maps.features(0, new double[] {-1}))
            .thetas(mixture(Maps.task(new Maps.LinearLoss(1), 0, Maps.box(-9, 9)), 0), 1, 4);
    double theta = 0;
    for (int t = 1; t <= 4; t++) {
      theta += 1 / StrictMath.sqrt(t);
      assertThat(thetas.get(t)[0]).isCloseTo(theta, within(1e-12));
    }
  }

  @Test
  void anEmptyMixtureHasNoGap() {
    NoRegretMixture.Mixing empty =
        (NoRegretMixture.Mixing) Trial.in(Maps.outcomes(0.5, 10)).start(mixture(Maps.mean(), 3), 1);
    assertThatThrownBy(() -> empty.stabilityGap(Minimiser.exact()))
        .hasMessageContaining("nothing is deployed yet");
  }

  @Test
  void aRoundWithoutLabelsTeachesNothing() {
    Trial one = Trial.in(Maps.silent(1));
    NoRegretMixture mixture = mixture(Maps.mean(), 3);
    assertThat(one.last(mixture, 1, 2)).isEqualTo(one.start(mixture, 1));
    Trial two = Trial.in(Maps.silent(2));
    SeveralPredictors players = retraining(Maps.mean());
    assertThat(two.last(players, 2, 2)).isEqualTo(two.start(players, 2));
  }

  @Test
  void bothBeatNotLearningAndAreValues() {
    Trial trial = Trial.in(Maps.outcomes(0.5, 10, 1, -1));
    Learner learner = trial.last(mixture(Maps.mean(), 3), 1, 20);
    assertThat(Maps.risk(Maps.mean(), trial.world(), Trial.theta(learner)))
        .isLessThan(Maps.risk(Maps.mean(), trial.world(), 3) - 1);
    assertThat(trial.last(mixture(Maps.mean(), 3), 1, 20)).isEqualTo(learner);
    Trial markets = Trial.in(markets(0.3, 0.4, -0.2, 0.5));
    Learner players = markets.last(retraining(Maps.mean()), 2, 60);
    assertThat(Maps.risk(Maps.mean(), markets.world(), Trial.theta(players)))
        .isLessThan(Maps.risk(Maps.mean(), markets.world(), 7, -3) - 1);
    assertThat(markets.after(players, 61)).isEqualTo(players);
  }
}
