package org.sibyl.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.sibyl.Differences;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/** Risks and their derivatives, for every model and loss that go together. */
class ProblemPropertiesTest {
  private static final double RIDGE = 0.3;

  /** Cross entropy judges probabilities only; every other loss can judge any number. */
  private static List<Task> tasks() {
    List<Task> tasks = new ArrayList<>();
    for (ModelFamily family : ModelsPropertiesTest.ALL) {
      for (Loss loss : LossesPropertiesTest.ALL) {
        if (!(loss instanceof CrossEntropy) || family instanceof LogisticModels) {
          tasks.add(new Task(family, loss, RIDGE, true, new Everywhere()));
          tasks.add(new Task(family, loss, RIDGE, false, new Everywhere()));
          tasks.add(new Task(family, loss, 0, true, new Everywhere()));
        }
      }
    }
    return tasks;
  }

  @Property(seed = "20260621", tries = 15)
  void gradientsAreDifferencesOfTheValue(
      @ForAll @IntRange(min = 1, max = 4) int columns, @ForAll int seed) {
    Cohort cohort = someUnlabelled(columns, seed);
    for (Task task : tasks()) {
      Problem problem = task.on(columns);
      double[] theta = ModelsPropertiesTest.theta(problem.hypotheses(), seed);
      if (!nearAKink(problem, theta, cohort)) {
        ModelsPropertiesTest.assertClose(
            task,
            problem.gradient(theta, cohort),
            Differences.gradient(at -> problem.value(at, cohort), theta));
      }
    }
  }

  @Property(seed = "20260622", tries = 15)
  void hessiansAreDifferencesOfTheGradientWhereModelsAreLinear(
      @ForAll @IntRange(min = 1, max = 4) int columns, @ForAll int seed) {
    Cohort cohort = someUnlabelled(columns, seed);
    for (Task task : tasks()) {
      Problem problem = task.on(columns);
      double[] theta = ModelsPropertiesTest.theta(problem.hypotheses(), seed);
      assertThat(problem.hessian(theta, cohort).isPresent())
          .isEqualTo(task.model() instanceof LinearModels);
      if (task.model() instanceof LinearModels && !nearAKink(problem, theta, cohort)) {
        Matrix hessian = problem.hessian(theta, cohort).orElseThrow();
        for (int k = 0; k < theta.length; k++) {
          int row = k;
          ModelsPropertiesTest.assertClose(
              task,
              hessian.column(k).toArray(),
              Differences.gradient(at -> problem.gradient(at, cohort)[row], theta));
        }
      }
    }
  }

  /** Who has no label counts for nothing: not in the sums and not in their number. */
  @Property(seed = "20260623", tries = 30)
  void theUnlabelledAreLeftOut(@ForAll @IntRange(min = 1, max = 4) int columns, @ForAll int seed) {
    Cohort cohort = someUnlabelled(columns, seed);
    int[] labelled = new int[cohort.size()];
    int count = 0;
    for (int i = 0; i < cohort.size(); i++) {
      if (!Double.isNaN(cohort.outcomes().get(i))) {
        labelled[count++] = i;
      }
    }
    int[] chosen = Arrays.copyOf(labelled, count);
    Cohort without =
        Samples.cohort(
            cohort.features().rows(chosen),
            Column.generate(chosen.length, k -> cohort.outcomes().get(chosen[k])));
    assertThat(without.size()).isBetween(1, cohort.size() - 1);
    for (Task task : tasks()) {
      Problem problem = task.on(columns);
      double[] theta = ModelsPropertiesTest.theta(problem.hypotheses(), seed);
      assertThat(problem.value(theta, cohort)).isEqualTo(problem.value(theta, without));
      assertThat(problem.gradient(theta, cohort)).isEqualTo(problem.gradient(theta, without));
      assertThat(problem.hessian(theta, cohort)).isEqualTo(problem.hessian(theta, without));
    }
  }

  /** What is computed together is what is computed alone. */
  @Property(seed = "20260624", tries = 15)
  void theLocalRiskIsTheRisk(@ForAll @IntRange(min = 1, max = 4) int columns, @ForAll int seed) {
    Cohort cohort = someUnlabelled(columns, seed);
    for (Task task : tasks()) {
      Problem problem = task.on(columns);
      double[] theta = ModelsPropertiesTest.theta(problem.hypotheses(), seed);
      LocalRisk here = problem.at(theta, cohort);
      assertThat(here.value()).isEqualTo(problem.value(theta, cohort));
      assertThat(here.gradient()).isEqualTo(problem.gradient(theta, cohort));
      assertThat(here.hessian()).isEqualTo(problem.hessian(theta, cohort));
    }
  }

  /** Half of lambda times the squares, of all parameters or of all but the last. */
  @Property(seed = "20260625", tries = 30)
  void theRidge(@ForAll @IntRange(min = 1, max = 4) int columns, @ForAll int seed) {
    Cohort cohort = someUnlabelled(columns, seed);
    double[] theta = new Random(seed).doubles(columns, -1, 1).toArray();
    double squares = 0;
    for (double value : theta) {
      squares += value * value;
    }
    double ofLast = theta[columns - 1] * theta[columns - 1];
    double plain = ridge(0, true).on(columns).value(theta, cohort);
    double all = ridge(RIDGE, true).on(columns).value(theta, cohort);
    double allButLast = ridge(RIDGE, false).on(columns).value(theta, cohort);
    assertThat(all - plain).isCloseTo(RIDGE / 2 * squares, within(1e-14));
    assertThat(all - allButLast).isCloseTo(RIDGE / 2 * ofLast, within(1e-14));
  }

  private static Task ridge(double regularization, boolean penaliseBias) {
    return new Task(
        new LinearModels(0), new LogisticLoss(), regularization, penaliseBias, new Everywhere());
  }

  private static Cohort someUnlabelled(int columns, int seed) {
    Cohort all = Samples.labelled(12, columns, seed);
    return Samples.with(all, i -> i % 5 == 2 ? Double.NaN : all.outcomes().get(i));
  }

  /** Only the hinge has kinks that differences could step over. */
  private static boolean nearAKink(Problem problem, double[] theta, Cohort cohort) {
    boolean near = false;
    for (int i = 0; i < cohort.size(); i++) {
      double score = problem.predictions(theta, cohort).get(i);
      near |= Math.abs(Math.abs(score) - 1) < 1e-3;
    }
    return near && problem.loss() instanceof HingeLoss;
  }
}
