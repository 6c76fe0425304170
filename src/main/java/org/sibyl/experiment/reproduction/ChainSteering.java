package org.sibyl.experiment.reproduction;

import java.util.function.Predicate;
import org.sibyl.behavior.BayesianTrust;
import org.sibyl.learning.chain.ChainMove;
import org.sibyl.learning.chain.ChainPolicy;
import org.sibyl.learning.chain.ChainRegime;
import org.sibyl.learning.chain.ChainValue;
import org.sibyl.network.PathNetwork;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Share;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.population.Attribute;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/**
 * How a Predictor that wants welfare spends and regains trust on a chain of three (Góis et al.
 * 2025, Figures 6 and 13, Appendix D). The agents revise their trust; the Predictor only assumes
 * it.
 *
 * @param name on the command line
 * @param reference figure of the paper
 * @param statement what it shows
 * @param policy the policy of the figure
 */
record ChainSteering(String name, String reference, String statement, ChainPolicy.Policy policy)
    implements Reproduction {
  private static final int CENTER = 1;
  private static final int END = 2;
  private static final int STEPS = 40;
  private static final int LONG_RUN = 20_000;
  private static final double[] DISCOUNTS = {0.3, 0.4, 0.5, 0.9};
  private static final double[] OPTIMAL_DISCOUNTS = {0.4, 0.5, 0.6, 0.7, 0.75, 0.8};

  static ChainSteering figure6() {
    return new ChainSteering(
        "games-figure-6",
        "Góis et al. 2025, Figure 6",
        "trust is spent on success and regained by forecasting failure: a saw-tooth",
        ChainPolicy.Policy.MEDIUM);
  }

  static ChainSteering figure13() {
    return new ChainSteering(
        "games-figure-13",
        "Góis et al. 2025, Figure 13",
        "an impatient Predictor regains trust slowly, by small successes",
        ChainPolicy.Policy.LOW);
  }

  @Override
  public Axes axes() {
    return Axes.lines("step", "trust-of-center", "accuracy-for-end", "group-success");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("step", "trust-of-center", "accuracy-for-end", "group-success");
    CollectiveRisk game = bench.game(0.5, 0.3, Share.of(2, 3));
    Dynamics dynamics = bench.dynamics(game, BayesianTrust.withFloor());
    ChainPolicy chosen = new ChainPolicy(policy, 0.5, 0.8, 0.5, 0.6, 0.01);
    World world =
        bench.world(
            new PathNetwork().generate(3, Workbench.randomness().at(Draw.NETWORK, 0)),
            0.8,
            0.5,
            chosen);
    double[] rewards = new double[LONG_RUN];
    for (int step = 0; step < LONG_RUN; step++) {
      Round round = dynamics.play(world);
      world = round.after();
      rewards[step] = Retraining.successes(round);
      if (step < STEPS) {
        put(figure, step, round);
      }
    }
    figure.put("mean share of groups succeeding", mean(rewards, STEPS) / 3);
    figure.put("average reward", mean(rewards, LONG_RUN));
    for (double discount : DISCOUNTS) {
      figure.put("discounted reward, discount " + shown(discount), discounted(rewards, discount));
    }
    if (policy == ChainPolicy.Policy.MEDIUM) {
      optimum(bench, figure);
    }
    return figure;
  }

  private static void put(Figure figure, int step, Round round) {
    double trust =
        LogOdds.probability(round.after().population().column(Attribute.TRUST).get(CENTER));
    double told = round.deployment().predictions().get(END);
    double accuracy = round.response().actions().get(END) == 1 ? told : 1 - told;
    double success = Retraining.successes(round) / 3.0;
    figure.put("after step " + step + ": trust of the center", trust);
    figure.put("step " + step + ": accuracy for the end", accuracy);
    figure.put("step " + step + ": groups succeeding", success);
    figure.row(step, trust, accuracy, success);
  }

  private static double mean(double[] numbers, int count) {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += numbers[k];
    }
    return sum / count;
  }

  private static double discounted(double[] rewards, double discount) {
    double value = 0;
    for (int k = rewards.length - 1; k >= 0; k--) {
      value = rewards[k] + discount * value;
    }
    return value;
  }

  private static void optimum(Workbench bench, Figure figure) {
    CollectiveRisk game = bench.game(0.5, 0.3, Share.of(2, 3));
    ChainRegime regime = new ChainRegime(0.8, game.contributionCost() / game.riskOfLoss(), 0.01);
    double start = LogOdds.of(0.5);
    double firstOut = start + regime.gainOfCenter(ChainMove.EVERYONE, start);
    figure.put(
        "discount from which waiting beats a small reward when 3 is first out of reach",
        threshold(regime, value -> waits(value, firstOut)));
    figure.put(
        "discount from which waiting is optimal wherever 3 is out of reach",
        threshold(regime, value -> !somewhere(regime, value, false, ChainMove.LEAVES)));
    figure.put(
        "discount from which waiting is optimal somewhere though 3 is in reach",
        threshold(regime, value -> somewhere(regime, value, true, ChainMove.NOBODY)));
    figure.put(
        "discount from which waiting is optimal at the start",
        threshold(regime, value -> value.bestMove(start) == ChainMove.NOBODY));
    for (double discount : OPTIMAL_DISCOUNTS) {
      figure.put(
          "optimal value, discount " + shown(discount),
          new ChainValue(regime, discount).valueAt(start));
    }
  }

  private static boolean waits(ChainValue value, double logOdds) {
    return value.worth(ChainMove.NOBODY, logOdds) > value.worth(ChainMove.LEAVES, logOdds);
  }

  /** Whether a move is the best somewhere from log-odds of -8 on, where 3 is in reach or not. */
  private static boolean somewhere(
      ChainRegime regime, ChainValue value, boolean inReach, ChainMove move) {
    for (int k = 0; k <= 1600; k++) {
      double logOdds = -8 + k * 0.01;
      if (regime.canMoveEveryone(logOdds) == inReach && value.bestMove(logOdds) == move) {
        return true;
      }
    }
    return false;
  }

  /** The discount from which on something holds. */
  private static double threshold(ChainRegime regime, Predicate<ChainValue> holds) {
    double no = 0.05;
    double yes = 0.95;
    while (yes - no > 1e-4) {
      double middle = (no + yes) / 2;
      if (holds.test(new ChainValue(regime, middle))) {
        yes = middle;
      } else {
        no = middle;
      }
    }
    return (no + yes) / 2;
  }

  private static String shown(double discount) {
    return Double.toString(discount).substring(1);
  }
}
