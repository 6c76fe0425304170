package org.sibyl.learning.optimization;

import org.sibyl.learning.DivergenceException;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Vectors;
import org.sibyl.prediction.Domain;

/**
 * How an objective on one sample is made as small as possible: until the norm of the projected
 * gradient is at most the tolerance, or for so many steps. A loose tolerance changes the dynamics
 * of retraining, so both are explicit.
 *
 * <p>Where the Hessian is known exactly and there are at most 200 parameters: Newton's method with
 * a line search, and in a singular direction the shortest step; otherwise the limited-memory
 * quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno (Nocedal and Wright 2006, chapters
 * 3 and 7). Over a bounded domain each step minimises the quadratic model over the domain (Schmidt
 * et al. 2009): fast for convex functions, at a linear rate where a concave one meets the edge of a
 * ball. A function of one number may have kinks: the bottom is then found by halving; in more
 * dimensions kinks end in {@link Minimum#reached} being false, close to the bottom.
 *
 * @param tolerance norm of the projected gradient at which to stop, above 0
 * @param cap steps at most, at least 1
 */
@About("how the risk on one sample is minimised: Newton's method, else L-BFGS")
public record Minimiser(
    @Parameter(
            value = "norm of the gradient at which to stop",
            range = "(0, inf)",
            byDefault = "1e-11")
        double tolerance,
    @Parameter(value = "steps at most", unit = "steps", range = "[1, inf)", byDefault = "1000")
        int cap) {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public Minimiser {
    Check.within("tolerance", tolerance, POSITIVE);
    Check.atLeast("cap", cap, 1);
  }

  /** The minimiser that scenarios have by default. */
  public static Minimiser exact() {
    return new Minimiser(1e-11, 1000);
  }

  /**
   * The minimum of a function over a domain, sought from a start. Of many minimisers of a convex
   * quadratic function it is the one nearest to the start; of a function that is not convex, a
   * stationary point downhill from it.
   *
   * @return where it came to rest: see {@link Minimum#reached}
   * @throws org.sibyl.learning.DivergenceException when value or gradient is not a number, or theta
   *     goes beyond {@link org.sibyl.learning.Divergence#BOUND}, as where nothing bounds the
   *     function below
   */
  public Minimum minimise(SmoothFunction function, Domain domain, double... start) {
    return new Descent(this, function, domain, start.length).from(start);
  }

  /**
   * The parameters at the minimum, where a learner needs one.
   *
   * @return as {@link #minimise}, also where rounding or kinks or the cap stopped the search
   * @throws org.sibyl.learning.DivergenceException when there is none: the function falls for ever,
   *     ever more gently, as the risk of data that can be told apart when nothing is regularised
   */
  public double[] minimiser(SmoothFunction function, Domain domain, double... start) {
    Minimum end = minimise(function, domain, start);
    if (!end.reached() && end.gradientNorm() <= tolerance) {
      throw new DivergenceException(
          "the risk has no minimiser: theta went to infinity (its norm is "
              + Vectors.norm(end.theta())
              + "), as where labels can be told apart without error. Set task.regularization"
              + " above 0, or a task.domain.");
    }
    return end.theta();
  }
}
