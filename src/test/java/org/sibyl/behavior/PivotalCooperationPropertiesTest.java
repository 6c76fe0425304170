package org.sibyl.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.sibyl.Given;
import org.sibyl.numeric.PoissonBinomial;
import org.sibyl.numeric.Share;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.Disaster;

/** What holds for the best response in every game. */
class PivotalCooperationPropertiesTest {
  @Property(seed = "20260411", tries = 300)
  void theEndowmentCancels(
      @ForAll @DoubleRange(min = 0, max = 1) double risk,
      @ForAll @DoubleRange(min = 0, max = 1) double cost,
      @ForAll @DoubleRange(min = -12, max = 12) double magnitude,
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 1) Double> told,
      @ForAll @DoubleRange(min = 0, max = 1) double trust) {
    double money = StrictMath.pow(10, magnitude);
    assertThat(acts(money, risk, cost, told, trust)).isEqualTo(acts(1, risk, cost, told, trust));
  }

  private static double acts(
      double endowment, double risk, double cost, List<Double> told, double trust) {
    CollectiveRisk game =
        new CollectiveRisk(endowment, risk, cost, Share.of(0.5), Disaster.EXPECTED);
    return Given.respond(new PivotalCooperation(game, TieRule.DEFECT), around(told, trust))
        .actions()
        .get(0);
  }

  @Property(seed = "20260412", tries = 300)
  void theProbabilityIsTheMixtureOfTheTwoLaws(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0, max = 1) Double> told,
      @ForAll @DoubleRange(min = 0, max = 1) double trust,
      @ForAll @IntRange(min = 0, max = 21) int needed) {
    int size = told.size() + 1;
    Assume.that(needed <= size);
    CollectiveRisk game =
        new CollectiveRisk(1, 0.4, 0.2, Share.of(needed, size), Disaster.EXPECTED);
    double[] forecast = told.stream().mapToDouble(x -> x).toArray();
    double[] belief = new double[forecast.length];
    Arrays.fill(belief, 0.8);
    double expected =
        trust * PoissonBinomial.of(forecast).probability(needed - 1)
            + (1 - trust) * PoissonBinomial.of(belief).probability(needed - 1);
    assertThat(
            new PivotalCooperation(game, TieRule.DEFECT).pivotalProbability(0, around(told, trust)))
        .isBetween(0.0, 1.0)
        .isCloseTo(expected, within(1e-12));
  }

  @Property(seed = "20260413", tries = 200)
  void whoStandsWhereAmongTheNeighborsDoesNotMatter(
      @ForAll @Size(min = 2, max = 15) List<@DoubleRange(min = 0, max = 1) Double> told,
      @ForAll long shuffle) {
    List<Double> other = new java.util.ArrayList<>(told);
    Collections.shuffle(other, new Random(shuffle));
    PivotalCooperation rule = new PivotalCooperation(Given.game(0.4, 0.2, "0.5"), TieRule.DEFECT);
    assertThat(rule.pivotalProbability(0, around(other, 0.7)))
        .isCloseTo(rule.pivotalProbability(0, around(told, 0.7)), within(1e-12));
  }

  @Property(seed = "20260414", tries = 300)
  void silenceIsTheSameAsNoTrust(
      @ForAll @DoubleRange(min = 0, max = 1) double trust,
      @ForAll @DoubleRange(min = 0, max = 1) double belief,
      @ForAll @IntRange(min = 1, max = 12) int neighbors) {
    PivotalCooperation rule = new PivotalCooperation(Given.game(0.4, 0.2, "0.5"), TieRule.DEFECT);
    double[] nothing = new double[neighbors + 1];
    Arrays.fill(nothing, Double.NaN);
    Situation silent =
        Given.situation(Given.star(neighbors), Given.people(neighbors + 1, belief, trust), nothing);
    Situation distrusted =
        Given.situation(
            Given.star(neighbors),
            Given.people(neighbors + 1, belief, 0),
            new double[neighbors + 1]);
    assertThat(rule.pivotalProbability(0, silent))
        .isEqualTo(rule.pivotalProbability(0, distrusted)); // to the bit: ties stay ties
  }

  private static Situation around(List<Double> told, double trust) {
    double[] neighbors = told.stream().mapToDouble(x -> x).toArray();
    int size = neighbors.length + 1;
    return Given.situation(
        Given.star(neighbors.length), Given.people(size, 0.8, trust), Given.before(0.5, neighbors));
  }
}
