package org.sibyl.learning.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.sibyl.prediction.Ball;
import org.sibyl.prediction.Box;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.CosineLoss;
import org.sibyl.prediction.Domain;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.LogisticLoss;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.Samples;
import org.sibyl.prediction.SquaredLoss;

/** What holds of minima of random problems. */
class MinimiserPropertiesTest {
  private static final Minimiser EXACT = Minimiser.exact();

  private static List<Domain> domains(double size) {
    return List.of(
        new Everywhere(), Box.of(-size / 2, size), Box.of(size / 3, size), new Ball(size));
  }

  @Property(seed = "20260661", tries = 60)
  void newtonAndMemoryFindTheMinimumOfLogisticRisks(
      @ForAll @IntRange(min = 1, max = 8) int columns,
      @ForAll @Scale(3) @DoubleRange(min = 0.05, max = 2) double size,
      @ForAll int seed) {
    Cohort cohort = Samples.labelled(80, columns, seed);
    double[] start = new Random(seed).doubles(columns, -2, 2).toArray();
    for (Domain domain : domains(size)) {
      Problem problem = MinimiserTest.linear(new LogisticLoss(), 0.02, domain, columns);
      SmoothFunction function = MinimiserTest.risk(problem, cohort);
      Minimum newton = EXACT.minimise(function, domain, start);
      assertThat(newton.reached()).as(domain.toString()).isTrue();
      assertThat(newton.steps()).as(domain.toString()).isLessThan(25);
      assertThat(domain.project(newton.theta())).containsExactly(newton.theta(), within(1e-12));
      Minimum memory = EXACT.minimise(Functions.withoutHessian(function), domain, start);
      assertThat(memory.reached()).as(domain.toString()).isTrue();
      // strong convexity 0.02: a projected gradient of 1e-11 leaves at most 1e-9
      assertThat(memory.theta()).containsExactly(newton.theta(), within(2e-9));
    }
  }

  @Property(seed = "20260662", tries = 15)
  void gradientDescentEndsThereToo(
      @ForAll @IntRange(min = 1, max = 4) int columns,
      @ForAll @Scale(3) @DoubleRange(min = 0.05, max = 2) double size,
      @ForAll int seed) {
    Cohort cohort = Samples.labelled(40, columns, seed);
    double[] start = new Random(seed).doubles(columns, -2, 2).toArray();
    for (Domain domain : domains(size)) {
      SmoothFunction function =
          MinimiserTest.risk(
              MinimiserTest.linear(new LogisticLoss(), 0.1, domain, columns), cohort);
      assertThat(EXACT.minimise(function, domain, start).theta())
          .containsExactly(GradientDescent.minimise(function, domain, 600, start), within(1e-7));
    }
  }

  /** Fewer people than parameters, no ridge: still reached, and nowhere else is lower. */
  @Property(seed = "20260663", tries = 60)
  void singularRisksTerminate(
      @ForAll @IntRange(min = 3, max = 8) int columns,
      @ForAll @Scale(3) @DoubleRange(min = 0.05, max = 2) double size,
      @ForAll int seed) {
    Cohort few = Samples.labelled(columns - 2, columns, seed);
    for (Domain domain : domains(size)) {
      SmoothFunction function =
          MinimiserTest.risk(MinimiserTest.linear(new SquaredLoss(0.5), 0, domain, columns), few);
      Minimum minimum = EXACT.minimise(function, domain, new double[columns]);
      assertThat(minimum.reached()).as(domain.toString()).isTrue();
      double[] slow = GradientDescent.minimise(function, domain, 200, new double[columns]);
      assertThat(function.value(minimum.theta()))
          .as(domain.toString())
          .isLessThanOrEqualTo(function.value(slow) + 1e-12);
    }
  }

  /** Hills and valleys: it goes down, stays in the domain and stops where it is level. */
  @Property(seed = "20260664", tries = 60)
  void risksThatAreNotConvexEndLevel(
      @ForAll @IntRange(min = 1, max = 5) int columns,
      @ForAll @Scale(3) @DoubleRange(min = 0.5, max = 6) double size,
      @ForAll int seed) {
    Cohort cohort = Samples.labelled(30, columns, seed);
    double[] start = new Random(seed).doubles(columns, -2, 2).toArray();
    for (Domain domain : domains(size)) {
      Problem problem = MinimiserTest.linear(new CosineLoss(), 0.01, domain, columns);
      SmoothFunction function = MinimiserTest.risk(problem, cohort);
      for (SmoothFunction either : List.of(function, Functions.withoutHessian(function))) {
        Minimum minimum = EXACT.minimise(either, domain, start);
        // where hills meet a curved edge the end is approached at a linear rate only
        assertThat(minimum.gradientNorm())
            .as(domain.toString())
            .isLessThan(domain instanceof Ball ? 1e-8 : 1e-11);
        assertThat(function.value(minimum.theta()))
            .isLessThanOrEqualTo(function.value(domain.project(start)) + 1e-12);
      }
    }
  }

  /** Features on scales from 1e-3 to 1e3: curvatures a million million apart. */
  @Property(seed = "20260665", tries = 30)
  void scalesDoNotMatterToNewton(@ForAll int seed) {
    Cohort cohort = Samples.labelled(100, 4, seed);
    double[] scales = {1e-3, 1, 1e3, 1};
    double[] rows = new double[400];
    for (int e = 0; e < rows.length; e++) {
      rows[e] = cohort.features().get(e / 4, e % 4) * scales[e % 4];
    }
    Cohort scaled = Samples.cohort(org.sibyl.numeric.Matrix.of(100, 4, rows), cohort.outcomes());
    Domain everywhere = new Everywhere();
    Problem problem = MinimiserTest.linear(new LogisticLoss(), 0, everywhere, 4);
    Minimum plain = EXACT.minimise(MinimiserTest.risk(problem, cohort), everywhere, new double[4]);
    Minimum wide = EXACT.minimise(MinimiserTest.risk(problem, scaled), everywhere, new double[4]);
    for (int k = 0; plain.reached() && k < 4; k++) {
      assertThat(wide.theta()[k] * scales[k]).isCloseTo(plain.theta()[k], within(1e-6));
    }
  }
}
