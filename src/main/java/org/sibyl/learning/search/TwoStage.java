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
 * The two-stage method for location families (Miller, Perdomo and Zrnic 2021, Outside the echo
 * chamber: optimizing the performative risk, ICML 38, section 4; arXiv 2102.08570): deploys normal
 * random parameters, regresses the data's mean on them, then minimises the risk of everybody's
 * residual moved by the fitted line, and deploys that for ever.
 *
 * <p>Right when the data is z0 + M theta: then the error of M falls as deviation of z / exploration
 * deviation times sqrt(dimensions / explorations), and where the performative risk is strongly
 * convex its excess falls as fast. It needs losses of models that are not deployed (feedback F2)
 * and no derivatives. The paper regresses without a constant; data that does not lie around 0 needs
 * one, so here there is one. Explorations are projected on the task's domain.
 *
 * @param center around which parameters are drawn
 * @param deviation s: of each parameter from it, above 0
 * @param explorations n: how many are deployed, more than there are parameters
 * @param statistic what moves with theta
 * @param minimiser how the risk under the fitted line is minimised
 * @param task what is minimised; handed over
 */
@About(
    value = "explores at random, fits how the mean of the data moves, then deploys the optimum",
    source = "Miller et al. 2021, section 4",
    draws = Draw.LEARNER)
public record TwoStage(
    @Parameter(value = "around which parameters are drawn", byDefault = "0")
        InitialParameters center,
    @Parameter(
            value = "deviation of each explored parameter from the center",
            range = "(0, inf)",
            byDefault = "1")
        double deviation,
    @Parameter(value = "how many random models are deployed", unit = "rounds", range = "[1, inf)")
        int explorations,
    @Parameter(value = "what moves with theta", byDefault = "features") Statistic statistic,
    @Parameter(value = "how the risk under the fit is minimised", byDefault = "{}")
        Minimiser minimiser,
    Task task)
    implements Algorithm {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public TwoStage {
    Check.within("deviation", deviation, POSITIVE);
    Check.atLeast("explorations", explorations, 1);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    Check.atLeast("explorations", explorations, MeanModel.terms(1, problem.dimension()));
    double[] around = center.in(problem, random);
    var plan =
        new Exploration.Plan(Column.of(around), deviation, explorations, statistic, 1, minimiser);
    return Exploration.first(plan, problem, random);
  }
}
