package org.sibyl.behavior;

import java.util.Arrays;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LeaveOneOutKernel;
import org.sibyl.numeric.LogOdds;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.SteeringLoss;

/**
 * What a {@link SteeringLoss} says of a round, and how that moves with everyone's gain of
 * cooperating and, directly, with forecasts. Scratch for one round after another.
 */
final class Steering {
  private final Game game;
  private final Network network;
  private final SteeringLoss loss;
  private final double successWeight;
  private final double costWeight;
  private final double[] smooth; // S, everyone's smoothed action
  private final double[] tilt; // derivative of the loss in S
  private final double[] steepness; // derivative of S in the gain
  private final LeaveOneOutKernel law = new LeaveOneOutKernel();

  Steering(Game game, Network network, SteeringLoss loss) {
    this.game = game;
    this.network = network;
    this.loss = loss;
    this.successWeight = loss.principled() ? game.gain(1) - game.gain(0) : 1;
    this.costWeight = loss.principled() ? -game.gain(0) : game.costShare();
    this.smooth = new double[network.size()];
    this.tilt = new double[network.size()];
    this.steepness = new double[network.size()];
  }

  /**
   * The loss of a round.
   *
   * @param pivots turned to this round
   */
  double judge(Pivots pivots, Cohort round) {
    for (int i = 0; i < smooth.length; i++) {
      double x = game.gain(pivots.probability(i)) / loss.temperature();
      smooth[i] = LogOdds.probability(x);
      steepness[i] = smooth[i] * LogOdds.probability(-x) / loss.temperature();
    }
    return switch (loss.aim()) {
      case INDIVIDUAL -> individual();
      case GROUP -> group();
      case ACCURACY, ACCURACY_PERFORMATIVE -> accuracy(round);
    };
  }

  /** The derivative of the loss in somebody's gain of cooperating, D. */
  double gainSlope(int i) {
    return tilt[i] * steepness[i];
  }

  private double individual() {
    double sum = 0;
    for (int i = 0; i < smooth.length; i++) {
      sum -= smooth[i];
      tilt[i] = -1;
    }
    return sum;
  }

  private double group() {
    double sum = 0;
    Arrays.fill(tilt, costWeight);
    for (int owner = 0; owner < smooth.length; owner++) {
      sum += costWeight * smooth[owner] - successWeight * success(owner);
    }
    return sum;
  }

  /** The chance that a group succeeds; its derivatives go to the tilts. */
  private double success(int owner) {
    int others = network.degree(owner);
    int needed = game.needed(others + 1);
    if (needed == 0) {
      return 1;
    }
    double[] room = law.room(others + 1);
    for (int k = 0; k < others; k++) {
      room[k] = smooth[network.neighbor(owner, k)];
    }
    room[others] = smooth[owner];
    law.follow(needed - 1, others + 1);
    for (int k = 0; k < others; k++) {
      tilt[network.neighbor(owner, k)] -= successWeight * law.without(k);
    }
    tilt[owner] -= successWeight * law.without(others);
    return law.above();
  }

  private double accuracy(Cohort round) {
    double sum = 0;
    for (int i = 0; i < smooth.length; i++) {
      double p = round.predictions().get(i);
      double action = round.outcomes().get(i);
      if (!Double.isNaN(p)) {
        sum -= action == 1 ? StrictMath.log(p) : StrictMath.log1p(-p);
      }
      boolean moves = loss.aim() == SteeringLoss.Aim.ACCURACY_PERFORMATIVE && !Double.isNaN(p);
      tilt[i] = moves ? (StrictMath.log1p(-p) - StrictMath.log(p)) / smooth.length : 0;
    }
    return sum / smooth.length;
  }

  /** Adds the derivatives in the forecasts, actions and gains held fixed. */
  void addDirectSlopes(Cohort round, double[] sum) {
    if (loss.aim() != SteeringLoss.Aim.ACCURACY
        && loss.aim() != SteeringLoss.Aim.ACCURACY_PERFORMATIVE) {
      return;
    }
    Column said = round.predictions();
    for (int i = 0; i < sum.length; i++) {
      double p = said.get(i);
      if (!Double.isNaN(p)) {
        sum[i] += (round.outcomes().get(i) == 1 ? -1 / p : 1 / (1 - p)) / sum.length;
      }
    }
  }
}
