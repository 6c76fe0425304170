package org.sibyl.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.sibyl.ScoreLaw;
import org.sibyl.numeric.Workers;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/**
 * What the two shipped worlds of lending show, with a learner that is retrained in each round. The
 * rounds' decisions are those of fixed models, which is asserted person by person; on that event
 * the law is the exact chain, and means over a group obey Hoeffding's bound: false alarm 1e-9 each,
 * 60 of them.
 */
class DelayedImpactScenariosTest {
  private static final double[] CLUSTERS = {1, 2, 3, 4, 5, 6, 7};
  private static final double[] LEVELS = {325, 400, 475, 550, 625, 700, 775, 850};
  private static final double[][] FICO = {
    {3.4, 5.7, 9.0, 12.6, 19.0, 24.0, 23.4, 2.9}, {14.8, 19.2, 22.9, 17.5, 13.3, 7.8, 4.0, 0.5}
  };
  private static final DoubleUnaryOperator FICO_CHANCE =
      ScoreLaw.steps(
          new double[] {300, 375, 450, 525, 600, 675, 750, 825},
          0.15,
          0.27,
          0.44,
          0.62,
          0.78,
          0.88,
          0.94,
          0.97);
  private static final ScoreLaw.Moves FICO_MOVES = new ScoreLaw.Moves(75, 150, 300, 850);

  private static List<Round> played(String name, String... overrides) {
    Scenario scenario =
        ScenarioReader.read(
                Path.of("scenarios", "performative", name + ".yaml"), List.of(overrides))
            .scenario();
    Dynamics dynamics = scenario.dynamics(0, Workers.serial());
    List<Round> rounds = new ArrayList<>();
    World world = scenario.world(0);
    for (int k = 0; k < scenario.rounds(); k++) {
      rounds.add(dynamics.play(world));
      world = rounds.get(k).after();
    }
    return rounds;
  }

  private static boolean member(Round round, int individual, int group) {
    return round.response().features().get(individual, 1 + group) == 1;
  }

  private static double mean(Round round, int group) {
    double sum = 0;
    for (int i = 0; i < round.outcomes().labels().size(); i++) {
      sum += member(round, i, group) ? round.response().features().get(i, 0) : 0;
    }
    return sum / count(round, group);
  }

  private static int count(Round round, int group) {
    int count = 0;
    for (int i = 0; i < round.outcomes().labels().size(); i++) {
      count += member(round, i, group) ? 1 : 0;
    }
    return count;
  }

  /** Everybody is accepted just when the fixed rule says so. */
  private static void decides(Round round, double cutOff, DoublePredicate accepted) {
    for (int i = 0; i < round.outcomes().labels().size(); i++) {
      double score = round.response().features().get(i, 0);
      if (round.deployment().predictions().get(i) >= cutOff != accepted.test(score)) {
        throw new AssertionError("round " + round.number() + " decides otherwise on " + score);
      }
    }
  }

  /** Expected mean scores before each round, by the exact chain. */
  private static List<Double> means(
      ScoreLaw first,
      int rounds,
      IntFunction<DoublePredicate> accepted,
      DoubleUnaryOperator chance,
      ScoreLaw.Moves moves) {
    List<Double> means = new ArrayList<>();
    ScoreLaw law = first;
    for (int round = 1; round <= rounds; round++) {
      means.add(law.mean());
      law = law.next(accepted.apply(round), chance, moves);
    }
    return means;
  }

  @Test
  void clustersRiseAndThenFall() {
    double[][] shares = {{0, 0.1, 0.1, 0.2, 0.3, 0.3, 0}, {0.1, 0.1, 0.2, 0.3, 0.3, 0, 0}};
    double[][] shown = {{4.6, 4.955, 4.583}, {3.6, 3.966, 3.740}}; // rounds 1, 5 or 6, 20
    int[] highest = {5, 6};
    DoubleUnaryOperator chance = ScoreLaw.steps(CLUSTERS, 0.1, 0.2, 0.45, 0.6, 0.65, 0.7, 0.7);
    IntFunction<DoublePredicate> accepted = round -> score -> round == 1 || score >= 4;
    List<Round> rounds = played("delayed-impact", "population.size=100000");
    rounds.forEach(round -> decides(round, -0.2007, accepted.apply(round.number())));
    for (int group = 0; group < 2; group++) {
      List<Double> means =
          means(
              ScoreLaw.of(CLUSTERS, shares[group]),
              20,
              accepted,
              chance,
              new ScoreLaw.Moves(1, 1, 1, 7));
      assertThat(means.get(0)).isCloseTo(shown[group][0], within(1e-12));
      assertThat(means.get(highest[group] - 1))
          .isCloseTo(shown[group][1], within(5e-4))
          .isEqualTo(means.stream().mapToDouble(m -> m).max().orElseThrow());
      assertThat(means.get(19)).isCloseTo(shown[group][2], within(5e-4));
      double bound = ScoreLaw.strays(6, count(rounds.get(0), group));
      for (int k = 0; k < 20; k++) {
        assertThat(mean(rounds.get(k), group)).isCloseTo(means.get(k), within(bound));
      }
    }
  }

  /** One round: the change of a person's score lies within 225 points. */
  private static void oneRound(double cutOff, double least, double... changes) {
    List<Round> rounds =
        played(
            "delayed-impact-fico",
            "population.size=100000",
            "rounds=3",
            "carryover.cut-off=" + cutOff);
    DoublePredicate nobody = score -> false;
    DoublePredicate accepted = score -> score >= least;
    decides(rounds.get(0), cutOff, nobody);
    decides(rounds.get(1), cutOff, accepted);
    for (int group = 0; group < 2; group++) {
      ScoreLaw first = ScoreLaw.of(LEVELS, FICO[group]);
      double change = first.next(accepted, FICO_CHANCE, FICO_MOVES).mean() - first.mean();
      assertThat(change).isCloseTo(changes[group], within(5e-3));
      double bound = ScoreLaw.strays(225, count(rounds.get(0), group));
      double seen = mean(rounds.get(2), group) - mean(rounds.get(1), group);
      assertThat(seen).isCloseTo(change, within(bound));
      assertThat(Math.signum(seen)).isEqualTo(Math.signum(change));
      assertThat(Math.abs(change)).isGreaterThan(bound); // so the sign is sure
    }
  }

  @Test
  void aLenientBankLowersTheScoresOfTheGroupThatHasLittle() {
    oneRound(-0.62, 440, 24.71, -3.94);
  }

  @Test
  void aBankThatBreaksEvenRaisesBoth() {
    oneRound(1.386, 640, 25.78, 6.18);
  }

  /** Bank's utility in the first round of loans, by the table: share x (5 p - 4). */
  @Test
  void leniencyCostsTheBankToo() {
    double[] lenient = {-0.0100, -0.5196};
    double[] strict = {0.2844, 0.0634};
    for (int group = 0; group < 2; group++) {
      ScoreLaw law = ScoreLaw.of(LEVELS, FICO[group]);
      assertThat(law.mean(x -> x < 440 ? 0 : 5 * FICO_CHANCE.applyAsDouble(x) - 4))
          .isCloseTo(lenient[group], within(1e-4));
      assertThat(law.mean(x -> x < 640 ? 0 : 5 * FICO_CHANCE.applyAsDouble(x) - 4))
          .isCloseTo(strict[group], within(1e-4));
    }
  }
}
