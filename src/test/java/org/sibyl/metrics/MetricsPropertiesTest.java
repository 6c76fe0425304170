package org.sibyl.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.sibyl.Given;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.FixedForecast;
import org.sibyl.learning.NoPredictor;
import org.sibyl.numeric.Values;
import org.sibyl.scenario.ContractScenario;
import org.sibyl.simulation.Play;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/** What holds for every metric of the catalog, on arbitrary rounds. */
class MetricsPropertiesTest {
  private static final Set<String> NEED_A_FORECAST =
      Set.of("accuracy", "brier", "log-likelihood", "game-accuracy");
  private static final List<Metric> METRICS = ContractScenario.plain().metrics();

  @Property(seed = "20260521", tries = 300)
  void withinTheirRangeAndPure(
      @ForAll("told") List<Double> told,
      @ForAll boolean silent,
      @ForAll @IntRange(min = 1, max = 3) int rounds,
      @ForAll long actions) {
    int size = told.size();
    Algorithm predictor = silent ? new NoPredictor() : new FixedForecast(values(told));
    Round round = null;
    World world = Play.world(Given.star(size - 1), Given.people(size, 0.8, 0.5), predictor);
    Round twin = null;
    Random random = new Random(actions);
    for (int k = 0; k < rounds; k++) {
      double[] did = random.ints(size, 0, 2).asDoubleStream().toArray();
      round = MetricsTest.play(world, did);
      twin = MetricsTest.play(world, did);
      world = round.after();
    }
    assertThat(METRICS).hasSizeGreaterThanOrEqualTo(9);
    for (Metric metric : METRICS) {
      double value = metric.measure(round);
      assertThat(metric.measure(round)).as(metric.name()).isEqualTo(Double.valueOf(value));
      boolean undefined =
          (silent && NEED_A_FORECAST.contains(metric.name()))
              || (rounds == 1 && metric.name().equals("action-shift"))
              || metric.name().equals("training-loss"); // nobody is trained here
      assertThat(undefined ? Double.isNaN(value) : metric.range().contains(value))
          .as("%s: %s", metric.name(), value)
          .isTrue();
    }
    assertThat(round).isEqualTo(twin);
  }

  @Provide
  Arbitrary<List<Double>> told() {
    return Arbitraries.oneOf(
            Arbitraries.of(0.0, 1.0, 1e-12, Double.MIN_VALUE),
            Arbitraries.doubles().between(0, 1).ofScale(8))
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  private static Values values(List<Double> told) {
    return Values.each(told.stream().mapToDouble(x -> x).toArray());
  }
}
