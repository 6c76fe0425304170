package org.sibyl.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.sibyl.numeric.Values;

/** What makes a map the projection on a closed convex set. */
class DomainsPropertiesTest {
  private static final double ROUNDING = 1e-12;

  private static List<Domain> domains(int dimension) {
    double[] low = new Random(1).doubles(dimension, -2, 0).toArray();
    double[] high = new Random(2).doubles(dimension, 0, 2).toArray();
    return List.of(
        new Everywhere(),
        Box.of(-1, 2),
        new Box(Values.each(low), Values.each(high)),
        new Box(Values.all(0.5), Values.all(0.5)),
        new Ball(1.5));
  }

  @Property(seed = "20260631", tries = 200)
  void projectingTwiceIsProjectingOnce(
      @ForAll @IntRange(min = 1, max = 6) int dimension, @ForAll int seed) {
    for (Domain domain : domains(dimension)) {
      double[] once = domain.project(point(dimension, seed));
      assertThat(distance(domain.project(once), once)).as(domain.toString()).isLessThan(ROUNDING);
    }
  }

  @Property(seed = "20260632", tries = 200)
  void noTwoPointsMoveApart(@ForAll @IntRange(min = 1, max = 6) int dimension, @ForAll int seed) {
    double[] one = point(dimension, seed);
    double[] other = point(dimension, ~seed);
    for (Domain domain : domains(dimension)) {
      assertThat(distance(domain.project(one), domain.project(other)))
          .as(domain.toString())
          .isLessThanOrEqualTo(distance(one, other) + ROUNDING);
    }
  }

  /** No other point of the set is nearer: each is a projection of its own. */
  @Property(seed = "20260633", tries = 200)
  void theProjectionIsTheNearestPoint(
      @ForAll @IntRange(min = 1, max = 6) int dimension, @ForAll int seed) {
    double[] given = point(dimension, seed);
    for (Domain domain : domains(dimension)) {
      double nearest = distance(domain.project(given), given);
      for (int k = 0; k < 20; k++) {
        double[] rival = domain.project(point(dimension, seed + 31 * k));
        assertThat(distance(rival, given))
            .as(domain.toString())
            .isGreaterThanOrEqualTo(nearest - ROUNDING);
      }
    }
  }

  /** Membership by definition, so that a projection on a smaller set is caught too. */
  @Property(seed = "20260634", tries = 200)
  void pointsInsideStay(@ForAll @IntRange(min = 1, max = 6) int dimension, @ForAll int seed) {
    double[] small = point(dimension, seed);
    double norm = distance(small, new double[dimension]);
    double[] onTheSphere = new double[dimension];
    for (int k = 0; k < dimension; k++) {
      onTheSphere[k] = small[k] / norm;
    }
    assertThat(distance(new Ball(1 + 1e-9).project(onTheSphere), onTheSphere)).isZero();
    assertThat(Box.of(-1, 1).project(onTheSphere)).isEqualTo(onTheSphere);
    assertThat(new Everywhere().project(small)).isEqualTo(small).isNotSameAs(small);
  }

  @Property(seed = "20260635", tries = 200)
  void everyParameterIsInItsRange(
      @ForAll @IntRange(min = 1, max = 6) int dimension, @ForAll int seed) {
    for (Domain domain : domains(dimension)) {
      double[] projected = domain.project(point(dimension, seed));
      for (int k = 0; k < dimension; k++) {
        assertThat(projected[k])
            .as("%s, parameter %s", domain, k)
            .isBetween(domain.range(k).low() - ROUNDING, domain.range(k).high() + ROUNDING);
      }
    }
  }

  private static double[] point(int dimension, int seed) {
    return new Random(seed).doubles(dimension, -4, 4).toArray();
  }

  private static double distance(double[] one, double[] other) {
    double squares = 0;
    for (int k = 0; k < one.length; k++) {
      squares += (one[k] - other[k]) * (one[k] - other[k]);
    }
    return Math.sqrt(squares);
  }
}
