package org.sibyl.learning.equilibrium;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.InitialParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Several predictors who share one population: each owns a market and some parameters, sees its own
 * people, and people respond to all parameters (Narang, Faulkner, Drusvyatskiy, Fazel and Ratliff
 * 2023, Multiplayer performative prediction: learning in decision-dependent games, Journal of
 * Machine Learning Research 24; arXiv 2201.03398).
 *
 * <p>Parameters and features come in blocks of the same size, one for each player, and a person
 * belongs to the market in whose block it has its greatest absolute feature: features are one-hot,
 * or blocks that are 0 but for one. The regularization of the task counts in every player's own
 * risk, whatever its share of the people.
 *
 * <p>Players may also be rivals while the data stays: with rivalry r, player i's risk has the term
 * r_i theta_i . (sum of all other players' theta), as where volumes depress a common price. The
 * other terms of a player's risk do not depend on the others.
 *
 * <p>Repeated retraining: all at once move to the equilibrium of the game on what was just
 * observed, found by letting each in turn move to the minimiser of its own risk until nobody moves;
 * without rivalry one turn does it. Turns settle where the game's slopes are a symmetric positive
 * definite matrix, or own curvature is above all others' rivalry together. Where the static game is
 * alpha-strongly monotone and rho = sqrt(sum of (beta_i gamma_i / alpha)^2) is below 1 retraining
 * converges with factor rho to the only performatively stable equilibrium. With losses (z_i -
 * theta_i)^2 / 2 and means mu + E theta it is theta' = mu + E theta, which converges just when the
 * spectral radius of E is below 1. Gradient play: all at once make a step down their own gradient,
 * and converge to the same point; where each also counts its own influence on its own people, whose
 * derivative must be known, to a Nash equilibrium of the performative game if that is strongly
 * monotone. The influence is a number given, or, under anticipation, what a simulator tells of
 * people at the parameters in force (feedback F4).
 *
 * @param start the parameters of round 1, one for each player
 * @param parametersEach how many parameters each player has, at least 1
 * @param rule how players revise
 * @param step of gradient play and of anticipation, above 0
 * @param influence of each parameter on the outcomes of its owner's people, counted by gradient
 *     play; one for all or one each; 0 for the stable equilibrium
 * @param rivalry what a unit of another player's parameter adds to the slope of a player's risk in
 *     its own, while the data stays; one for all players or one each
 * @param minimiser of retraining
 * @param tolerance a new theta within this distance of the old one is not deployed, at least 0
 * @param task what is minimised; handed over
 */
@About(
    value = "one predictor for each market: all retrain, or all make a gradient step, at once",
    source = "Narang et al. 2023")
public record SeveralPredictors(
    @Parameter(value = "the parameters of round 1, one for all players or a list", byDefault = "0")
        InitialParameters start,
    @Parameter(
            value = "how many parameters, and features, each player has",
            range = "[1, inf)",
            byDefault = "1")
        int parametersEach,
    @Parameter(value = "how players revise", byDefault = "retraining") Rule rule,
    @Parameter(
            value = "step of gradient play and of anticipation",
            range = "(0, inf)",
            byDefault = "0.1")
        double step,
    @Parameter(
            value =
                "derivative of a market's outcomes in its own parameter, as gradient play counts",
            byDefault = "0",
            range = "(-inf, inf)")
        Values influence,
    @Parameter(
            value =
                "what a unit of another player's parameter adds to the slope of a player's risk",
            byDefault = "0",
            range = "(-inf, inf)")
        Values rivalry,
    @Parameter(value = "how retraining minimises", byDefault = "{}") Minimiser minimiser,
    @Parameter(
            value = "a new theta within this distance of the old one is not deployed",
            range = "[0, inf)",
            byDefault = "1e-9")
        double tolerance,
    Task task)
    implements Algorithm {
  private static final Range POSITIVE = Range.parse("(0, inf)");
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  /** How players revise. */
  public enum Rule {
    /** All move to the equilibrium of the game on what was observed. */
    RETRAINING,
    /** Each makes a step down the gradient of its own risk. */
    GRADIENT_PLAY,
    /** The same, counting how its own people move with its parameters, as a simulator tells. */
    ANTICIPATION
  }

  public SeveralPredictors {
    Check.atLeast("parameters-each", parametersEach, 1);
    Check.within("step", step, POSITIVE);
    Check.within("tolerance", tolerance, NOT_NEGATIVE);
    influence.within("influence", Range.FINITE);
    boolean counts =
        IntStream.range(0, influence.given().length).anyMatch(k -> influence.given()[k] != 0);
    if (rule != Rule.GRADIENT_PLAY && counts) {
      throw Check.invalid(
          "influence",
          influence.toString(),
          "is for gradient play; retraining takes data as given, and anticipation is told");
    }
    rivalry.within("rivalry", Range.FINITE);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    int features = beginning.features().columns();
    Problem problem = task.on(features);
    Check.sameSize("task.model", problem.dimension(), "the markets", features);
    if (features % parametersEach != 0) {
      throw Check.invalid(
          "parameters-each",
          Integer.toString(parametersEach),
          "must divide the " + features + " features");
    }
    double[] theta = problem.domain().project(start.draw(features, random));
    Column own = influence.column("influence", features);
    Column rival = rivalry.column("rivalry", features / parametersEach);
    return new Players(this, problem, own, rival, problem.model(theta));
  }

  @Override
  public boolean runsToHorizon() {
    return false;
  }
}
