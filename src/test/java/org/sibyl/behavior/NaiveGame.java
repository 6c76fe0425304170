package org.sibyl.behavior;

import org.sibyl.network.Network;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.prediction.SteeringLoss;
import org.sibyl.prediction.TrustFlow;

/**
 * A game and its derivatives by brute force, after the definitions: all that neighbors and groups
 * may do is enumerated, trust is Bayes' rule, and every number carries its derivative in one
 * forecast along.
 */
@SuppressWarnings("ArrayRecordComponent") // made to be read, not compared
record NaiveGame(
    CollectiveRisk game,
    TrustRule trust,
    Population newcomers,
    Network network,
    double[][] told,
    double[][] did) {

  /** A number and its derivative. */
  private record Dual(double value, double slope) {
    static Dual of(double value) {
      return new Dual(value, 0);
    }

    Dual plus(Dual other) {
      return new Dual(value + other.value, slope + other.slope);
    }

    Dual times(Dual other) {
      return new Dual(
          value * other.value,
          (other.slope == 0 ? 0 : value * other.slope) + (slope == 0 ? 0 : slope * other.value));
    }

    Dual times(double factor) {
      return times(of(factor));
    }

    Dual complement() {
      return new Dual(1 - value, -slope);
    }

    Dual log() {
      return new Dual(Math.log(value), slope == 0 ? 0 : slope / value);
    }

    Dual sigmoid() {
      double p = 1 / (1 + Math.exp(-value));
      return new Dual(p, slope * p / (1 + Math.exp(value)));
    }

    Dual fixed() {
      return of(value);
    }

    Dual within(double low, double high) {
      boolean inside = value > low && value < high;
      return inside ? this : of(Math.min(high, Math.max(low, value)));
    }
  }

  /** The loss of the game. */
  double loss(SteeringLoss loss) {
    return play(loss, TrustFlow.FULL, -1, -1, told).value;
  }

  /**
   * The loss after other forecasts, actions frozen; where actions count as given and move with the
   * forecasts they are what they were plus the change of S.
   */
  double lossAfter(SteeringLoss loss, double[][] other) {
    return play(loss, TrustFlow.FULL, -1, -1, other).value;
  }

  /** Its derivative in one forecast. */
  double slope(SteeringLoss loss, TrustFlow flow, int round, int individual) {
    return play(loss, flow, round, individual, told).slope;
  }

  private Dual play(SteeringLoss loss, TrustFlow flow, int round, int individual, double[][] said) {
    int size = network.size();
    Dual[] odds = start();
    Dual[] oddsAsTold = start();
    Dual sum = Dual.of(0);
    for (int s = 0; s < said.length; s++) {
      Dual[] forecasts = new Dual[size];
      Dual[] asTold = new Dual[size];
      Dual[] smooth = new Dual[size];
      for (int j = 0; j < size; j++) {
        forecasts[j] = new Dual(said[s][j], s == round && j == individual ? 1 : 0);
        asTold[j] = Dual.of(told[s][j]);
      }
      Dual[] labels = new Dual[size];
      for (int i = 0; i < size; i++) {
        smooth[i] = smooth(loss, flow, forecasts, odds[i], i);
        double before = smooth(loss, flow, asTold, oddsAsTold[i], i).value;
        boolean moves = loss.aim() == SteeringLoss.Aim.ACCURACY_PERFORMATIVE;
        labels[i] =
            moves
                ? new Dual(did[s][i] + (smooth[i].value - before), smooth[i].slope)
                : Dual.of(did[s][i]);
      }
      sum = sum.plus(ofRound(loss, forecasts, smooth, labels));
      odds = revised(flow, odds, forecasts, s);
      oddsAsTold = revised(flow, oddsAsTold, asTold, s);
    }
    return sum;
  }

  private Dual[] start() {
    Dual[] odds = new Dual[network.size()];
    for (int i = 0; i < odds.length; i++) {
      odds[i] = Dual.of(newcomers.column(Attribute.TRUST).get(i));
    }
    return odds;
  }

  private double belief(int i) {
    return newcomers.column(Attribute.INNATE_BELIEF).get(i);
  }

  private Dual smooth(SteeringLoss loss, TrustFlow flow, Dual[] forecasts, Dual odds, int i) {
    int degree = network.degree(i);
    Dual[] byForecast = new Dual[degree];
    Dual[] byBelief = new Dual[degree];
    for (int k = 0; k < degree; k++) {
      byBelief[k] = Dual.of(belief(i));
      Dual said = forecasts[network.neighbor(i, k)];
      byForecast[k] = Double.isNaN(said.value) ? byBelief[k] : said;
    }
    int missing = game.needed(degree + 1) - 1;
    Dual trusted = flow == TrustFlow.BLOCK_TRUST ? odds.sigmoid().fixed() : odds.sigmoid();
    Dual pivotal =
        trusted
            .times(chance(byForecast, missing, missing))
            .plus(trusted.complement().times(chance(byBelief, missing, missing)));
    Dual gain = pivotal.times(game.riskOfLoss()).plus(Dual.of(-game.contributionCost()));
    return gain.times(game.endowment() / loss.temperature()).sigmoid();
  }

  /** The chance of so many successes: all that may happen, one by one. */
  private static Dual chance(Dual[] trials, int from, int to) {
    Dual sum = Dual.of(0);
    for (int subset = 0; subset < 1 << trials.length; subset++) {
      int successes = Integer.bitCount(subset);
      if (successes >= from && successes <= to) {
        Dual product = Dual.of(1);
        for (int k = 0; k < trials.length; k++) {
          product = product.times((subset >> k & 1) == 1 ? trials[k] : trials[k].complement());
        }
        sum = sum.plus(product);
      }
    }
    return sum;
  }

  private Dual ofRound(SteeringLoss loss, Dual[] forecasts, Dual[] smooth, Dual[] labels) {
    Dual sum = Dual.of(0);
    for (int i = 0; i < smooth.length; i++) {
      sum =
          sum.plus(
              switch (loss.aim()) {
                case INDIVIDUAL -> smooth[i].times(-1);
                case GROUP -> group(loss, smooth, i);
                case ACCURACY, ACCURACY_PERFORMATIVE ->
                    surprise(forecasts[i], labels[i]).times(1.0 / smooth.length);
              });
    }
    return sum;
  }

  private Dual group(SteeringLoss loss, Dual[] smooth, int owner) {
    int others = network.degree(owner);
    Dual[] members = new Dual[others + 1];
    for (int k = 0; k < others; k++) {
      members[k] = smooth[network.neighbor(owner, k)];
    }
    members[others] = smooth[owner];
    double worth = loss.principled() ? game.riskOfLoss() * game.endowment() : 1;
    double cost = game.contributionCost() * (loss.principled() ? game.endowment() : 1);
    return chance(members, game.needed(others + 1), others + 1)
        .times(-worth)
        .plus(smooth[owner].times(cost));
  }

  private static Dual surprise(Dual forecast, Dual label) {
    if (Double.isNaN(forecast.value)) {
      return Dual.of(0);
    }
    return label
        .times(forecast.log())
        .plus(label.complement().times(forecast.complement().log()))
        .times(-1);
  }

  private Dual[] revised(TrustFlow flow, Dual[] odds, Dual[] forecasts, int round) {
    if (!(trust instanceof BayesianTrust bayesian)) {
      return odds;
    }
    boolean floored = bayesian.zero() == ZeroPolicy.FLOOR;
    double floor = floored ? bayesian.floor() : 0;
    Dual[] next = new Dual[odds.length];
    for (int i = 0; i < odds.length; i++) {
      Dual before = flow == TrustFlow.BLOCK_PREVIOUS_TRUST ? odds[i].fixed() : odds[i];
      Dual after = before.plus(evidence(forecasts, did[round], i, floor));
      after = floored && Double.isFinite(after.value) ? after.within(-700, 700) : after;
      next[i] = Double.isNaN(after.value) ? before : after;
    }
    return next;
  }

  private Dual evidence(Dual[] forecasts, double[] actions, int i, double floor) {
    Dual told = Dual.of(0);
    double believed = 0;
    for (int k = 0; k < network.degree(i); k++) {
      int j = network.neighbor(i, k);
      if (!Double.isNaN(forecasts[j].value)) {
        Dual forecast = forecasts[j].within(floor, 1 - floor);
        Dual innate = Dual.of(belief(i)).within(floor, 1 - floor);
        boolean acted = actions[j] == 1;
        told = told.plus((acted ? forecast : forecast.complement()).log());
        believed += (acted ? innate : innate.complement()).log().value;
      }
    }
    return told.plus(Dual.of(-believed));
  }
}
