package org.sibyl.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.Given;
import org.sibyl.Shared;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Share;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.Disaster;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.PerformativeGradient.Slopes;
import org.sibyl.prediction.SteeringLoss;
import org.sibyl.prediction.SteeringLoss.Aim;
import org.sibyl.prediction.TrustFlow;

/** Derivatives of games in forecasts: recorded ones, differences, and what is known by hand. */
class PivotalGradientTest {
  private static final Map<String, Aim> AIMS =
      Map.of(
          "individual", Aim.INDIVIDUAL,
          "group", Aim.GROUP,
          "accuracy", Aim.ACCURACY,
          "accuracy_perf", Aim.ACCURACY_PERFORMATIVE);

  private static final Map<String, TrustFlow> FLOWS =
      Map.of(
          "autograd", TrustFlow.FULL,
          "custom", TrustFlow.FULL,
          "custom+block_prev_trust", TrustFlow.BLOCK_PREVIOUS_TRUST,
          "custom+block_trust_grad", TrustFlow.BLOCK_TRUST,
          "autograd+block_trust_grad", TrustFlow.BLOCK_TRUST);

  // ---- recorded

  /** A recorded case, with what is stored at the first one of the same network and threshold. */
  private record Recorded(JsonNode own, JsonNode shared) {
    NaiveGame game() {
      double[][] told = rows(shared.get("predictions"));
      int size = told[0].length;
      return new NaiveGame(
          Given.game(0.4, 0.2, own.get("T").asText()),
          BayesianTrust.withFloor(),
          Given.people(size, 0.8, 0.5),
          Given.network(size, shared.get("edges")),
          told,
          rows(shared.get("actions")));
    }

    @Override
    public String toString() {
      return "%s T=%s %s %s"
          .formatted(
              own.get("graph").asText(),
              own.get("T").asText(),
              own.get("mode").asText(),
              own.get("loss_name").asText());
    }
  }

  private static double[][] rows(JsonNode lists) {
    List<double[]> rows = new ArrayList<>();
    lists.forEach(list -> rows.add(Given.numbers(list)));
    return rows.toArray(double[][]::new);
  }

  static List<Recorded> recorded() {
    Map<String, JsonNode> shared = new LinkedHashMap<>();
    List<Recorded> cases = new ArrayList<>();
    for (JsonNode own : Shared.json("reference/games/loss_gradients.json").get("cases")) {
      String key = own.get("graph").asText() + own.get("T").asText();
      shared.putIfAbsent(key, own);
      cases.add(new Recorded(own, shared.get(key)));
    }
    return cases;
  }

  /**
   * The published derivative of the accuracy with labels that move forgets that the accuracy is a
   * mean: it is as many times too large as there are individuals.
   */
  @Test
  void recordedGradients() {
    List<Recorded> cases = recorded();
    assertThat(cases).hasSize(24);
    for (Recorded recorded : cases) {
      NaiveGame game = recorded.game();
      SteeringLoss loss = SteeringLoss.published(AIMS.get(recorded.own.get("loss_name").asText()));
      TrustFlow flow = FLOWS.get(recorded.own.get("mode").asText());
      int forgotten = loss.aim() == Aim.ACCURACY_PERFORMATIVE ? game.network().size() : 1;
      double[][] expected = rows(recorded.own.get("grad_wrt_predictions"));
      Slopes slopes = Games.slopes(game, loss, flow);
      assertThat(slopes.byForecast()).hasDimensions(expected.length, expected[0].length);
      for (int s = 0; s < expected.length; s++) {
        for (int j = 0; j < expected[s].length; j++) {
          assertThat(forgotten * slopes.byForecast()[s][j])
              .as("%s, round %d, individual %d", recorded, s, j)
              .isCloseTo(expected[s][j], within(1e-12));
        }
      }
    }
  }

  @Test
  void recordedLossesRoundByRound() {
    for (Recorded recorded : recorded()) {
      NaiveGame game = recorded.game();
      SteeringLoss loss = SteeringLoss.published(AIMS.get(recorded.own.get("loss_name").asText()));
      double[] expected = Given.numbers(recorded.own.get("loss_per_round"));
      double before = 0;
      for (int s = 0; s < expected.length; s++) {
        double until = Games.slopes(first(game, s + 1), loss, TrustFlow.FULL).loss();
        assertThat(until - before).as("%s", recorded).isCloseTo(expected[s], within(1e-12));
        before = until;
      }
      assertThat(before).isCloseTo(recorded.own.get("loss").asDouble(), within(1e-12));
    }
  }

  @Test
  void recordedTrustAndGains() {
    for (Recorded recorded : recorded()) {
      NaiveGame game = recorded.game();
      double[][] trusts = rows(recorded.shared.get("trust_after_round"));
      double[][] gains = rows(recorded.shared.get("expected_gain"));
      TrustHistory history = history(game);
      Pivots pivots =
          new Pivots(game.game(), game.network(), game.newcomers().column(Attribute.INNATE_BELIEF));
      for (int s = 0; s < trusts.length; s++) {
        pivots.turnTo(Column.of(game.told()[s]), history.before(s));
        for (int i = 0; i < trusts[s].length; i++) {
          assertThat(LogOdds.probability(history.before(s + 1).get(i)))
              .isCloseTo(trusts[s][i], within(1e-12));
          assertThat(game.game().gain(pivots.probability(i))).isCloseTo(gains[s][i], within(1e-12));
        }
      }
    }
  }

  private static TrustHistory history(NaiveGame game) {
    return new TrustHistory(
        game.trust(), game.newcomers(), game.network(), Games.rounds(game.told(), game.did()));
  }

  /** The same game, stopped after so many rounds. */
  private static NaiveGame first(NaiveGame game, int rounds) {
    return new NaiveGame(
        game.game(),
        game.trust(),
        game.newcomers(),
        game.network(),
        Arrays.copyOf(game.told(), rounds),
        Arrays.copyOf(game.did(), rounds));
  }

  // ---- differences

  /**
   * Eight people of whom one sees nobody, with forecasts far from 0 and 1: differences are good.
   */
  private static NaiveGame lively(TrustRule rule) {
    Random random = new Random(20260903);
    Network connected = Games.network(7, 0.5, random);
    Network network = Network.of(8, connected.edges().toArray(int[][]::new));
    return new NaiveGame(
        new CollectiveRisk(1.5, 0.4, 0.2, Share.of(0.5), Disaster.EXPECTED),
        rule,
        Games.people(random.doubles(8, 0.2, 0.8).toArray(), random.doubles(8, 0.2, 0.8).toArray()),
        network,
        Games.numbers(4, 8, 0.2, 0.8, random),
        Games.actions(4, 8, random));
  }

  private static double[][] moved(double[][] told, int round, int individual, double by) {
    double[][] other = Arrays.stream(told).map(double[]::clone).toArray(double[][]::new);
    other[round][individual] += by;
    return other;
  }

  /** Where actions move with the forecasts, the difference is of a loss with actions that do. */
  private static double lossAfter(NaiveGame game, SteeringLoss loss, double[][] told) {
    if (loss.aim() == Aim.ACCURACY_PERFORMATIVE) {
      return game.lossAfter(loss, told);
    }
    return Games.gradient(game.game(), game.trust(), game.newcomers(), game.network())
        .of(loss, TrustFlow.FULL, Games.rounds(told, game.did()))
        .loss();
  }

  static List<SteeringLoss> losses() {
    return Games.losses();
  }

  @ParameterizedTest
  @MethodSource("losses")
  void isWhatDifferencesSay(SteeringLoss loss) {
    NaiveGame game = lively(BayesianTrust.withFloor());
    Slopes slopes = Games.slopes(game, loss, TrustFlow.FULL);
    double h = 1e-6;
    for (int s = 0; s < game.told().length; s++) {
      for (int j = 0; j < game.network().size(); j++) {
        double more = lossAfter(game, loss, moved(game.told(), s, j, h));
        double less = lossAfter(game, loss, moved(game.told(), s, j, -h));
        assertThat(slopes.byForecast()[s][j])
            .as("round %d, individual %d", s, j)
            .isCloseTo((more - less) / (2 * h), within(1e-8));
      }
    }
  }

  // ---- ablations

  private static double largest(double[] a, double[] b) {
    double largest = 0;
    for (int j = 0; j < a.length; j++) {
      largest = Math.max(largest, Math.abs(a[j] - b[j]));
    }
    return largest;
  }

  @Test
  void ablationsCoincideWhereNothingIsLeftToBlock() {
    NaiveGame game = lively(BayesianTrust.withFloor());
    for (SteeringLoss loss : Games.losses()) {
      double[][] full = Games.slopes(game, loss, TrustFlow.FULL).byForecast();
      double[][] previous = Games.slopes(game, loss, TrustFlow.BLOCK_PREVIOUS_TRUST).byForecast();
      double[][] blocked = Games.slopes(game, loss, TrustFlow.BLOCK_TRUST).byForecast();
      assertThat(previous[3]).containsExactly(full[3]);
      assertThat(blocked[3]).containsExactly(full[3]);
      assertThat(previous[2]).containsExactly(full[2]);
      if (loss.aim() != Aim.ACCURACY) { // where no trust is asked for
        assertThat(largest(blocked[2], full[2])).isGreaterThan(1e-5);
        assertThat(largest(previous[1], full[1])).isGreaterThan(1e-5);
        assertThat(largest(previous[0], full[0])).isGreaterThan(1e-5);
      }
    }
  }

  @Test
  void blockedTrustIsTheTrustOfThoseWhoNeverReviseIt() {
    NaiveGame game = lively(BayesianTrust.withFloor());
    TrustHistory history = history(game);
    for (SteeringLoss loss : Games.losses()) {
      double[][] blocked = Games.slopes(game, loss, TrustFlow.BLOCK_TRUST).byForecast();
      for (int s = 0; s < blocked.length; s++) {
        NaiveGame alone =
            new NaiveGame(
                game.game(),
                new FixedTrust(),
                game.newcomers().with(Attribute.TRUST, history.before(s)),
                game.network(),
                new double[][] {game.told()[s]},
                new double[][] {game.did()[s]});
        for (TrustFlow flow : TrustFlow.values()) {
          assertThat(blocked[s]).containsExactly(Games.slopes(alone, loss, flow).byForecast()[0]);
        }
      }
    }
  }

  @Test
  void fixedTrustLinksNoRounds() {
    NaiveGame game = lively(new FixedTrust());
    for (SteeringLoss loss : Games.losses()) {
      double[][] all = Games.slopes(game, loss, TrustFlow.FULL).byForecast();
      double[][] some = Games.slopes(first(game, 2), loss, TrustFlow.FULL).byForecast();
      assertThat(some).isDeepEqualTo(new double[][] {all[0], all[1]});
    }
  }

  // ---- by hand

  /** Two people who need each other: each is pivotal just when the other cooperates. */
  private static NaiveGame pair(String threshold, double[]... told) {
    double[][] did = new double[told.length][2];
    Arrays.stream(did).forEach(row -> row[0] = 1);
    return new NaiveGame(
        new CollectiveRisk(2, 0.6, 0.1, Share.parse(threshold), Disaster.EXPECTED),
        BayesianTrust.withFloor(),
        Games.people(new double[] {0.8, 0.7}, 0.4, 0.5),
        Given.path(2),
        told,
        did);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double bump(double x) {
    return sigmoid(x) * sigmoid(-x);
  }

  @Test
  void ofTwoWhoNeedEachOther() {
    double[][] slopes =
        Games.slopes(
                pair("1", new double[] {0.3, 0.9}),
                SteeringLoss.published(Aim.INDIVIDUAL),
                TrustFlow.FULL)
            .byForecast();
    double gain = 2 * (0.6 * (0.4 * 0.9 + 0.6 * 0.8) - 0.1); // of individual 0
    assertThat(slopes[0][1]).isCloseTo(-bump(gain) * 2 * 0.6 * 0.4, within(1e-15));
    gain = 2 * (0.6 * (0.5 * 0.3 + 0.5 * 0.7) - 0.1);
    assertThat(slopes[0][0]).isCloseTo(-bump(gain) * 2 * 0.6 * 0.5, within(1e-15));
  }

  @Test
  void trustOfTheNextRound() {
    double[] later = {0.3, 0.9};
    double slope =
        Games.slopes(
                pair("1", new double[] {0.25, 0.4}, later),
                SteeringLoss.published(Aim.INDIVIDUAL),
                TrustFlow.FULL)
            .byForecast()[0][0];
    double before = 2 * (0.6 * (0.5 * 0.25 + 0.5 * 0.7) - 0.1); // of individual 1, who trusts .5
    double trust = 0.25 / (0.25 + 0.7); // individual 0 cooperated
    double after = 2 * (0.6 * (trust * 0.3 + (1 - trust) * 0.7) - 0.1);
    assertThat(slope)
        .isCloseTo(
            -bump(before) * 2 * 0.6 * 0.5
                - bump(after) * 2 * 0.6 * (0.3 - 0.7) * trust * (1 - trust) / 0.25,
            within(1e-15));
  }

  @Test
  void whereNobodyIsNeededNothingMoves() {
    NaiveGame game = pair("0", new double[] {0.3, 0.9}, new double[] {0.4, 0.5});
    for (Aim aim : List.of(Aim.INDIVIDUAL, Aim.GROUP)) {
      Slopes slopes = Games.slopes(game, SteeringLoss.published(aim), TrustFlow.FULL);
      assertThat(slopes.byForecast()).isDeepEqualTo(new double[2][2]);
      double smooth = sigmoid(-2 * 0.1); // gain of who is never pivotal
      double each = aim == Aim.GROUP ? 0.1 * smooth - 1 : -smooth;
      assertThat(slopes.loss()).isCloseTo(4 * each, within(1e-15));
    }
  }

  @Test
  void whoSeesNobodyIsMovedByNothing() {
    NaiveGame pair = pair("1", new double[] {0.3, 0.9}, new double[] {0.4, 0.5});
    NaiveGame apart =
        new NaiveGame(
            pair.game(), pair.trust(), pair.newcomers(), Network.of(2), pair.told(), pair.did());
    Slopes slopes = Games.slopes(apart, SteeringLoss.published(Aim.INDIVIDUAL), TrustFlow.FULL);
    assertThat(slopes.byForecast()).isDeepEqualTo(new double[2][2]);
    assertThat(slopes.loss()).isCloseTo(-4 * sigmoid(2 * (0.6 - 0.1)), within(1e-15));
  }

  @Test
  void whereNothingWasSaidNothingMoves() {
    double nothing = Double.NaN;
    NaiveGame game = pair("1", new double[] {nothing, 0.9}, new double[] {nothing, 0.5});
    for (SteeringLoss loss : Games.losses()) {
      Slopes slopes = Games.slopes(game, loss, TrustFlow.FULL);
      assertThat(slopes.loss()).isFinite();
      assertThat(slopes.byForecast()[0][0]).isZero();
      assertThat(slopes.byForecast()[1][0]).isZero();
      assertThat(slopes.byForecast()[0][1]).isFinite().isNotZero();
    }
  }

  @Test
  void beyondTheFloorAForecastMovesNoTrust() {
    for (double told : new double[] {0.05, 0.95}) {
      NaiveGame game = pair("1", new double[] {told, 0.4}, new double[] {0.3, 0.9});
      NaiveGame floored =
          new NaiveGame(
              game.game(),
              new BayesianTrust(ZeroPolicy.FLOOR, 0.1, 1e-12),
              game.newcomers(),
              game.network(),
              game.told(),
              game.did());
      SteeringLoss loss = SteeringLoss.published(Aim.INDIVIDUAL);
      double[] slopes = Games.slopes(floored, loss, TrustFlow.FULL).byForecast()[0];
      double[] blocked = Games.slopes(floored, loss, TrustFlow.BLOCK_TRUST).byForecast()[0];
      assertThat(slopes[0]).isEqualTo(blocked[0]);
      assertThat(slopes[1]).isNotEqualTo(blocked[1]);
    }
  }

  /** Log-odds end at 700: what has brought them there does not count once they come back. */
  @Test
  void whereTrustIsHeldNothingHasMovedIt() {
    int leaves = 60;
    double[][] told = new double[4][leaves + 1];
    double[][] did = new double[4][leaves + 1];
    Arrays.fill(told[0], 0.31); // from 690 a little up
    Arrays.fill(told[1], 0.9); // and 60 times log(.9 / .3): beyond 700
    Arrays.fill(told[2], 0.3 * Math.exp(-700.0 / leaves)); // and back to 0
    Arrays.fill(told[3], 1.0 / leaves);
    Arrays.stream(did).forEach(round -> Arrays.fill(round, 1));
    NaiveGame game =
        new NaiveGame(
            Given.game(0.6, 0.1, "1/61"),
            BayesianTrust.withFloor(),
            Given.people(leaves + 1, 0.3, 0.5)
                .with(Attribute.TRUST, Column.constant(leaves + 1, 690)),
            Given.star(leaves),
            told,
            did);
    assertThat(history(game).before(1).get(0)).isBetween(690.1, 699.9);
    assertThat(history(game).before(2).get(0)).isEqualTo(700);
    assertThat(history(game).before(3).get(0)).isBetween(-1e-9, 1e-9);
    SteeringLoss loss = SteeringLoss.published(Aim.INDIVIDUAL);
    double[][] full = Games.slopes(game, loss, TrustFlow.FULL).byForecast();
    double[][] blocked = Games.slopes(game, loss, TrustFlow.BLOCK_TRUST).byForecast();
    assertThat(full[0][1]).isEqualTo(blocked[0][1]);
    assertThat(full[1][1]).isEqualTo(blocked[1][1]);
    assertThat(full[2][1]).isNotCloseTo(blocked[2][1], within(1.0));
  }

  /** Who sees the impossible by both models keeps its trust: that round's forecasts are unheard. */
  @Test
  void contradictionsAreUnheardAndPassEarlierTrustOn() {
    double[][] told = {{0.5, 0.5, 0.4}, {0.5, 1, 0.4}, {0.5, 0.5, 0.4}};
    double[][] did = {{1, 1, 1}, {1, 0, 1}, {1, 1, 1}};
    NaiveGame game =
        new NaiveGame(
            Given.game(0.6, 0.1, "2/3"),
            new BayesianTrust(ZeroPolicy.HARD, 1e-9, 1e-12),
            Given.people(3, 1, 0.5),
            Given.star(2),
            told,
            did);
    assertThat(history(game).before(2).get(0)).isEqualTo(history(game).before(1).get(0));
    SteeringLoss loss = SteeringLoss.published(Aim.INDIVIDUAL);
    double[][] full = Games.slopes(game, loss, TrustFlow.FULL).byForecast();
    double[][] blocked = Games.slopes(game, loss, TrustFlow.BLOCK_TRUST).byForecast();
    assertThat(full[1][2]).isEqualTo(blocked[1][2]);
    for (int s = 0; s < 3; s++) {
      for (int j = 0; j < 3; j++) {
        assertThat(full[s][j]).isCloseTo(game.slope(loss, TrustFlow.FULL, s, j), within(1e-14));
      }
    }
    double[][] previous = Games.slopes(game, loss, TrustFlow.BLOCK_PREVIOUS_TRUST).byForecast();
    assertThat(full[0][2]).isNotCloseTo(previous[0][2], within(1e-3));
  }

  // ---- what it is not for

  private static void assertRefused(Cohort round, String... parts) {
    Population people = Given.people(3, 0.8, 0.5);
    assertThatThrownBy(
            () ->
                Games.gradient(Given.game(0.4, 0.2, "0.5"), new FixedTrust(), people, Given.path(3))
                    .of(SteeringLoss.published(Aim.GROUP), TrustFlow.FULL, List.of(round)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void refusesRoundsThatWereNotObservedAsAWhole() {
    double[][] two = {{0.5, 0.5}};
    assertRefused(Games.rounds(two, two).get(0), "2 of 3", "round 1", "survey: whole");
    double[][] three = {{0.5, 0.5, 0.5}};
    double[][] hidden = {{1, Double.NaN, 1}};
    assertRefused(Games.rounds(three, hidden).get(0), "hides actions", "survey: whole");
    Cohort all = Games.rounds(three, new double[][] {{1, 0, 1}}).get(0);
    assertRefused(
        new Cohort(
            4,
            all.individuals(),
            all.features(),
            all.predictions(),
            all.outcomes(),
            Optional.empty(),
            Optional.of(new BitSet())),
        "round 4");
  }

  @Test
  void trustThatHasNoDerivativeHasNone() {
    PivotalCooperation people = new PivotalCooperation(Given.game(0.4, 0.2, "0.5"), TieRule.DEFECT);
    TrustRule epsilon = new BayesianTrust(ZeroPolicy.DENOMINATOR_EPSILON, 1e-9, 1e-12);
    TrustRule other = (situation, response, labels) -> situation.population();
    Population two = Given.people(2, 0.8, 0.5);
    assertThat(people.performativeGradient(epsilon, two, Given.path(2))).isEmpty();
    assertThat(people.performativeGradient(other, two, Given.path(2))).isEmpty();
    assertThatThrownBy(() -> people.performativeGradient(new FixedTrust(), two, Given.path(3)))
        .hasMessageContaining("population");
  }
}
