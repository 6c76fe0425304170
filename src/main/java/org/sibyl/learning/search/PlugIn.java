package org.sibyl.learning.search;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.InitialParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Plug-in performative optimisation (Lin and Zrnic 2024, Plug-in performative optimization, ICML
 * 41; arXiv 2305.18728): explores, fits a class of distribution maps that may be wrong, and deploys
 * the minimiser of the performative risk under the fit for ever.
 *
 * <p>The excess risk is at most the misspecification of the class plus a statistical error of order
 * sqrt(1 / explorations); a wrong model thus beats methods without a model unless it is very wrong.
 * The classes here have a mean that is linear in theta, or linear in theta and its squares, and any
 * law around it. Where the true mean is mu + a theta + b theta^2 and exploration is normal with
 * deviation s around 0, the linear class fits the slope a and the constant mu + b s^2.
 *
 * @param center around which parameters are drawn
 * @param deviation s: of each parameter from it, above 0
 * @param explorations how many are deployed, at least as many as the mean has coefficients
 * @param degree of the model of the mean: 1 linear, 2 with squares of each parameter
 * @param statistic what moves with theta
 * @param minimiser how the risk under the fit is minimised
 * @param task what is minimised; handed over
 */
@About(
    value = "explores, fits a model of the data that may be wrong, deploys its optimum",
    source = "Lin and Zrnic 2024",
    draws = Draw.LEARNER)
public record PlugIn(
    @Parameter(value = "around which parameters are drawn", byDefault = "0")
        InitialParameters center,
    @Parameter(
            value = "deviation of each explored parameter from the center",
            range = "(0, inf)",
            byDefault = "1")
        double deviation,
    @Parameter(value = "how many random models are deployed", unit = "rounds", range = "[1, inf)")
        int explorations,
    @Parameter(
            value = "degree of the model of the mean: linear, or with squares",
            range = "[1, 2]",
            byDefault = "1")
        int degree,
    @Parameter(value = "what moves with theta", byDefault = "features") Statistic statistic,
    @Parameter(value = "how the risk under the fit is minimised", byDefault = "{}")
        Minimiser minimiser,
    Task task)
    implements Algorithm {
  private static final Range POSITIVE = Range.parse("(0, inf)");
  private static final Range DEGREES = Range.parse("[1, 2]");

  public PlugIn {
    Check.within("deviation", deviation, POSITIVE);
    Check.atLeast("explorations", explorations, 1);
    Check.within("degree", degree, DEGREES);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    Check.atLeast("explorations", explorations, MeanModel.terms(degree, problem.dimension()));
    double[] around = center.in(problem, random);
    var plan =
        new Exploration.Plan(
            Column.of(around), deviation, explorations, statistic, degree, minimiser);
    return Exploration.first(plan, problem, random);
  }
}
