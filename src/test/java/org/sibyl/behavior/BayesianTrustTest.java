package org.sibyl.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.Given;
import org.sibyl.Shared;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;

/** Trust, section 5 of the specification of the games. Individual 0 is the one who watches. */
class BayesianTrustTest {
  private static final Offset<Double> CLOSE = within(1e-12);
  private static final BayesianTrust FLOORED = BayesianTrust.withFloor();
  private static final BayesianTrust HARD = rule(ZeroPolicy.HARD);
  private static final BayesianTrust EPSILON = rule(ZeroPolicy.DENOMINATOR_EPSILON);

  // ---- recorded

  @Test
  void recordedTrustWhereNothingImpossibleHappens() {
    int compared = 0;
    for (JsonNode recorded : recorded()) {
      if (!impossible(recorded)) {
        compare(FLOORED, recorded);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(7);
  }

  @Test
  void recordedTrustWithoutFloor() {
    for (JsonNode recorded : recorded()) {
      compare(HARD, recorded);
    }
  }

  @Test
  void whereThePublishedCodeGivesNotANumberTrustStaysAndSaysSo() {
    int contradictions = 0;
    for (JsonNode recorded : recorded()) {
      Population people = watched(recorded);
      for (int round = 0; round < recorded.get("rounds").asInt(); round++) {
        double before = Given.trust(people, 0);
        people = after(HARD, people, recorded, round);
        if (people.column(BayesianTrust.INCONSISTENT).get(0) == 1) {
          assertThat(trustOf(recorded, round)).isNaN();
          assertThat(Given.trust(people, 0)).isEqualTo(before);
          contradictions++;
        }
      }
    }
    assertThat(contradictions).isEqualTo(2);
  }

  /** Against the recorded run in single precision, whose rounding is 3e-6 in its other variants. */
  @Test
  void recordedEndsWithAnEpsilonInTheDenominator() {
    for (JsonNode recorded : recorded()) {
      Population people = watched(recorded);
      for (int round = 0; round < recorded.get("rounds").asInt(); round++) {
        people = after(EPSILON, people, recorded, round);
      }
      assertThat(Given.trust(people, 0))
          .as(recorded.get("label").asText())
          .isCloseTo(
              recorded.get("custom_grad_path_float32_epsilon1e12_final").asDouble(), within(5e-6));
    }
  }

  /** The published formula, which adds the epsilon twice: to all the past, and to the round. */
  @Test
  void theEpsilonIsAddedToUnnormalisedProducts() {
    for (JsonNode recorded : recorded()) {
      double forecast = recorded.get("prior").asDouble();
      double innate = 1 - forecast;
      Population people = watched(recorded);
      for (int round = 0; round < recorded.get("rounds").asInt(); round++) {
        double before = forecast / (forecast + innate + 1e-12);
        double told = likelihood(told(recorded, round), did(recorded, round));
        double believed = likelihood(recorded.get("alpha").asDouble(), did(recorded, round));
        people = after(EPSILON, people, recorded, round);
        assertThat(Given.trust(people, 0))
            .as(recorded.get("label").asText())
            .isCloseTo(
                before * told / (before * told + (1 - before) * believed + 1e-12), within(2e-12));
        forecast *= told;
        innate *= believed;
      }
    }
  }

  @Test
  void theEpsilonDrivesTrustToZeroEvenForGoodForecasts() {
    Population plain = Given.people(4, 0.8, 0.5);
    Population epsilon = plain;
    for (int round = 0; round < 25; round++) {
      plain = after(FLOORED, Given.star(3), plain, told(0.7, 0.7, 0.7), did(1, 1, 0));
      epsilon = after(EPSILON, Given.star(3), epsilon, told(0.7, 0.7, 0.7), did(1, 1, 0));
    }
    assertThat(Given.trust(plain, 0)).isGreaterThan(0.9);
    assertThat(Given.trust(epsilon, 0)).isLessThan(1e-3);
  }

  // ---- laws

  @Test
  void theProbabilityIsThatOfBayes() {
    Random random = new Random(20260421);
    for (int repetition = 0; repetition < 50; repetition++) {
      int neighbors = 1 + random.nextInt(12);
      double prior = random.nextDouble();
      double belief = random.nextDouble();
      Population people = Given.people(neighbors + 1, belief, prior);
      BigDecimal forecast = new BigDecimal(prior);
      BigDecimal innate = BigDecimal.ONE.subtract(new BigDecimal(prior));
      for (int round = 0; round < 5; round++) {
        double[] told = Given.before(0.5, random.doubles(neighbors).toArray());
        double[] did = Given.before(1, random.ints(neighbors, 0, 2).asDoubleStream().toArray());
        for (int j = 1; j <= neighbors; j++) {
          forecast = forecast.multiply(exactly(told[j], did[j]), MathContext.DECIMAL128);
          innate = innate.multiply(exactly(belief, did[j]), MathContext.DECIMAL128);
        }
        people = after(FLOORED, Given.star(neighbors), people, told, did);
        BigDecimal exact = forecast.divide(forecast.add(innate), MathContext.DECIMAL128);
        assertThat(Given.trust(people, 0)).isCloseTo(exact.doubleValue(), CLOSE);
      }
    }
  }

  private static BigDecimal exactly(double probability, double action) {
    BigDecimal one = new BigDecimal(probability);
    return action == 1 ? one : BigDecimal.ONE.subtract(one);
  }

  @ParameterizedTest
  @EnumSource
  void orderOfNeighborsIsIrrelevant(ZeroPolicy zero) {
    Population people = Given.people(4, 0.8, 0.4);
    Population one = after(rule(zero), Given.star(3), people, told(0.1, 0.7, 0.9), did(1, 0, 1));
    Population other = after(rule(zero), Given.star(3), people, told(0.9, 0.1, 0.7), did(1, 1, 0));
    assertThat(Given.trust(one, 0)).isCloseTo(Given.trust(other, 0), CLOSE);
    assertThat(Given.trust(one, 0)).isNotEqualTo(0.4);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOOR", "HARD"})
  void twoRoundsAreOneRoundWithTheEvidenceOfBoth(ZeroPolicy zero) {
    Population people = Given.people(3, 0.8, 0.4);
    Population first = after(rule(zero), Given.star(2), people, told(0.1, 0.7), did(1, 0));
    Population second = after(rule(zero), Given.star(2), first, told(0.6, 0.2), did(0, 0));
    Population both =
        after(
            rule(zero),
            Given.star(4),
            Given.people(5, 0.8, 0.4),
            told(0.1, 0.7, 0.6, 0.2),
            did(1, 0, 0, 0));
    assertThat(Given.trust(second, 0)).isCloseTo(Given.trust(both, 0), CLOSE);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOOR", "HARD"})
  void aForecastThatSaysWhatIsBelievedChangesNothing(ZeroPolicy zero) {
    for (double belief : new double[] {0, 1e-12, 0.1, 0.3, 0.8, 1}) {
      for (double prior : new double[] {0, 1e-310, 0.3, 1}) {
        Population people = Given.people(4, belief, prior);
        Population next =
            after(rule(zero), Given.star(3), people, told(belief, belief, belief), did(1, 0, 1));
        assertThat(logOdds(next)).isEqualTo(logOdds(people));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void silenceAndSolitudeChangeNothing(ZeroPolicy zero) {
    double nothing = Double.NaN;
    for (double prior : new double[] {0, 1e-310, 0.3, 0.5, 1}) {
      Population two = Given.people(2, 0.8, prior);
      Population alone =
          after(rule(zero), Network.of(2), two, new double[] {0, 1}, new double[] {1, 0});
      assertThat(alone.column(Attribute.TRUST)).isEqualTo(two.column(Attribute.TRUST));
      Population silent =
          after(
              rule(zero), Given.path(2), two, new double[] {nothing, nothing}, new double[] {1, 0});
      assertThat(silent.column(Attribute.TRUST)).isEqualTo(two.column(Attribute.TRUST));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anIndividualsOwnActionIsNoEvidenceToIt(ZeroPolicy zero) {
    Population people = Given.people(3, 0.8, 0.5);
    Population one =
        after(
            rule(zero),
            Given.star(2),
            people,
            new double[] {0.9, 0.4, 0.6},
            new double[] {1, 0, 1});
    Population other =
        after(
            rule(zero),
            Given.star(2),
            people,
            new double[] {0.1, 0.4, 0.6},
            new double[] {0, 0, 1});
    assertThat(Given.trust(one, 0)).isEqualTo(Given.trust(other, 0));
    assertThat(Given.trust(one, 1)).isNotEqualTo(Given.trust(other, 1));
  }

  @Test
  void everyoneHasItsOwnBelief() {
    Network path = Given.path(3);
    Population people = Given.people(new double[] {0.2, 0.5, 0.9}, 0.5);
    Population next =
        after(FLOORED, path, people, new double[] {0.5, 0.6, 0.5}, new double[] {1, 1, 1});
    assertThat(Given.trust(next, 0)).isCloseTo(0.6 / 0.8, CLOSE);
    assertThat(Given.trust(next, 1)).isCloseTo(0.5, CLOSE);
    assertThat(Given.trust(next, 2)).isCloseTo(0.6 / 1.5, CLOSE);
  }

  // ---- the impossible

  @Test
  void withAFloorTrustRecovers() {
    Population people = Given.people(2, 0.8, 0.5);
    Population refuted = after(FLOORED, Given.star(1), people, told(1), did(0));
    // log(1e-9 / .2): what a surprise costs is bounded by the floor
    assertThat(logOdds(refuted)).isCloseTo(StrictMath.log(1e-9 / 0.2), within(1e-7));
    Population later = refuted;
    for (int round = 0; round < 100; round++) {
      later = after(FLOORED, Given.star(1), later, told(1), did(1));
    }
    assertThat(Given.trust(later, 0)).isGreaterThan(0.9);
  }

  @Test
  void withAFloorLogOddsStayWithin700() {
    Population up = Given.people(2, 1, 0.5);
    Population down = Given.people(2, 0, 0.5);
    for (int round = 0; round < 100; round++) {
      up = after(FLOORED, Given.star(1), up, told(0), did(0));
      down = after(FLOORED, Given.star(1), down, told(1), did(0));
    }
    assertThat(logOdds(up)).isEqualTo(700);
    assertThat(logOdds(down)).isEqualTo(-700);
    assertThat(Given.trust(down, 0)).isPositive();
    assertThat(logOdds(after(FLOORED, Given.star(1), up, told(0), did(1)))).isLessThan(700);
  }

  /** A floor below the spacing of doubles at 1 would be none at that end. */
  @Test
  void theLeastFloorHoldsAtBothEnds() {
    assertThatThrownBy(() -> new BayesianTrust(ZeroPolicy.FLOOR, 1e-17, 1e-12))
        .hasMessageContaining("floor");
    BayesianTrust least = new BayesianTrust(ZeroPolicy.FLOOR, 1e-15, 1e-12);
    for (int action = 0; action <= 1; action++) {
      Population next =
          after(least, Given.star(1), Given.people(2, 0.5, 0.5), told(1 - action), did(action));
      assertThat(logOdds(next)).isCloseTo(StrictMath.log(2e-15), within(1e-2));
    }
  }

  @Test
  void withoutFloorARefutedForecastIsNeverTrustedAgain() {
    Population people = Given.people(2, 0.8, 0.5);
    Population refuted = after(HARD, Given.star(1), people, told(1), did(0));
    assertThat(logOdds(refuted)).isEqualTo(Double.NEGATIVE_INFINITY);
    Population later = after(HARD, Given.star(1), refuted, told(1), did(1));
    assertThat(Given.trust(later, 0)).isZero();
    assertThat(later.column(BayesianTrust.INCONSISTENT).sum()).isZero();
  }

  @Test
  void withoutFloorARefutedBeliefLeavesOnlyTheForecast() {
    Population people = Given.people(2, 1, 0.5);
    Population refuted = after(HARD, Given.star(1), people, told(0.5), did(0));
    assertThat(logOdds(refuted)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Given.trust(after(HARD, Given.star(1), refuted, told(0.1), did(1)), 0)).isEqualTo(1);
  }

  @Test
  void withoutFloorContradictionsKeepTrustAndAreFlaggedForThatRound() {
    Population people = Given.people(3, 1, 0.3);
    // both models held the first neighbor's defection impossible
    Population both = after(HARD, Given.star(2), people, told(1, 0.5), did(0, 1));
    assertThat(Given.trust(both, 0)).isCloseTo(0.3, CLOSE);
    assertThat(both.column(BayesianTrust.INCONSISTENT).get(0)).isEqualTo(1);
    // one neighbor refutes the forecast, the other the belief
    Population each = after(HARD, Given.star(2), people, told(0, 0.5), did(1, 0));
    assertThat(logOdds(each)).isEqualTo(logOdds(people));
    assertThat(each.column(BayesianTrust.INCONSISTENT).get(0)).isEqualTo(1);
    Population calm = after(HARD, Given.star(2), each, told(0.5, 0.5), did(1, 1));
    assertThat(calm.column(BayesianTrust.INCONSISTENT).get(0)).isZero();
  }

  @Test
  void withoutFloorCertaintyThatIsContradictedStays() {
    Population sure = Given.people(2, 0.8, 1);
    Population next = after(HARD, Given.star(1), sure, told(1), did(0));
    assertThat(Given.trust(next, 0)).isEqualTo(1);
    assertThat(next.column(BayesianTrust.INCONSISTENT).get(0)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void certainTrustIsForEver(double prior) {
    for (BayesianTrust rule : List.of(FLOORED, HARD)) {
      Population people = Given.people(3, 0.8, prior);
      for (double[] told : List.of(told(0, 0.3), told(1, 1), told(0.5, 0.9))) {
        people = after(rule, Given.star(2), people, told, did(1, 0));
        assertThat(Given.trust(people, 0)).isEqualTo(prior);
      }
    }
  }

  // ---- support

  private static BayesianTrust rule(ZeroPolicy zero) {
    return new BayesianTrust(zero, 1e-9, 1e-12);
  }

  private static double[] told(double... neighbors) {
    return Given.before(0.5, neighbors);
  }

  private static double[] did(double... neighbors) {
    return Given.before(0, neighbors);
  }

  private static double logOdds(Population people) {
    return people.column(Attribute.TRUST).get(0);
  }

  private static Population after(
      BayesianTrust rule, Network network, Population people, double[] told, double[] did) {
    Situation found = Given.situation(network, people, told);
    return rule.update(found, Given.response(people, did), Column.of(did));
  }

  private static List<JsonNode> recorded() {
    List<JsonNode> cases = new ArrayList<>();
    Shared.json("reference/games/trust_posterior.json").get("cases").forEach(cases::add);
    assertThat(cases).hasSize(12);
    return cases;
  }

  private static Population watched(JsonNode recorded) {
    return Given.people(
        recorded.get("group_size").asInt(),
        recorded.get("alpha").asDouble(),
        recorded.get("prior").asDouble());
  }

  private static Population after(
      BayesianTrust rule, Population people, JsonNode recorded, int round) {
    Network network = Given.star(people.size() - 1);
    return after(rule, network, people, told(recorded, round), did(recorded, round));
  }

  private static double[] told(JsonNode recorded, int round) {
    return Given.before(0.5, inRound(recorded, "predictions", round));
  }

  private static double[] did(JsonNode recorded, int round) {
    return Given.before(0, inRound(recorded, "actions", round));
  }

  private static double[] inRound(JsonNode recorded, String what, int round) {
    JsonNode all = recorded.get(what);
    return Given.numbers(recorded.has("repeat") ? all : all.get(round));
  }

  private static double trustOf(JsonNode recorded, int round) {
    JsonNode trust = recorded.get("trust").get(round);
    return trust.isTextual() ? Double.NaN : trust.asDouble();
  }

  private static double likelihood(double[] probabilities, double[] did) {
    double product = 1;
    for (int k = 1; k < did.length; k++) {
      product *= likelihood(probabilities[k], did[k]);
    }
    return product;
  }

  private static double likelihood(double probability, double[] did) {
    double[] same = new double[did.length];
    Arrays.fill(same, probability);
    return likelihood(same, did);
  }

  private static double likelihood(double probability, double action) {
    return action == 1 ? probability : 1 - probability;
  }

  /** Whether something happens that a model had held to be impossible. */
  private static boolean impossible(JsonNode recorded) {
    double alpha = recorded.get("alpha").asDouble();
    for (int round = 0; round < recorded.get("rounds").asInt(); round++) {
      double[] told = told(recorded, round);
      double[] did = did(recorded, round);
      for (int k = 1; k < told.length; k++) {
        if (likelihood(told[k], did[k]) == 0 || likelihood(alpha, did[k]) == 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static void compare(BayesianTrust rule, JsonNode recorded) {
    Population people = watched(recorded);
    for (int round = 0; round < recorded.get("rounds").asInt(); round++) {
      people = after(rule, people, recorded, round);
      double expected = trustOf(recorded, round);
      if (Double.isNaN(expected)) {
        return; // the published code is lost from here on
      }
      assertThat(Given.trust(people, 0))
          .as(recorded.get("label").asText() + ", round " + (round + 1))
          .isCloseTo(expected, CLOSE);
    }
    assertThat(Arrays.stream(did(recorded, 0)).allMatch(x -> x == 0 || x == 1)).isTrue();
  }
}
