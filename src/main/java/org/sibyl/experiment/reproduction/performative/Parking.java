package org.sibyl.experiment.reproduction.performative;

import org.sibyl.behavior.Keep;
import org.sibyl.behavior.ResetToBase;
import org.sibyl.behavior.ResponseModel;
import org.sibyl.behavior.strategic.Adaptation;
import org.sibyl.behavior.strategic.FeatureResponse;
import org.sibyl.behavior.strategic.PartialAdaptation;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.GivenParameters;
import org.sibyl.learning.descent.ConstantStep;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.learning.retraining.DelayedRetraining;
import org.sibyl.learning.retraining.EpochDescent;
import org.sibyl.learning.search.Statistic;
import org.sibyl.learning.search.TwoStage;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.drawn.ShownOutcome;
import org.sibyl.population.source.NormalSource;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.TargetLoss;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.World;

/**
 * The price of parking (Ray et al. 2022, SFpark): 90 % of a street is taken, 70 % should be, a
 * dollar more takes 15.7 % off, half of it in each round; loss (taken - .7)^2 + .001 / 2 dollars^2.
 * Who takes occupancy as given never changes the price. The elasticity is the paper's for one
 * street as remembered, all other numbers are stand-ins.
 */
final class Parking {
  private static final double ELASTICITY = -0.157;
  private static final double SHARE = 0.5;
  private static final int LENGTH = 5;
  private static final int ROUNDS = 400;

  private Parking() {}

  static void measure(Workbench bench, Figure figure) {
    Task task = Setting.task(bench, new TargetLoss(0.7, 1), 0.001, new Everywhere());
    FeatureResponse drivers = Setting.moving(bench, ELASTICITY, 1);
    Setting slow =
        setting(bench, drivers)
            .keeping(new PartialAdaptation(SHARE, Adaptation.INTERPOLATE, drivers), new Keep());
    GivenParameters dollar = Setting.at(1);
    Algorithm retraining = new DelayedRetraining(dollar, LENGTH, Minimiser.exact(), 0, task);
    ends(figure, slow, task, "retraining", retraining);
    ends(figure, slow, task, "epochs that are told of half", epochs(dollar, 1, task));
    ends(figure, slow, task, "epochs that know the share", epochs(dollar, SHARE, task));
    TwoStage stages = new TwoStage(dollar, 1, 10, Statistic.OUTCOME, Minimiser.exact(), task);
    ends(figure, setting(bench, drivers), task, "two stages where nobody is slow", stages);
  }

  private static Setting setting(Workbench bench, ResponseModel drivers) {
    NormalSource streets = new NormalSource(1, Values.all(0.9), 0.05, false, true);
    ShownOutcome taken = new ShownOutcome(0, Values.all(1), 0);
    return new Setting(bench, streets, 8, drivers, taken, new ResetToBase());
  }

  private static EpochDescent epochs(GivenParameters start, double share, Task task) {
    return new EpochDescent(start, LENGTH, new ConstantStep(10), true, share, task);
  }

  private static void ends(
      Figure figure, Setting setting, Task task, String name, Algorithm algorithm) {
    World last = setting.worlds(algorithm, 0, ROUNDS).get(ROUNDS);
    Problem problem = task.on(1);
    double[] price = Setting.theta(last);
    double risk = problem.value(price, setting.dynamics(0).play(last).cohort());
    figure.put("parking, " + name + ": price", price[0]);
    figure.put("parking, " + name + ": risk", risk);
  }
}
