package org.sibyl.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sibyl.Given;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;

/** Whatever is forecast, believed and done, trust is a number in [0, 1]. */
class BayesianTrustPropertiesTest {
  private static final int SIZE = 4;

  @Property(seed = "20260431", tries = 1000)
  void trustIsAlwaysAProbability(
      @ForAll ZeroPolicy zero,
      @ForAll("probability") double prior,
      @ForAll("probabilities") List<Double> beliefs,
      @ForAll("floor") double floor,
      @ForAll("rounds") List<List<Double>> rounds,
      @ForAll long actions) {
    BayesianTrust rule = new BayesianTrust(zero, floor, 1e-12);
    Random random = new Random(actions);
    Population people = Given.people(array(beliefs), prior);
    for (List<Double> told : rounds) {
      double[] did = random.ints(SIZE, 0, 2).asDoubleStream().toArray();
      Situation found = Given.situation(Given.complete(SIZE), people, array(told));
      people = rule.update(found, Given.response(people, did), Column.of(did));
      for (int i = 0; i < SIZE; i++) {
        assertThat(people.column(Attribute.TRUST).get(i)).isNotNaN();
        assertThat(Given.trust(people, i)).isBetween(0.0, 1.0);
      }
    }
  }

  @Property(seed = "20260432", tries = 500)
  void probabilityAndLogOddsAreInverse(@ForAll("probability") double probability) {
    assertThat(LogOdds.probability(LogOdds.of(probability)))
        .isCloseTo(probability, org.assertj.core.api.Assertions.within(1e-15));
  }

  @Provide
  Arbitrary<Double> probability() {
    return Arbitraries.oneOf(
        Arbitraries.of(0.0, 1.0, Double.MIN_VALUE, 1e-300, 1e-17, Math.nextDown(1.0)),
        Arbitraries.doubles().between(0, 1).ofScale(10));
  }

  @Provide
  Arbitrary<Double> floor() {
    return Arbitraries.of(1e-15, 1e-9, 1e-3, 0.49);
  }

  @Provide
  Arbitrary<List<Double>> probabilities() {
    return probability().list().ofSize(SIZE);
  }

  @Provide
  Arbitrary<List<List<Double>>> rounds() {
    Arbitrary<Double> told =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(9, probability()),
            net.jqwik.api.Tuple.of(1, Arbitraries.just(Double.NaN)));
    return told.list().ofSize(SIZE).list().ofMinSize(1).ofMaxSize(60);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(x -> x).toArray();
  }
}
