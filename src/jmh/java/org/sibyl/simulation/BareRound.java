package org.sibyl.simulation;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.PoissonBinomial;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;

/**
 * A round of the collective risk dilemma with Bayesian trust and retraining as bare loops over
 * arrays that are overwritten: what the same arithmetic costs without columns, agents or records.
 * It is the yardstick of the benchmark and, in tests, an oracle: it gives the same bits.
 */
final class BareRound {
  private static final double FLOOR = 1e-9;
  private static final UniformRandomProvider NO_NOISE = () -> 0;

  private final double endowment;
  private final double risk;
  private final double cost;
  private final double threshold;

  private final int size;
  private final int[] offsets;
  private final int[] neighbors;
  private final double[] byDegree;
  private final PoissonBinomial.Kernel law = new PoissonBinomial.Kernel();

  final double[] forecast;
  final double[] belief;
  final double[] logOdds;
  final double[] actions;
  final double[] cooperators;
  final double[] successes;
  final double[] payoffs;
  private final double[] likelihoods;

  BareRound(World world, double endowment, double risk, double cost, double threshold) {
    this.endowment = endowment;
    this.risk = risk;
    this.cost = cost;
    this.threshold = threshold;
    Network network = world.network();
    Population population = world.population();
    size = network.size();
    offsets = new int[size + 1];
    neighbors = new int[2 * network.edgeCount()];
    for (int i = 0; i < size; i++) {
      offsets[i + 1] = offsets[i] + network.degree(i);
      for (int k = 0; k < network.degree(i); k++) {
        neighbors[offsets[i] + k] = network.neighbor(i, k);
      }
    }
    byDegree = new double[network.maximumDegree() + 1];
    forecast = column(world.learner().model().predict(population.features(), NO_NOISE));
    belief = column(population.column(Attribute.INNATE_BELIEF));
    logOdds = column(population.column(Attribute.TRUST));
    actions = column(population.column(Attribute.ACTION));
    cooperators = new double[size];
    successes = new double[size];
    payoffs = new double[size];
    likelihoods = new double[size];
  }

  private static double[] column(Column column) {
    return column.toArray();
  }

  void play() {
    respond();
    realize();
    trust();
    System.arraycopy(actions, 0, forecast, 0, size);
  }

  private void respond() {
    double believed = Double.NaN;
    for (int i = 0; i < size; i++) {
      int degree = offsets[i + 1] - offsets[i];
      int missingOne = (int) Math.ceil(threshold * (degree + 1) - FLOOR) - 1;
      double[] room = law.room(degree);
      for (int k = 0; k < degree; k++) {
        room[k] = forecast[neighbors[offsets[i] + k]];
      }
      if (belief[i] != believed) {
        java.util.Arrays.fill(byDegree, Double.NaN);
        believed = belief[i];
      }
      if (Double.isNaN(byDegree[degree])) {
        byDegree[degree] = law.binomial(missingOne, degree, believed);
      }
      double trusted = 1 / (1 + StrictMath.exp(-logOdds[i]));
      double pivotal =
          trusted * law.probability(missingOne, degree) + (1 - trusted) * byDegree[degree];
      actions[i] = endowment * (risk * pivotal - cost) > 0 ? 1 : 0;
    }
  }

  private void realize() {
    for (int i = 0; i < size; i++) {
      int count = (int) actions[i];
      for (int at = offsets[i]; at < offsets[i + 1]; at++) {
        count += (int) actions[neighbors[at]];
      }
      int needed = (int) Math.ceil(threshold * (offsets[i + 1] - offsets[i] + 1) - FLOOR);
      cooperators[i] = count;
      successes[i] = count >= needed ? 1 : 0;
      payoffs[i] = endowment * ((count >= needed ? 1 : 1 - risk) - (actions[i] == 1 ? cost : 0));
    }
  }

  private void trust() {
    for (int j = 0; j < size; j++) {
      double p = away(forecast[j]);
      likelihoods[j] = actions[j] == 1 ? StrictMath.log(p) : StrictMath.log1p(-p);
    }
    double believed = Double.NaN;
    double logBelief = 0;
    double logDisbelief = 0;
    for (int i = 0; i < size; i++) {
      if (belief[i] != believed) {
        believed = belief[i];
        logBelief = StrictMath.log(away(believed));
        logDisbelief = StrictMath.log1p(-away(believed));
      }
      double sum = 0;
      for (int at = offsets[i]; at < offsets[i + 1]; at++) {
        int j = neighbors[at];
        sum += likelihoods[j] - (actions[j] == 1 ? logBelief : logDisbelief);
      }
      logOdds[i] = StrictMath.max(-700, StrictMath.min(700, logOdds[i] + sum));
    }
  }

  private static double away(double p) {
    return StrictMath.max(FLOOR, StrictMath.min(1 - FLOOR, p));
  }
}
