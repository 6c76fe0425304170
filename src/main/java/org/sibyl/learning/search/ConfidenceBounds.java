package org.sibyl.learning.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.DivergenceException;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.learning.retraining.Steps;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Task;

/**
 * Performative confidence bounds (Jagadeesan, Zrnic and Mendler-Dünner 2022, Regret minimization
 * with performative feedback, ICML 39; arXiv 2202.00628), by phases on a grid.
 *
 * <p>A deployment shows the loss of every model on the data it induced. As people move by at most
 * the sensitivity, the performative risk of any theta lies within lipschitz x sensitivity x
 * distance of what the deployed model's data says of it, plus a width for the sampling error. Phase
 * p deploys points of the grid that are still possible until all such are within radius 2^-p of a
 * deployed one, each for so many samples that the width is no more than the error due to distance;
 * then drops every point whose lower bound exceeds the least upper bound. When the radius is below
 * the grid's spacing it deploys the point with the least upper bound for ever.
 *
 * <p>Regret is of order sqrt(T) + T^((d+1)/(d+2)) (lipschitz x sensitivity)^(d/(d+2)), up to
 * logarithms: it is the sensitivity of people that makes exploration dear, not how steep the
 * performative risk is. No convexity is needed. It is right when the stated sensitivity is no less
 * than the true one, and while the widths hold.
 *
 * @param points of the grid in each parameter, at least 2; the domain has one or two parameters
 * @param sensitivity Lipschitz constant of the loss in the data times sensitivity of the data, at
 *     least 0
 * @param radius of the first phase, above 0
 * @param width half-width of a confidence interval of the mean loss, times the root of the number
 *     of people in it; 0 where cohorts are exact
 * @param onlyDeployed whether a deployment tells of its own model's risk only. Then it is zooming
 *     over a Lipschitz function (Kleinberg, Slivkins and Upfal 2008), and {@code sensitivity} is
 *     the Lipschitz constant of the performative risk itself
 * @param task what is minimised, over a bounded domain; handed over
 */
@About(
    value = "bounds every model's performative risk from what is deployed and drops the worse",
    source = "Jagadeesan et al. 2022")
public record ConfidenceBounds(
    @Parameter(
            value = "points of the grid in each parameter",
            range = "[2, inf)",
            byDefault = "101")
        int points,
    @Parameter(
            value = "Lipschitz constant of the loss in the data times sensitivity of the data",
            range = "[0, inf)")
        double sensitivity,
    @Parameter(value = "radius of the first phase", range = "(0, inf)", byDefault = "1")
        double radius,
    @Parameter(
            value = "half-width of a mean loss's confidence interval, times the root of the people",
            range = "[0, inf)",
            byDefault = "0")
        double width,
    @Parameter(
            value =
                "a deployment tells of its own risk only; sensitivity is then the risk's Lipschitz"
                    + " constant",
            byDefault = "false")
        boolean onlyDeployed,
    Task task)
    implements Algorithm {
  private static final Range POSITIVE = Range.parse("(0, inf)");
  private static final Range NOT_NEGATIVE = Range.parse("[0, inf)");

  public ConfidenceBounds {
    Check.atLeast("points", points, 2);
    Check.within("sensitivity", sensitivity, NOT_NEGATIVE);
    Check.within("radius", radius, POSITIVE);
    Check.within("width", width, NOT_NEGATIVE);
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    Problem problem = task.on(beginning.features().columns());
    if (problem.dimension() > 2) {
      throw Check.invalid(
          "learning",
          problem.dimension() + " parameters",
          "are too many for a grid of bounds. Take one or two features");
    }
    Matrix net = Net.over(problem, points);
    Column low = Column.constant(net.rows(), Double.NEGATIVE_INFINITY);
    Column high = Column.constant(net.rows(), Double.POSITIVE_INFINITY);
    Bounds nothing = new Bounds(net, low, high, Column.constant(net.rows(), 0));
    int middle = net.rows() / 2;
    return new Zooming(
        this, problem, nothing, 0, List.of(), middle, List.of(), problem.model(nothing.at(middle)));
  }

  /**
   * What is known of every point of the grid.
   *
   * @param net the points
   * @param low bound of each one's performative risk
   * @param high bound of each one's performative risk
   * @param dropped 1 for those that are known not to be best
   */
  public record Bounds(Matrix net, Column low, Column high, Column dropped) {
    double[] at(int point) {
      double[] theta = new double[net.columns()];
      net.copyRow(point, theta);
      return theta;
    }

    /** The least upper bound. */
    double least() {
      return high.get(lowest(high));
    }

    /** The point with the least upper bound, among those not dropped. */
    int safest() {
      return lowest(high);
    }

    private int lowest(Column column) {
      int lowest = -1;
      for (int i = 0; i < column.size(); i++) {
        boolean counts = dropped.get(i) == 0;
        if (counts && (lowest < 0 || column.get(i) < column.get(lowest))) {
          lowest = i;
        }
      }
      return lowest;
    }

    /** Sharper by what one deployment tells of every point. */
    Bounds with(int deployed, Column risks, double sensitivity, double width) {
      double[] from = at(deployed);
      double[] lower = new double[net.rows()];
      double[] upper = new double[net.rows()];
      for (int i = 0; i < lower.length; i++) {
        double slack = width + sensitivity * Vectors.distance(at(i), from);
        lower[i] = StrictMath.max(low.get(i), risks.get(i) - slack);
        upper[i] = StrictMath.min(high.get(i), risks.get(i) + slack);
      }
      return new Bounds(net, Column.owning(lower), Column.owning(upper), dropped);
    }

    /** Without those whose lower bound exceeds the least upper bound. */
    Bounds eliminated() {
      double least = least();
      Column gone =
          Column.generate(low.size(), i -> dropped.get(i) == 1 || low.get(i) > least ? 1 : 0);
      if (gone.sum() == gone.size()) {
        throw new DivergenceException(
            "the bounds contradict each other: no point of the grid can be the best."
                + " Raise learning.sensitivity or learning.width.");
      }
      return new Bounds(net, low, high, gone);
    }

    /** The possible point, further than a radius from all these, with the least lower bound. */
    int uncovered(List<Integer> deployed, double radius) {
      double least = least();
      int found = -1;
      for (int i = 0; i < low.size(); i++) {
        boolean possible = dropped.get(i) == 0 && low.get(i) <= least;
        if (possible && (found < 0 || low.get(i) < low.get(found)) && isFar(i, deployed, radius)) {
          found = i;
        }
      }
      return found;
    }

    private boolean isFar(int point, List<Integer> deployed, double radius) {
      for (int other : deployed) {
        if (Vectors.distance(at(point), at(other)) <= radius) {
          return false;
        }
      }
      return true;
    }

    /** The least distance of two points. */
    double spacing() {
      int next = net.columns() == 1 ? 1 : (int) StrictMath.sqrt(net.rows());
      return StrictMath.min(Vectors.distance(at(0), at(1)), Vectors.distance(at(0), at(next)));
    }
  }

  /**
   * The learner on its way.
   *
   * @param algorithm its parameters
   * @param problem what is minimised
   * @param bounds what is known
   * @param phase from 0
   * @param covering points deployed in this phase
   * @param point in force
   * @param gathered cohorts it has induced in this phase
   * @param model to deploy
   */
  public record Zooming(
      ConfidenceBounds algorithm,
      Problem problem,
      Bounds bounds,
      int phase,
      List<Integer> covering,
      int point,
      List<Cohort> gathered,
      Parametric model)
      implements Learner {
    public Zooming {
      covering = List.copyOf(covering);
      gathered = List.copyOf(gathered);
    }

    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      if (progress() == Progress.FINISHED || Steps.isSilent(episode.last())) {
        return this;
      }
      List<Cohort> cohorts = new ArrayList<>(gathered);
      cohorts.add(Statistic.seen(episode.last()));
      double people = cohorts.stream().mapToInt(Cohort::size).sum();
      if (people < needed()) {
        return with(bounds, phase, covering, point, cohorts);
      }
      double width = algorithm.width / StrictMath.sqrt(people);
      Cohort pool = Statistic.pool(cohorts);
      int points = bounds.net.rows();
      Column risks =
          algorithm.onlyDeployed
              ? Column.constant(points, problem.value(bounds.at(point), pool))
              : Column.generate(points, i -> problem.value(bounds.at(i), pool));
      return next(bounds.with(point, risks, algorithm.sensitivity, width));
    }

    /** How many people make the width as small as the slack of this phase. */
    private double needed() {
      double slack = algorithm.sensitivity * radius(phase);
      double ratio = slack > 0 ? algorithm.width / slack : algorithm.width * (1L << phase);
      return StrictMath.ceil(ratio * ratio);
    }

    private double radius(int number) {
      return algorithm.radius / (1L << number);
    }

    private Zooming next(Bounds sharper) {
      List<Integer> deployed = new ArrayList<>(covering);
      deployed.add(point);
      int current = phase;
      Bounds known = sharper;
      int found = known.uncovered(deployed, reach(current));
      while (found < 0 && radius(current) >= known.spacing()) {
        known = known.eliminated();
        current++;
        if (algorithm.width > 0) {
          deployed.clear(); // what was seen in earlier phases is not precise enough
        }
        found = radius(current) < known.spacing() ? -1 : known.uncovered(deployed, reach(current));
      }
      return with(known, current, deployed, found < 0 ? known.safest() : found, List.of());
    }

    /** Without shift, what one deployment shows is right of all. */
    private double reach(int number) {
      return algorithm.sensitivity == 0 ? Double.POSITIVE_INFINITY : radius(number);
    }

    private Zooming with(
        Bounds known, int number, List<Integer> deployed, int next, List<Cohort> cohorts) {
      return new Zooming(
          algorithm,
          problem,
          known,
          number,
          deployed,
          next,
          cohorts,
          problem.model(known.at(next)));
    }

    @Override
    public Progress progress() {
      return radius(phase) < bounds.spacing() ? Progress.FINISHED : Progress.LEARNING;
    }
  }
}
