package org.sibyl.experiment.reproduction.performative;

import java.util.List;
import org.sibyl.behavior.Keep;
import org.sibyl.behavior.strategic.Adaptation;
import org.sibyl.behavior.strategic.PartialAdaptation;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.learning.retraining.DelayedRetraining;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LinearLoss;
import org.sibyl.prediction.Task;

/**
 * People who get only half of the way to where they are going in each round, or half of whom do:
 * how fast retraining converges when each model is held for some rounds. Where the loss is
 * theta^2/2 - theta z the best answer is the mean of z, as in mean estimation. And drivers who get
 * used to a price of parking, which retraining leaves as it is.
 */
final class GeometricDecay implements Reproduction {
  private static final double SENSITIVITY = 0.6;
  private static final double STABLE = 1 / (1 - SENSITIVITY);
  private static final int REFITS = 8;

  @Override
  public String name() {
    return "geometric-decay";
  }

  @Override
  public String reference() {
    return "Ray et al. 2022, geometric decay; Brown et al. 2022";
  }

  @Override
  public String statement() {
    return "each refit takes a model lambda^m + (1 - lambda^m) epsilon as far from stable as it was";
  }

  @Override
  public Axes axes() {
    return Axes.lines("refit", "distance").by("rounds", "vintages");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("rounds", "vintages", "refit", "distance");
    for (int rounds = 1; rounds <= 3; rounds++) {
      everybodyPartly(bench, figure, rounds);
      somebodyWholly(bench, figure, rounds);
    }
    Parking.measure(bench, figure);
    return figure;
  }

  private static DelayedRetraining held(Workbench bench, int rounds) {
    Task task = Setting.task(bench, new LinearLoss(-1), 1, new Everywhere());
    return new DelayedRetraining(Setting.at(0), rounds, Minimiser.exact(), 0, task);
  }

  private static Setting setting(Workbench bench, Adaptation mode) {
    Setting stateless = Setting.ofFeatures(bench, SENSITIVITY, 1);
    return stateless.keeping(
        new PartialAdaptation(0.5, mode, Setting.moving(bench, SENSITIVITY, 1)), new Keep());
  }

  private static void everybodyPartly(Workbench bench, Figure figure, int rounds) {
    Setting setting = setting(bench, Adaptation.INTERPOLATE);
    List<double[]> thetas = setting.thetas(held(bench, rounds), 0, 40 * rounds);
    double[] refitted = new double[41];
    for (int refit = 0; refit <= 40; refit++) {
      refitted[refit] = thetas.get(refit * rounds)[0];
    }
    for (int refit = 0; refit <= REFITS; refit++) {
      figure.row(rounds, 0, refit, STABLE - refitted[refit]);
    }
    String place = "held for " + rounds + ": ";
    double factor = (refitted[5] - refitted[4]) / (refitted[4] - refitted[3]);
    figure.put(place + "factor per refit", factor);
    figure.put(place + "theta after 8 refits", refitted[REFITS]);
    figure.put(place + "theta after 40 refits", refitted[40]);
  }

  private static void somebodyWholly(Workbench bench, Figure figure, int rounds) {
    Setting one = setting(bench, Adaptation.VINTAGES);
    Setting many =
        new Setting(bench, one.people(), 1000, one.response(), one.nature(), one.carryover());
    int runs = bench.full() ? 400 : 100;
    double[] ends = new double[runs];
    for (int run = 0; run < runs; run++) {
      ends[run] = many.last(held(bench, rounds), run, REFITS * rounds)[0];
    }
    Estimate mean = Estimate.mean(ends);
    figure.put("held for " + rounds + ", vintages: theta after 8 refits", mean);
    figure.row(rounds, 1, REFITS, STABLE - mean.value());
  }
}
