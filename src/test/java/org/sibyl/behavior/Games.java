package org.sibyl.behavior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Matrix;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.PerformativeGradient;
import org.sibyl.prediction.SteeringLoss;
import org.sibyl.prediction.TrustFlow;

/** Games that were played, for tests of their derivatives. */
final class Games {
  private Games() {}

  /** Everybody observed: what was said and done in each round. */
  static List<Cohort> rounds(double[][] told, double[][] did) {
    List<Cohort> rounds = new ArrayList<>();
    for (int s = 0; s < told.length; s++) {
      int size = told[s].length;
      rounds.add(
          new Cohort(
              s + 1,
              IntStream.range(0, size).toArray(),
              Matrix.of(size, 0),
              Column.of(told[s]),
              Column.of(did[s]),
              Optional.empty(),
              Optional.empty()));
    }
    return rounds;
  }

  /** The derivative for these people, as the behavior hands it out. */
  static PerformativeGradient gradient(
      CollectiveRisk game, TrustRule trust, Population newcomers, Network network) {
    return new PivotalCooperation(game, TieRule.DEFECT)
        .performativeGradient(trust, newcomers, network)
        .orElseThrow();
  }

  static PerformativeGradient.Slopes slopes(NaiveGame game, SteeringLoss loss, TrustFlow flow) {
    return gradient(game.game(), game.trust(), game.newcomers(), game.network())
        .of(loss, flow, rounds(game.told(), game.did()));
  }

  /** A network in which each pair is joined with this chance. */
  static Network network(int size, double chance, Random random) {
    List<int[]> edges = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        if (random.nextDouble() < chance) {
          edges.add(new int[] {i, j});
        }
      }
    }
    return Network.of(size, edges.toArray(int[][]::new));
  }

  /** People with beliefs and trusts of their own. */
  static Population people(double[] beliefs, double... trusts) {
    return org.sibyl.Given.people(beliefs, 0.5)
        .with(Attribute.TRUST, Column.generate(trusts.length, i -> LogOdds.of(trusts[i])));
  }

  static double[][] numbers(int rounds, int size, double low, double high, Random random) {
    return IntStream.range(0, rounds)
        .mapToObj(s -> random.doubles(size, low, high).toArray())
        .toArray(double[][]::new);
  }

  static double[][] actions(int rounds, int size, Random random) {
    return IntStream.range(0, rounds)
        .mapToObj(s -> random.ints(size, 0, 2).mapToDouble(a -> a).toArray())
        .toArray(double[][]::new);
  }

  /** All aims with both weightings, at two temperatures. */
  static List<SteeringLoss> losses() {
    List<SteeringLoss> all = new ArrayList<>();
    for (SteeringLoss.Aim aim : SteeringLoss.Aim.values()) {
      for (double temperature : new double[] {1, 0.2}) {
        all.add(new SteeringLoss(aim, temperature, false));
        all.add(new SteeringLoss(aim, temperature, true));
      }
    }
    return all;
  }
}
