package org.sibyl.experiment.reproduction.riskcontrol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sibyl.behavior.NewPeople;
import org.sibyl.behavior.strategic.Unmoved;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Progress;
import org.sibyl.learning.Unchanging;
import org.sibyl.learning.riskcontrol.Calibration;
import org.sibyl.learning.riskcontrol.PerformativeRiskControl;
import org.sibyl.learning.riskcontrol.Plan;
import org.sibyl.learning.riskcontrol.SampleMode;
import org.sibyl.learning.riskcontrol.width.KnownVariance;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.screening.CarriedLoad;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;
import org.sibyl.population.source.DailyDemand;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskTarget;
import org.sibyl.prediction.risk.SafetyMargin;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.World;

/**
 * Demand over four weeks, of which a fifth of each surplus is carried over. What is held against it
 * is the closed form of this world, for of the published code only parameters are known: level 300,
 * tightness 85, 4032 moments, 5.96 % of margin per unit of lambda and a slope bound of 3204. The
 * risk moves by at most 358 per unit, so 400 is a bound as well.
 *
 * <p>Shortfall is max(0, N(-a, s^2)) with s^2 = 1000^2 (1 + beta^2) and a at least 0, whose
 * variance falls as a grows: it is at most that of a = 0, s^2 (1/2 - 1 / (2 pi)).
 */
final class DemandForecasts implements Reproduction {
  private static final int MOMENTS = 4032;
  private static final int LONG = 500 * MOMENTS;
  private static final double SHARE = 0.2;
  private static final DailyDemand DEMAND = new DailyDemand(30_000, 15_000, 1000, 144);
  private static final RiskTarget RISK =
      new RiskTarget(new SafetyMargin(0.0596), new MeanRisk(), 300);
  private static final double NEIGHBORS = 1.385;
  private static final double TIGHTNESS = 85;
  private static final double VARIANCE = 1e6 * (1 + SHARE * SHARE) * (0.5 - 0.5 / StrictMath.PI);

  @Override
  public String name() {
    return "prc-forecasting";
  }

  @Override
  public String reference() {
    return "Li et al. 2025, regression example of the published code";
  }

  @Override
  public String statement() {
    return "a safety margin shrinks until the mean shortfall is just below the level";
  }

  @Override
  public Axes axes() {
    return Axes.lines("round", "lambda", "shortfall").by("tau");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("tau", "round", "lambda", "shortfall");
    for (double deployed : new double[] {1, 0.5, 0}) {
      Cohort cohort = longRun(bench, deployed);
      for (double judged : new double[] {deployed, deployed / 2}) {
        figure.put(
            "shortfall at lambda " + judged + " where " + deployed + " is deployed",
            estimated(cohort, judged));
        if (deployed == 0) {
          break; // both are 0
        }
      }
    }
    for (double slope : new double[] {400, 3204}) {
      trajectories(bench, figure, slope, bench.full() ? 100 : 20);
    }
    return figure;
  }

  private static PerformativeRiskControl control(Workbench bench, double slope) {
    return new PerformativeRiskControl(
        TIGHTNESS,
        Experiment.FAILURE,
        slope,
        bench.width().apply(new KnownVariance(VARIANCE)),
        1,
        0,
        SampleMode.FRESH,
        OptionalInt.empty(),
        1,
        0,
        1,
        RISK);
  }

  private static Dynamics dynamics(Workbench bench, Randomness randomness) {
    PopulationDesign design =
        new PopulationDesign(
            OptionalInt.empty(), Values.all(0.5), Values.all(0.5), Optional.of(DEMAND));
    double share = bench.sensitivity().applyAsDouble(SHARE);
    return bench
        .dynamics(new Unmoved(), new CarriedLoad(share), new NewPeople(design))
        .with(randomness);
  }

  private static World first(Workbench bench, int moments, Algorithm algorithm, Randomness random) {
    return bench.world(Population.of(DEMAND.draw(moments, random.at(Draw.FEATURES, 0))), algorithm);
  }

  /** What is seen where a lambda is deployed, for very long. */
  private static Cohort longRun(Workbench bench, double deployed) {
    Randomness random = Workbench.randomness();
    Algorithm still = (beginning, any) -> new Unchanging(RISK.rule().model(deployed));
    return dynamics(bench, random).play(first(bench, LONG, still, random)).cohort();
  }

  /**
   * With its standard error. Noise is correlated by beta / (1 + beta^2) = .192 between neighbors
   * and not beyond; functions of it are by no more, so that the variance of the mean is at most
   * 1.385 times that of independent losses.
   */
  private static Estimate estimated(Cohort cohort, double judged) {
    double[] losses = new double[cohort.size()];
    for (int t = 0; t < losses.length; t++) {
      losses[t] = RISK.rule().loss(cohort.features().get(t, 0), cohort.outcomes().get(t), judged);
    }
    Estimate independent = Estimate.mean(losses);
    return new Estimate(
        independent.value(), independent.standardError() * StrictMath.sqrt(NEIGHBORS));
  }

  private static double shortfall(Cohort cohort, double judged) {
    return RISK.risk(cohort.features(), cohort.outcomes(), judged);
  }

  private static void trajectories(Workbench bench, Figure figure, double slope, int runs) {
    PerformativeRiskControl control = control(bench, slope);
    Plan plan = Plan.solve(control, control.widths(MOMENTS)).orElseThrow();
    String place = "tau " + slope + ": ";
    figure.put(place + "rounds at most", plan.rounds());
    figure.put(place + "width", plan.width());
    figure.put(place + "least step", plan.leastStep());
    double[] lambdas = new double[runs];
    double[] shortfalls = new double[runs];
    int steps = 0;
    for (int run = 0; run < runs; run++) {
      Randomness random = Workbench.randomness().replicate(run);
      Dynamics dynamics = dynamics(bench, random);
      World world = first(bench, MOMENTS, control, random);
      List<double[]> path = new ArrayList<>();
      while (world.learner().progress() != Progress.FINISHED) {
        double lambda = ((Calibration) world.learner()).lambda();
        var round = dynamics.play(world);
        path.add(new double[] {lambda, shortfall(round.cohort(), lambda)});
        world = round.after();
      }
      lambdas[run] = ((Calibration) world.learner()).lambda();
      shortfalls[run] = shortfall(dynamics.play(world).cohort(), lambdas[run]);
      steps = StrictMath.max(steps, path.size());
      for (int t = 0; run == 0 && t < path.size(); t++) {
        figure.row(slope, t, path.get(t)[0], path.get(t)[1]);
      }
    }
    figure.put(place + "fewer steps than planned", steps <= plan.rounds());
    figure.put(place + "last lambda", Estimate.mean(lambdas));
    figure.put(place + "last shortfall", Estimate.mean(shortfalls));
  }
}
