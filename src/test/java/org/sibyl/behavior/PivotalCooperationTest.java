package org.sibyl.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.Given;
import org.sibyl.Shared;
import org.sibyl.network.Network;
import org.sibyl.numeric.PoissonBinomial;
import org.sibyl.numeric.Share;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.Disaster;
import org.sibyl.population.Population;

/** The best response, section 3 of the specification of the games. */
class PivotalCooperationTest {
  private static final Offset<Double> CLOSE = within(1e-12);
  private static final String FIXTURE = "reference/games/best_response.json";
  private static final double ANYTHING = 0.123; // what the centre is told of itself

  @Test
  void recordedPivotalProbabilities() {
    JsonNode cases = Shared.json(FIXTURE).get("cases");
    assertThat(cases).hasSize(50);
    for (JsonNode recorded : cases) {
      assertThat(centre(game(recorded), recorded, 1))
          .as(recorded.toString())
          .isCloseTo(recorded.get("g_pred").asDouble(), CLOSE);
      assertThat(centre(game(recorded), recorded, 0))
          .as(recorded.toString())
          .isCloseTo(recorded.get("g_alpha").asDouble(), CLOSE);
    }
  }

  /** The recorded gain subtracts c, ours c times the endowment, as the payoffs do. */
  @Test
  void recordedGains() {
    int costScalingMatters = 0;
    for (JsonNode recorded : Shared.json(FIXTURE).get("cases")) {
      CollectiveRisk game = game(recorded);
      double gain = game.gain(centre(game, recorded, recorded.get("trust").asDouble()));
      double overcharged = game.contributionCost() * (game.endowment() - 1);
      assertThat(gain)
          .as(recorded.toString())
          .isCloseTo(recorded.get("gain").asDouble() - overcharged, CLOSE);
      costScalingMatters += overcharged == 0 ? 0 : 1;
    }
    assertThat(costScalingMatters).isEqualTo(11);
  }

  @Test
  void recordedActions() {
    for (JsonNode recorded : Shared.json(FIXTURE).get("cases")) {
      assertThat(acts(game(recorded), TieRule.DEFECT, recorded))
          .as(recorded.toString())
          .isEqualTo(recorded.get("cooperate").asBoolean());
    }
  }

  @Test
  void aCostThatIsAShareOfTheEndowmentCanTurnADecision() {
    // r e P - c = .4 * .5 * .5 - .12 < 0 < r P - c: the published code would defect
    CollectiveRisk poor = new CollectiveRisk(0.5, 0.4, 0.12, Share.of(1.0), Disaster.EXPECTED);
    assertThat(action(poor, Given.star(1), Given.people(2, 0.8, 1), ANYTHING, 0.5)).isEqualTo(1);
  }

  @Test
  void whereNobodyIsNeededNobodyCooperatesThoughThePublishedCodeDoes() {
    JsonNode recorded = Shared.json(FIXTURE).get("T_zero");
    assertThat(recorded.get("ref_float64").get("cooperate").asBoolean()).isTrue();
    assertThat(acts(game(recorded), TieRule.DEFECT, recorded)).isFalse();
    assertThat(centre(game(recorded), recorded, 0.5)).isZero();
  }

  @Test
  void recordedTiesAreExactTiesAndTheRuleDecides() {
    JsonNode ties = Shared.json(FIXTURE).get("marginal");
    assertThat(ties).hasSize(5);
    for (JsonNode tie : ties) {
      CollectiveRisk game = game(tie);
      double gain = game.gain(centre(game, tie, tie.get("trust").asDouble()));
      assertThat(gain).as(tie.get("label").asText()).isZero();
      assertThat(acts(game, TieRule.DEFECT, tie)).isFalse();
      assertThat(acts(game, TieRule.COOPERATE, tie)).isTrue();
    }
  }

  @Test
  void trustMixesLawsNotProbabilities() {
    // forecast law: exactly one cooperates for sure; belief law: 1/2; mixed first it would be .625
    Situation found = Given.situation(Given.star(2), Given.people(3, 0.5, 0.5), ANYTHING, 1.0, 0.0);
    assertThat(rule(Given.game(0.4, 0.2, "2/3")).pivotalProbability(0, found)).isEqualTo(0.75);
    assertThat(PoissonBinomial.of(0.75, 0.25).probability(1)).isCloseTo(0.625, CLOSE);
  }

  @Test
  void whoIsAloneAndNeededIsPivotalForSure() {
    Network alone = Network.of(1);
    Situation found = Given.situation(alone, Given.people(1, 0.3, 0.5), 0.0);
    assertThat(rule(Given.game(0.4, 0.2, "1")).pivotalProbability(0, found)).isEqualTo(1);
    assertThat(rule(Given.game(0.4, 0.2, "0.01")).pivotalProbability(0, found)).isEqualTo(1);
    assertThat(rule(Given.game(0.4, 0.2, "0")).pivotalProbability(0, found)).isZero();
    assertThat(Given.respond(rule(Given.game(0.4, 0.2, "1")), found).actions().get(0)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    // risk, cost, forecast of the one neighbor who must cooperate, action
    "0, 0, 1, 0", // nothing to lose: a tie
    "0, 0.1, 1, 0",
    "0.4, 0, 1e-300, 1", // free: any chance of being pivotal pays
    "0.4, 0, 0, 0", // free, but never pivotal
    "0.4, 0.4, 1, 0", // cost = risk: at best a tie
    "0.4, 0.7, 1, 0",
    "1, 0.999, 1, 1",
    "1, 1, 1, 0"
  })
  void extremeGames(double risk, double cost, double told, double action) {
    CollectiveRisk game = Given.game(risk, cost, "1");
    assertThat(action(game, Given.star(1), Given.people(2, 0.8, 1), ANYTHING, told))
        .isEqualTo(action);
  }

  @Test
  void certainBeliefs() {
    // two of three needed: pivotal when exactly one neighbor cooperates
    CollectiveRisk game = Given.game(0.4, 0.2, "2/3");
    for (double belief : new double[] {0, 1}) {
      Situation two = Given.situation(Given.star(2), Given.people(3, belief, 0), 0.5, 0.5, 0.5);
      assertThat(rule(game).pivotalProbability(0, two)).isZero();
      Situation one = Given.situation(Given.star(1), Given.people(2, belief, 0), 0.5, 0.5);
      assertThat(rule(game).pivotalProbability(0, one)).isEqualTo(belief);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.5, 0.77, 1})
  void withoutForecastOnlyTheBeliefCounts(double trust) {
    double nothing = Double.NaN;
    CollectiveRisk game = Given.game(0.4, 0.2, "0.5");
    Situation silent =
        Given.situation(
            Given.star(4), Given.people(5, 0.37, trust), 0.9, nothing, nothing, nothing, nothing);
    assertThat(rule(game).pivotalProbability(0, silent))
        .isEqualTo(PoissonBinomial.of(0.37, 0.37, 0.37, 0.37).probability(2));
  }

  @Test
  void aNeighborWithoutForecastIsExpectedToActAsBelieved() {
    CollectiveRisk game = Given.game(0.4, 0.2, "2/3");
    Situation half =
        Given.situation(Given.star(2), Given.people(3, 0.3, 1), ANYTHING, 0.9, Double.NaN);
    assertThat(rule(game).pivotalProbability(0, half)).isCloseTo(0.9 * 0.7 + 0.1 * 0.3, CLOSE);
  }

  @Test
  void beliefsDoNotLeakFromOneIndividualToAnother() {
    double[] beliefs = new double[40];
    Arrays.setAll(beliefs, i -> (i * 7 % 11) / 10.0);
    Network everyone = Given.complete(40);
    double[] told = DoubleStream.generate(() -> 0.5).limit(40).toArray();
    Situation mixed = Given.situation(everyone, Given.people(beliefs, 0.25), told);
    CollectiveRisk game = Given.game(0.9, 0.05, "0.5");
    for (int i = 0; i < 40; i++) {
      Situation alike = Given.situation(everyone, Given.people(40, beliefs[i], 0.25), told);
      assertThat(Given.respond(rule(game), mixed).actions().get(i))
          .isEqualTo(Given.respond(rule(game), alike).actions().get(i));
    }
    assertThat(Given.respond(rule(game), mixed).actions().mean()).isStrictlyBetween(0.0, 1.0);
  }

  @Test
  void sameBeliefAtDifferentDegreesIsNotTheSameProbability() {
    Network path = Given.path(4);
    Situation found = Given.situation(path, Given.people(4, 0.9, 0), 0.5, 0.5, 0.5, 0.5);
    // ends: T = 1 of 2, P = .1; inside: T = 2 of 3, P = 2 * .9 * .1 = .18
    assertThat(Given.respond(rule(Given.game(1, 0.15, "0.5")), found).actions().toArray())
        .containsExactly(0, 1, 1, 0);
  }

  @Test
  void aHubWithThousandsOfNeighbors() {
    int leaves = 2500;
    Network star = Given.star(leaves);
    double[] told = new double[leaves + 1];
    Arrays.setAll(told, i -> 0.3 + 0.4 * (i % 5) / 4.0); // mean 1/2
    double[] ofLeaves = Arrays.copyOfRange(told, 1, leaves + 1);
    Situation found = Given.situation(star, Given.people(leaves + 1, 0.5, 0.25), told);
    double byForecast = PoissonBinomial.of(ofLeaves).probability(1250);
    double byBelief = normalized(leaves, 1250);
    double pivotal = rule(Given.game(1, 0.01, "0.5")).pivotalProbability(0, found);
    assertThat(pivotal).isCloseTo(0.25 * byForecast + 0.75 * byBelief, CLOSE);
    assertThat(pivotal).isBetween(0.014, 0.018); // 1 / sqrt(2 pi m p q)
    assertThat(Given.respond(rule(Given.game(1, 0.01, "0.5")), found).actions().get(0))
        .isEqualTo(1);
    assertThat(Given.respond(rule(Given.game(1, 0.02, "0.5")), found).actions().get(0)).isZero();
  }

  /** C(m, k) 2^-m by logarithms. */
  private static double normalized(int trials, int successes) {
    double log = -trials * StrictMath.log(2);
    for (int k = 1; k <= successes; k++) {
      log += StrictMath.log((trials - successes + k) / (double) k);
    }
    return StrictMath.exp(log);
  }

  @Test
  void manyDifferentBeliefsCostNoMoreThanOne() {
    // a hub makes the memo long; to empty it for everyone would take 9e10 writes, half a minute
    int leaves = 300_000;
    double[] beliefs = new double[leaves + 1];
    Arrays.setAll(beliefs, i -> (i % 1000) / 1000.0);
    Situation found =
        Given.situation(Given.star(leaves), Given.people(beliefs, 0), new double[leaves + 1]);
    PivotalCooperation rule = rule(Given.game(1, 0.5, "1/300000"));
    Response done =
        assertTimeoutPreemptively(Duration.ofSeconds(25), () -> Given.respond(rule, found));
    assertThat(done.actions().sum())
        .isEqualTo(150_000); // leaves who believe below 1/2 that the hub acts
  }

  @Test
  void orderIsIrrelevantAndEveryoneWritesOnlyItsOwnRow() {
    Random random = new Random(20260402);
    Network ring = Given.complete(9);
    double[] told = random.doubles(9).toArray();
    double[] beliefs = random.doubles(9).toArray();
    Situation found = Given.situation(ring, Given.people(beliefs, 0.4), told);
    PivotalCooperation rule = rule(Given.game(0.8, 0.15, "0.5"));
    Response inOrder = Given.respond(rule, found);
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
    Collections.shuffle(order, random);
    Response.Draft shuffled = new Response.Draft(found.population());
    Responder shared = rule.in(found);
    for (int i : order) {
      double[] before = new Response.Draft(found.population()).finish().actions().toArray();
      Response.Draft alone = new Response.Draft(found.population());
      alone.hand().write(i, (individual, own) -> rule.respond(individual, found, own));
      double[] after = alone.finish().actions().toArray();
      assertThat(after[i]).isEqualTo(inOrder.actions().get(i));
      after[i] = before[i];
      assertThat(after).containsExactly(before);
      shuffled.hand().write(i, shared);
    }
    assertThat(shuffled.finish()).isEqualTo(inOrder);
  }

  private static PivotalCooperation rule(CollectiveRisk game) {
    return new PivotalCooperation(game, TieRule.DEFECT);
  }

  private static double action(
      CollectiveRisk game, Network network, Population people, double... told) {
    return Given.respond(rule(game), Given.situation(network, people, told)).actions().get(0);
  }

  private static CollectiveRisk game(JsonNode recorded) {
    return new CollectiveRisk(
        recorded.get("e").asDouble(),
        recorded.get("r").asDouble(),
        recorded.get("c").asDouble(),
        Share.of(recorded.get("T").asDouble()),
        Disaster.EXPECTED);
  }

  private static Situation situation(JsonNode recorded, double trust) {
    int size = recorded.get("group_size").asInt();
    return Given.situation(
        Given.star(size - 1),
        Given.people(size, recorded.get("alpha").asDouble(), trust),
        Given.before(ANYTHING, Given.numbers(recorded.get("predictions"))));
  }

  private static double centre(CollectiveRisk game, JsonNode recorded, double trust) {
    return rule(game).pivotalProbability(0, situation(recorded, trust));
  }

  private static boolean acts(CollectiveRisk game, TieRule ties, JsonNode recorded) {
    Situation found = situation(recorded, recorded.get("trust").asDouble());
    return Given.respond(new PivotalCooperation(game, ties), found).actions().get(0) == 1;
  }
}
