package org.sibyl.learning.equilibrium;

import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.InitialParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.learning.optimization.Minimiser;
import org.sibyl.learning.optimization.SmoothFunction;
import org.sibyl.learning.retraining.Steps;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Domain;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Several predictors who share one population: each owns a market and one parameter, sees its own
 * people, and people respond to all parameters (Narang, Faulkner, Drusvyatskiy, Fazel and Ratliff
 * 2023, Multiplayer performative prediction: learning in decision-dependent games, Journal of
 * Machine Learning Research 24; arXiv 2201.03398).
 *
 * <p>A person belongs to the market whose feature is largest: features are one-hot, and theta has
 * an entry for each. The regularization of the task counts in every player's own risk, whatever its
 * share of the people.
 *
 * <p>Repeated retraining: all at once move to the minimiser of their own risk on what was just
 * observed. Where the static game is alpha-strongly monotone and rho = sqrt(sum of (beta_i gamma_i
 * / alpha)^2) is below 1 it converges with factor rho to the only performatively stable
 * equilibrium. With losses (z_i - theta_i)^2 / 2 and means mu + E theta it is theta' = mu + E
 * theta, which converges just when the spectral radius of E is below 1. Gradient play: all at once
 * make a step down their own gradient, and converge to the same point; where each also counts its
 * own influence on its own people, whose derivative must be known, to a Nash equilibrium of the
 * performative game if that is strongly monotone.
 *
 * @param start the parameters of round 1, one for each player
 * @param rule how players revise
 * @param step of gradient play, above 0
 * @param influence of each player's parameter on the outcomes of its own people, counted by
 *     gradient play; one for all or one each; 0 for the stable equilibrium
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
    @Parameter(value = "how players revise", byDefault = "retraining") Rule rule,
    @Parameter(value = "step of gradient play", range = "(0, inf)", byDefault = "0.1") double step,
    @Parameter(
            value =
                "derivative of a market's outcomes in its own parameter, as gradient play counts",
            byDefault = "0",
            range = "(-inf, inf)")
        Values influence,
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
    /** Each moves to the minimiser of its own risk on what was observed. */
    RETRAINING,
    /** Each makes a step down the gradient of its own risk. */
    GRADIENT_PLAY
  }

  public SeveralPredictors {
    Check.within("step", step, POSITIVE);
    Check.within("tolerance", tolerance, NOT_NEGATIVE);
    influence.within("influence", Range.FINITE);
    boolean counts =
        IntStream.range(0, influence.given().length).anyMatch(k -> influence.given()[k] != 0);
    if (rule == Rule.RETRAINING && counts) {
      throw Check.invalid(
          "influence",
          influence.toString(),
          "is for gradient play; retraining takes data as given");
    }
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    int players = beginning.features().columns();
    Problem problem = task.on(players);
    Check.sameSize("task.model", problem.dimension(), "the markets", players);
    double[] theta = problem.domain().project(start.draw(players, random));
    Column own = influence.column("influence", players);
    return new Players(this, problem, own, problem.model(theta));
  }

  @Override
  public boolean runsToHorizon() {
    return false;
  }

  /**
   * The learner on its way: all players together.
   *
   * @param algorithm its parameters
   * @param problem what is minimised
   * @param influence that each player counts
   * @param model of all, to deploy
   */
  record Players(SeveralPredictors algorithm, Problem problem, Column influence, Parametric model)
      implements Learner {
    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      double[] theta = model.theta();
      double[] next = theta.clone();
      for (int player = 0; player < next.length; player++) {
        Cohort people = market(episode.last(), player);
        if (people.size() > 0) {
          next[player] = revised(player, theta, people);
        }
      }
      double[] allowed = problem.domain().project(next);
      Parametric kept = Steps.kept(problem, model, allowed, algorithm.tolerance);
      return new Players(algorithm, problem, influence, kept);
    }

    private double revised(int player, double[] theta, Cohort people) {
      OwnRisk risk = new OwnRisk(problem, people, player, Column.of(theta));
      if (algorithm.rule == Rule.RETRAINING) {
        return algorithm.minimiser.minimise(risk, risk.domain(), theta[player]).theta()[0];
      }
      double outcomes = problem.meanOutcomeSlopes(theta, people).sum();
      double gradient = risk.gradient(new double[] {theta[player]})[0];
      return theta[player] - algorithm.step * (gradient + influence.get(player) * outcomes);
    }

    /** Whoever has this market's feature largest and a label that is seen. */
    private static Cohort market(Cohort cohort, int player) {
      int[] rows =
          IntStream.range(0, cohort.size())
              .filter(i -> !Double.isNaN(cohort.outcomes().get(i)))
              .filter(i -> largest(cohort.features(), i) == player)
              .toArray();
      return new Cohort(
          cohort.round(),
          IntStream.of(rows).map(i -> cohort.individuals()[i]).toArray(),
          cohort.features().rows(rows),
          pick(cohort.predictions(), rows),
          pick(cohort.outcomes(), rows),
          Optional.empty(),
          Optional.empty());
    }

    private static Column pick(Column column, int... rows) {
      return Column.generate(rows.length, k -> column.get(rows[k]));
    }

    private static int largest(Matrix features, int person) {
      int largest = 0;
      for (int k = 1; k < features.columns(); k++) {
        largest = features.get(person, k) > features.get(person, largest) ? k : largest;
      }
      return largest;
    }

    @Override
    public Progress progress() {
      return Progress.LEARNING;
    }
  }

  /**
   * A player's risk on its own people, in its own parameter, all others staying.
   *
   * @param problem what is minimised
   * @param people its own
   * @param player which
   * @param others everyone's parameters
   */
  record OwnRisk(Problem problem, Cohort people, int player, Column others)
      implements SmoothFunction {
    @Override
    public double value(double[] own) {
      return problem.value(all(own), people);
    }

    @Override
    public double[] gradient(double[] own) {
      return new double[] {problem.gradient(all(own), people)[player]};
    }

    @Override
    public Optional<Matrix> hessian(double[] own) {
      return problem
          .hessian(all(own), people)
          .map(whole -> Matrix.of(1, 1, whole.get(player, player)));
    }

    private double[] all(double... own) {
      double[] theta = others.toArray();
      theta[player] = own[0];
      return theta;
    }

    /** Where the player's parameter may lie, the others being free. */
    Domain domain() {
      Range range = problem.domain().range(player);
      return new Domain() {
        @Override
        public double[] project(double... own) {
          double low = StrictMath.max(own[0], range.low());
          return new double[] {StrictMath.min(low, range.high())};
        }

        @Override
        public Range range(int parameter) {
          return range;
        }
      };
    }
  }
}
