package org.sibyl.behavior.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.Given;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.behavior.strategic.FeatureResponse;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.population.source.UniformScores;
import org.sibyl.prediction.Deployment;
import org.sibyl.prediction.Silence;

/** Mechanisms against hand calculations and closed forms, the law of scores uniform. */
class ScreeningTest {
  private static final double S = .1;
  private static final int GRID = 2000; // so that shares are right to 1 / 2000
  private static final int MANY = 1_000_000;

  private static double[] shown(FeatureResponse behavior, double lambda, double... scores) {
    return Scores.shown(behavior, Scores.of(scores), lambda).features().column(0).toArray();
  }

  @Test
  void whoCanReachTheThresholdMovesByTheReach() {
    // the threshold is .5: .3 is accepted already, .5 stands on it, .59 is in reach, .61 is not
    assertThat(shown(new WithinReach(S, false), .5, .3, .5, .59, .61))
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(.2, .4, .49, .61);
    assertThat(shown(new WithinReach(S, true), .5, .05, .3)).containsExactly(0, .3 - .1);
    assertThat(shown(new WithinReach(S, false), .5, .05)[0]).isCloseTo(-.05, within(1e-15));
  }

  @Test
  void justEnoughIsExactlyTheThreshold() {
    assertThat(shown(new JustEnough(S, 0), .5, .3, .5, .59, .61)).containsExactly(.3, .5, .5, .61);
  }

  @Test
  void effortIsWorthwhileWhenItCostsLessThanTheBenefit() {
    // 100 d^2 < 1 for d < .1
    assertThat(shown(new Worthwhile(1, 100, 0), .5, .3, .5, .59, .61))
        .containsExactly(.3, .5, .5, .61);
    assertThat(shown(new Worthwhile(0, 0, 0), .5, .6)).containsExactly(.6); // nothing is no gain
  }

  @Test
  void onlyAThresholdIsRespondedTo() {
    Situation silent =
        new Situation(
            new Deployment(1, new Silence(), Column.of(Double.NaN)),
            Scores.of(.5),
            Network.of(1),
            Randomness.of(1));
    assertThatThrownBy(() -> Given.respond(new JustEnough(S, 0), silent))
        .hasMessageContaining("performative-risk-control");
  }

  private static double uniform(double x) {
    return Math.min(1, Math.max(0, x));
  }

  /** R(d, l) = F(max(c, min(c, c_d) + s)) for everyone's label 1, without clipping. */
  @ParameterizedTest
  @CsvSource({"1.1, 1.1", "1.1, .7", "1.1, 0", ".7, .7", ".7, .4", ".7, .9", ".45, .2", ".3, 1.05"})
  void riskWithinReachHasItsClosedForm(double deployed, double judged) {
    double c = 1 - judged;
    double expected = uniform(Math.max(c, Math.min(c, 1 - deployed) + S));
    assertThat(Scores.risk(new WithinReach(S, false), Scores.grid(GRID), deployed, judged))
        .isCloseTo(expected, within(1.0 / GRID));
  }

  /** M2 and M3, whose reach is sqrt(1 / 100): a jump just above the deployed lambda. */
  @ParameterizedTest
  @CsvSource({".7, .7", ".7, .65", ".7, .4", ".7, .700001", ".7, .9", "1.1, 1.1", "1, 1"})
  void riskOfJustEnoughHasItsClosedForm(double deployed, double judged) {
    double c = 1 - judged;
    double expected = judged <= deployed ? uniform(Math.max(c, 1 - deployed + S)) : uniform(c);
    Population people = Scores.grid(GRID);
    assertThat(Scores.risk(new JustEnough(S, 0), people, deployed, judged))
        .isCloseTo(expected, within(1.0 / GRID));
    assertThat(Scores.risk(new Worthwhile(1, 100, 0), people, deployed, judged))
        .isCloseTo(expected, within(1.0 / GRID));
  }

  @Test
  void justEnoughJumpsAboveTheDeployedLambdaByThoseWhoMoved() {
    Population people = Scores.grid(GRID);
    double at = Scores.risk(new JustEnough(S, 0), people, .7, .7);
    double above = Scores.risk(new JustEnough(S, 0), people, .7, Math.nextUp(.7));
    assertThat(at - above).isCloseTo(S, within(1.0 / GRID));
    assertThat(Scores.risk(new WithinReach(S, false), people, .7, .7)).isEqualTo(at); // diagonal
    Response shown = Scores.shown(new JustEnough(S, 0), people, .7);
    double smoothed = Scores.risk(1e-4, shown, people.column(Attribute.LABEL), .7);
    assertThat(smoothed).isCloseTo(at - S / 2, within(1.0 / GRID)); // who stands on it, by half
  }

  @Test
  void theSafeRuleIsSafeWithoutClippingOnly() {
    Population people = Scores.grid(GRID);
    assertThat(Scores.risk(new WithinReach(S, false), people, 1 + S, 1 + S)).isZero();
    // all scores up to s are 0, where the smoothed step at lambda = 1 counts them by half
    Response met = Scores.shown(new WithinReach(S, true), people, 1);
    Column labels = people.column(Attribute.LABEL);
    assertThat(Scores.risk(1e-4, met, labels, 1)).isCloseTo(S / 2, within(1.0 / GRID));
    Response below = Scores.shown(new WithinReach(S, true), people, 1 - 2e-4);
    assertThat(Scores.risk(1e-4, below, labels, 1 - 2e-4)).isCloseTo(S, within(1.0 / GRID));
  }

  /** The mean of the two reaches' risks: reach uniform on s (1 +- 1), deployed lambda .5. */
  @Test
  void everybodysOwnReachIsUniformAndKept() {
    FeatureResponse behavior = new JustEnough(S, 1);
    // accepted: f <= .5, and of those above by d < 2s a share 1 - d / (2 s): .5 + s; M = 10^6:
    // 3 standard errors, false alarm .0027
    assertThat(Scores.risk(behavior, Scores.grid(MANY), .5, .5))
        .isCloseTo(.5 + S, within(3 * Math.sqrt(.24 / MANY)));
    Population people = Scores.grid(GRID);
    Network network = Network.of(GRID);
    Response first = Given.respond(behavior, Scores.situation(people, network, 1, .5));
    assertThat(Given.respond(behavior, Scores.situation(people, network, 7, .5))).isEqualTo(first);
    assertThat(new JustEnough(S, 1).draws()).containsExactly(Draw.FEATURES);
    assertThat(new JustEnough(S, 0).draws()).isEmpty();
  }

  /**
   * A million people drawn from the world with positives of probability 1/2 (tests U7): each risk
   * is a mean of indicators, so its standard error is at most .5 / 1000. Twelve checks of 3
   * standard errors: false alarm at most 12 * .0027 = .033, with this seed none.
   */
  @Test
  void amongAMillionAgentsRisksAreTheClosedForms() {
    Population people =
        Population.of(
            new UniformScores(.5).draw(MANY, Randomness.of(20260612).at(Draw.FEATURES, 0)));
    for (double lambda : new double[] {1.05, .9, .7, .3}) {
      double diagonal = .5 * uniform(1 - lambda + S);
      isNear(Scores.risk(new WithinReach(S, false), people, lambda, lambda), diagonal);
      isNear(Scores.risk(new JustEnough(S, 0), people, lambda, lambda), diagonal);
      double c = 1 - lambda;
      double logit = .5 * (uniform(c) + integral(f -> moves(f - c), uniform(c), 1));
      isNear(Scores.risk(new LogitEffort(1, 100, 0, .2), people, lambda, lambda), logit);
    }
  }

  private static void isNear(double risk, double expected) {
    double error = Math.sqrt(expected * (1 - expected) / MANY);
    assertThat(risk).isCloseTo(expected, within(3 * error));
  }

  private static double moves(double distance) {
    return 1 / (1 + Math.exp(-(1 - 100 * distance * distance) / .2));
  }

  private static double integral(DoubleUnaryOperator f, double from, double to) {
    int parts = 100_000;
    double sum = 0;
    for (int k = 0; k < parts; k++) {
      sum += f.applyAsDouble(from + (to - from) * (k + .5) / parts);
    }
    return sum * (to - from) / parts;
  }

  @Test
  void coldPeopleMakeTheWorthwhileEffort() {
    double[] scores = {.3, .5, .55, .59, .61, .7};
    assertThat(shown(new LogitEffort(1, 100, 0, 1e-6), .5, scores))
        .containsExactly(shown(new Worthwhile(1, 100, 0), .5, scores));
  }

  /** Whatever the mechanism, a less conservative rule is at least as risky on the same people. */
  @Test
  void riskFallsWithTheJudgedLambda() {
    Population people = Scores.grid(500);
    for (FeatureResponse behavior :
        new FeatureResponse[] {
          new WithinReach(S, true),
          new JustEnough(S, .5),
          new Worthwhile(1, 50, .5),
          new LogitEffort(1, 50, .5, .3),
          new Ratchet(new JustEnough(S, 0))
        }) {
      double last = Double.POSITIVE_INFINITY;
      for (double judged = -.1; judged < 1.2; judged += .01) {
        double risk = Scores.risk(behavior, people, .6, judged);
        assertThat(risk).isLessThanOrEqualTo(last);
        last = risk;
      }
    }
  }

  /** Everybody in reach, one example is enough: in round t those within t - 1 of a pioneer move. */
  @Test
  void movesSpreadFromPioneersOverTheNetwork() {
    int size = 60;
    Network path = Given.path(size);
    FollowingPeers behavior = new FollowingPeers(1, .1, new WithinReach(.25, false));
    Population people = Scores.of(Column.constant(size, .5).toArray());
    boolean[] expected = new boolean[size];
    Situation first = Scores.situation(people, path, 1, .6);
    for (int i = 0; i < size; i++) {
      expected[i] = behavior.isPioneer(i, first);
    }
    int pioneers = count(expected);
    assertThat(pioneers).isBetween(1, 20);
    for (int round = 1; round <= 5; round++) {
      Response shown = Given.respond(behavior, Scores.situation(people, path, round, .6));
      for (int i = 0; i < size; i++) {
        assertThat(shown.features().get(i, 0)).isEqualTo(expected[i] ? .25 : .5);
      }
      people = people.withFeatures(shown.features());
      expected = widened(expected, behavior, first);
    }
    assertThat(count(expected)).isGreaterThan(pioneers);
  }

  private static boolean[] widened(boolean[] moved, FollowingPeers behavior, Situation any) {
    boolean[] wider = new boolean[moved.length];
    for (int i = 0; i < moved.length; i++) {
      boolean left = i > 0 && moved[i - 1];
      boolean right = i < moved.length - 1 && moved[i + 1];
      wider[i] = left || right || behavior.isPioneer(i, any);
    }
    return wider;
  }

  private static int count(boolean... values) {
    int count = 0;
    for (boolean value : values) {
      count += value ? 1 : 0;
    }
    return count;
  }

  @Test
  void oneExampleIsNotEnoughWhereTwoAreAskedFor() {
    Population people = Scores.of(.5, .5, .5, .5).withFeatures(Matrix.of(4, 1, .5, .4, .5, .4));
    FollowingPeers two = new FollowingPeers(2, 0, new WithinReach(.2, false));
    Response shown = Given.respond(two, Scores.situation(people, Given.path(4), 2, .6));
    // of 0-1-2-3 only 2 has two neighbors who moved; who had moved goes back without examples
    assertThat(shown.features().column(0).toArray()).containsExactly(.5, .5, .3, .5);
  }

  @Test
  void aRatchetKeepsTheLowerScore() {
    FeatureResponse behavior = new Ratchet(new JustEnough(S, 0));
    Population people = Scores.of(.55, .65);
    Network none = Network.of(2);
    Response strict = Given.respond(behavior, Scores.situation(people, none, 1, .5));
    assertThat(strict.features().column(0).toArray()).containsExactly(.5, .65);
    Population kept = people.withFeatures(strict.features());
    // at .58 the first would be accepted as it came, .55, and the second moves there
    Response looser = Given.respond(behavior, Scores.situation(kept, none, 2, .42));
    assertThat(looser.features().column(0).toArray()).containsExactly(.5, 1 - .42);
  }
}
