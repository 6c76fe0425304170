package org.sibyl.learning.omniprediction.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.learning.omniprediction.Costs;
import org.sibyl.learning.omniprediction.Evidence;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;
import org.sibyl.prediction.decision.Constants;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.scenario.Catalog;

/** What every auditor of the catalog owes. */
class AuditorContractTest {
  /** An auditor, and all rules of its class on some points, where they can be listed. */
  record Sample(Auditor auditor, Function<Instance, List<DecisionRule>> all) {
    @Override
    public String toString() {
      return auditor.toString();
    }
  }

  static Stream<Sample> samples() {
    Function<Instance, List<DecisionRule>> constants = i -> BruteForce.constants(i.decisions());
    return Stream.of(
        new Sample(new Enumeration(new Constants()), constants),
        new Sample(Stumps.all(), BruteForce::stumps),
        new Sample(
            new Stumps(List.of(1), Values.each(0)),
            i -> {
              List<DecisionRule> all = new ArrayList<>(constants.apply(i));
              BruteForce.addStumps(all, 1, new double[] {0}, i.decisions());
              return all;
            }),
        new Sample(new Tree(1, false), BruteForce::stumps),
        new Sample(new Tree(2, true), BruteForce::trees),
        new Sample(new Tree(3, false), BruteForce::stumps),
        new Sample(new RegressionArgmin(0.01), constants),
        new Sample(new Tabular(), BruteForce::trees), // some of its rules
        new Sample(new AllPairs(), constants));
  }

  @Test
  void theTestSeesAllAuditors() {
    assertThat(Catalog.AUDITOR.entries().values())
        .containsExactlyInAnyOrderElementsOf(
            samples()
                .<Class<? extends Auditor>>map(s -> s.auditor().getClass())
                .distinct()
                .toList());
  }

  private static Stream<Instance> instances(Sample sample) {
    SplittableRandom random = new SplittableRandom(20260681 + sample.toString().length());
    return Stream.generate(
            () -> Instance.random(random, random.nextInt(1, 7), 2, random.nextInt(1, 3)))
        .limit(40);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void exactOnesFindTheCheapestOfTheirClass(Sample sample) {
    instances(sample)
        .filter(instance -> sample.auditor().isExact())
        .forEach(
            instance -> {
              double found = instance.cost(search(sample, instance).cheapest(instance.costs()));
              double least =
                  instance.cost(BruteForce.cheapest(sample.all().apply(instance), instance));
              if (sample.auditor() instanceof Tabular) {
                assertThat(found).isLessThanOrEqualTo(least);
              } else {
                assertThat(found).isEqualTo(least);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("samples")
  void exactOnesAreNeverDearerThanConstants(Sample sample) {
    instances(sample)
        .filter(instance -> sample.auditor().isExact())
        .forEach(
            instance ->
                assertThat(instance.cost(search(sample, instance).cheapest(instance.costs())))
                    .isLessThanOrEqualTo(
                        instance.cost(
                            BruteForce.cheapest(
                                BruteForce.constants(instance.decisions()), instance))));
  }

  /** Neither an earlier search nor another search's points change what is found. */
  @ParameterizedTest
  @MethodSource("samples")
  void searchesRememberNothing(Sample sample) {
    instances(sample)
        .forEach(
            instance -> {
              Auditor.Search search = search(sample, instance);
              DecisionRule first = search.cheapest(instance.costs());
              search.cheapest(opposite(instance));
              assertThat(search.cheapest(instance.costs())).isEqualTo(first);
              assertThat(search(sample, instance).cheapest(instance.costs())).isEqualTo(first);
            });
  }

  private static Auditor.Search search(Sample sample, Instance instance) {
    return sample.auditor().on(instance.evidence());
  }

  private static Costs opposite(Instance instance) {
    Evidence evidence = instance.evidence();
    double[] values = new double[evidence.entries()];
    Arrays.setAll(values, entry -> -instance.costs().ofEntry(entry));
    return new Costs(evidence, values);
  }

  /** So it may search on the points alone; regression weighs them, and here they weigh the same. */
  @ParameterizedTest
  @MethodSource("samples")
  void evidenceMakesItQuickerButNotOther(Sample sample) {
    instances(sample)
        .forEach(
            instance -> {
              Auditor.Search search =
                  sample.auditor().on(instance.features(), instance.decisions());
              assertThat(instance.cost(search.cheapest(instance.costs())))
                  .isEqualTo(instance.cost(search(sample, instance).cheapest(instance.costs())));
            });
  }

  @ParameterizedTest
  @MethodSource("samples")
  void rulesDecideAboutAnyone(Sample sample) {
    instances(sample)
        .forEach(
            instance -> {
              DecisionRule rule = search(sample, instance).cheapest(instance.costs());
              rule.check(instance.decisions(), 2);
              for (double value : new double[] {-1e9, 0.125, 1e9, Double.NaN}) {
                assertThat(rule.decide(new double[] {value, -value}))
                    .isBetween(0, instance.decisions() - 1);
              }
            });
  }

  /** Of exact ones finite: a union bound needs that. Never fewer than ways to decide there are. */
  @ParameterizedTest
  @MethodSource("samples")
  void sizeIsNeverTooSmall(Sample sample) {
    instances(sample)
        .forEach(
            instance -> {
              long ways =
                  sample.all().apply(instance).stream()
                      .map(rule -> Arrays.toString(instance.decided(rule)))
                      .distinct()
                      .count();
              double size = sample.auditor().size(instance.features(), instance.decisions());
              assertThat(size).isGreaterThanOrEqualTo(ways);
              assertThat(Double.isFinite(size) || !sample.auditor().isExact()).isTrue();
            });
  }

  /** A log is as good as its people, in whatever order they came. */
  @ParameterizedTest
  @MethodSource("samples")
  void orderOfPointsDoesNotMatter(Sample sample) {
    instances(sample)
        .filter(instance -> sample.auditor().isExact() && !instance.evidence().isSparse())
        .forEach(
            instance -> {
              Instance reversed = reversed(instance);
              assertThat(reversed.cost(search(sample, reversed).cheapest(reversed.costs())))
                  .isEqualTo(
                      instance.cost(search(sample, instance).cheapest(instance.costs())),
                      within(0.0));
            });
  }

  private static Instance reversed(Instance instance) {
    int n = instance.evidence().size();
    int k = instance.decisions();
    Matrix features = instance.features();
    double[] rows = new double[2 * n];
    Arrays.setAll(rows, e -> features.get(n - 1 - e / 2, e % 2));
    double[] costs = new double[n * k];
    Arrays.setAll(costs, e -> instance.costs().of(n - 1 - e / k, e % k));
    return Instance.of(Matrix.of(n, 2, rows), k, costs);
  }
}
