package org.sibyl.prediction.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class DecisionLossesTest {
  private static final double[] NOBODY = {};
  private static final DecisionLoss STEERING = new Steering(1);
  private static final List<Double> FORECASTS = List.of(0.95, 0.75, 0.4);

  /** A loss and its six values: decision by decision, if 0, if 1; worked out by hand. */
  record Worked(DecisionLoss loss, double max, double... values) {}

  static Stream<Worked> worked() {
    double ln = Math.log(2);
    return Stream.of(
        new Worked(new Steering(1), 1, 1, 0, 1, 0, 1, 0),
        new Worked(new Steering(0), 1, 0, 1, 0, 1, 0, 1),
        new Worked(new SquaredForecast(FORECASTS), .9025, .9025, .0025, .5625, .0625, .16, .36),
        new Worked(new SquaredForecast(List.of(0.5, 0.5, 0.1)), .81, .25, .25, .25, .25, .01, .81),
        new Worked(
            new LogForecast(List.of(0.5, 1.0, 0.25), 0.125),
            3 * ln,
            ln,
            ln,
            3 * ln,
            -Math.log(0.875),
            -Math.log(0.75),
            2 * ln),
        new Worked(new ZeroOne(List.of(0.5, 0.49, 1.0)), 1, 1, 0, 0, 1, 1, 0),
        new Worked(priced(OptionalInt.empty(), 1), 1.0, .9, 0, .92, .02, 1.0, .1),
        new Worked(
            new Mixed(List.of(2.0, 0.5), List.of(new Steering(0), new SquaredForecast(FORECASTS))),
            2.45125,
            .45125,
            2.00125,
            .28125,
            2.03125,
            .08,
            2.18),
        new Worked(
            new LossTable(List.of(List.of(0.0, 3.0), List.of(1.0, 2.0), List.of(0.5, 0.0))),
            3,
            0,
            3,
            1,
            2,
            .5,
            0));
  }

  private static PricedSteering priced(OptionalInt feature, double greatest) {
    return new PricedSteering(1, 0.9, List.of(0.0, 0.02, 0.10), feature, greatest);
  }

  @ParameterizedTest
  @MethodSource("worked")
  void lossesAreWhatTheyAreByHand(Worked worked) {
    DecisionLoss loss = worked.loss();
    assertThat(loss.max()).isCloseTo(worked.max(), within(1e-15));
    assertThat(loss.isInputOblivious()).isTrue();
    assertThat(loss.base()).isSameAs(loss);
    for (int decision = 0; decision < 3; decision++) {
      double none = worked.values()[2 * decision];
      double one = worked.values()[2 * decision + 1];
      assertThat(loss.value(NOBODY, decision, 0)).isCloseTo(none, within(1e-15));
      assertThat(loss.value(NOBODY, decision, 1)).isCloseTo(one, within(1e-15));
      assertThat(loss.slope(NOBODY, decision)).isCloseTo(one - none, within(1e-15));
    }
  }

  @Test
  void costsMayDependOnThePerson() {
    DecisionLoss loss = priced(OptionalInt.of(1), 4);
    assertThat(loss.max()).isCloseTo(0.9 + 4 * 0.10, within(1e-15));
    assertThat(loss.isInputOblivious()).isFalse();
    assertThat(loss.value(new double[] {7, 3}, 2, 0)).isCloseTo(0.9 + 0.3, within(1e-15));
    assertThat(loss.value(new double[] {7, 0}, 2, 1)).isZero();
    for (double factor : new double[] {-0.1, 4.1, Double.NaN}) {
      assertThatThrownBy(() -> loss.value(new double[] {7, factor}, 2, 0))
          .hasMessageStartingWith("feature 1: " + factor + " must lie in [0, 4.0]")
          .hasMessageEndingWith("Raise greatest.");
    }
  }

  // ---- properties of all losses

  @Provide
  Arbitrary<DecisionLoss> losses() {
    return losses(2, 2); // two decimals: ties happen
  }

  /** Random losses of three decisions. */
  public static Arbitrary<DecisionLoss> losses(int depth, int scale) {
    Arbitrary<Double> amounts = Arbitraries.doubles().between(0, 5).ofScale(scale);
    Arbitrary<List<Double>> forecasts =
        Arbitraries.doubles().between(0, 1).ofScale(scale).list().ofSize(3);
    Arbitrary<List<Double>> costs = amounts.list().ofSize(3);
    Arbitrary<DecisionLoss> plain =
        Arbitraries.oneOf(
            Arbitraries.of(0, 1).map(Steering::new),
            forecasts.map(SquaredForecast::new),
            Combinators.combine(forecasts, Arbitraries.doubles().between(0.01, 0.5).ofScale(scale))
                .as(LogForecast::new),
            forecasts.map(ZeroOne::new),
            Combinators.combine(Arbitraries.of(0, 1), amounts, costs, Arbitraries.of(-1, 0, 1))
                .as(
                    (toward, price, cost, feature) ->
                        new PricedSteering(
                            toward,
                            price,
                            cost,
                            feature < 0 ? OptionalInt.empty() : OptionalInt.of(feature),
                            1)),
            amounts.list().ofSize(2).list().ofSize(3).map(LossTable::new));
    if (depth == 0) {
      return plain;
    }
    return Arbitraries.frequencyOf(
        Tuple.of(2, plain),
        Tuple.of(
            1,
            Combinators.combine(amounts.list().ofSize(2), losses(depth - 1, scale).list().ofSize(2))
                .as(Mixed::new)),
        Tuple.of(1, Combinators.combine(weights(), losses(depth - 1, scale)).as(Weighted::new)));
  }

  static Arbitrary<ImportanceWeight> weights() {
    Arbitrary<Double> factors = Arbitraries.doubles().between(0.1, 4);
    Arbitrary<Double> values = Arbitraries.doubles().between(0, 1);
    return Arbitraries.oneOf(
        Arbitraries.just(new Everyone()),
        factors.map(factor -> new EqualTo(0, 0.5, factor)),
        Combinators.combine(values, factors).as((cut, factor) -> new AtLeast(1, cut, factor)),
        Combinators.combine(values, factors)
            .as((cut, factor) -> new Scaled(new AtLeast(0, cut, 1), factor)));
  }

  @Provide
  Arbitrary<double[]> people() {
    return Arbitraries.doubles().between(0, 1).array(double[].class).ofSize(2);
  }

  @Property(seed = "20260901", tries = 500)
  void lossesStayBetweenZeroAndTheirMaximum(
      @ForAll("losses") DecisionLoss loss, @ForAll("people") double[] person) {
    for (int decision = 0; decision < 3; decision++) {
      for (int outcome = 0; outcome < 2; outcome++) {
        double value = loss.value(person, decision, outcome);
        assertThat(value).isBetween(0.0, loss.max() * (1 + 1e-12));
        if (loss.isInputOblivious()) {
          assertThat(loss.value(new double[] {0.3, 0.9}, decision, outcome)).isEqualTo(value);
        }
      }
      assertThat(loss.slope(person, decision))
          .isEqualTo(loss.value(person, decision, 1) - loss.value(person, decision, 0));
    }
  }

  @Property(seed = "20260902", tries = 500)
  void bestDecisionsAreByTheBaseAndOfEqualOnesTheFirst(
      @ForAll("losses") DecisionLoss loss,
      @ForAll("people") double[] person,
      @ForAll("people") double[] law) {
    double[] probabilities = {law[0], law[1], law[0]};
    DecisionLoss base = loss.base();
    int best = base.best(person, probabilities);
    for (int other = 0; other < 3; other++) {
      double apart =
          risk(base, person, other, probabilities) - risk(base, person, best, probabilities);
      assertThat(apart).isGreaterThanOrEqualTo(other < best ? Double.MIN_VALUE : 0);
    }
  }

  private static double risk(
      DecisionLoss loss, double[] person, int decision, double[] probabilities) {
    double none = loss.value(person, decision, 0);
    return none + (loss.value(person, decision, 1) - none) * probabilities[decision];
  }

  // ---- weights of 0

  @Test
  void whoHasNoWeightIsDecidedAboutByTheLossItself() {
    DecisionLoss loss = new SquaredForecast(FORECASTS);
    DecisionLoss weighted = new Weighted(new EqualTo(0, 1, 2.5), loss);
    double[] person = {0};
    double[] probabilities = {0.45, 0.45, 0.45};
    assertThat(weighted.value(person, 1, 0)).isZero();
    assertThat(weighted.base()).isEqualTo(loss);
    assertThat(new BestDecision(weighted, new ConstantLaw(List.of(.45, .45, .45))).decide(person))
        .isEqualTo(loss.best(person, probabilities))
        .isEqualTo(2);
    assertThat(weighted.best(person, probabilities)).isZero(); // what would go wrong
    DecisionLoss twice = new Weighted(new Everyone(), weighted);
    assertThat(twice.base()).isEqualTo(loss);
    assertThat(twice.isInputOblivious()).isFalse();
    assertThat(new Weighted(new Everyone(), loss).isInputOblivious()).isTrue();
  }

  // ---- what is refused

  /** A construction and the beginning of what is said about it. */
  record Refused(Supplier<DecisionLoss> made, String message) {}

  static Stream<Refused> refused() {
    List<Refused> all = new ArrayList<>();
    for (double bad : new double[] {-0.5, Double.NaN, Double.POSITIVE_INFINITY}) {
      List<Double> list = List.of(0.0, bad, 0.0);
      String rule = bad + " must be finite and at least 0. Add";
      all.add(
          new Refused(
              () -> new PricedSteering(1, bad, FORECASTS, OptionalInt.empty(), 1),
              "price: " + rule));
      all.add(
          new Refused(
              () -> new PricedSteering(1, 1, list, OptionalInt.empty(), 1), "costs[1]: " + rule));
      all.add(
          new Refused(
              () -> new PricedSteering(1, 1, FORECASTS, OptionalInt.of(0), bad),
              "greatest: " + rule));
      all.add(
          new Refused(
              () -> new LossTable(List.of(List.of(0.0, 1.0), List.of(0.0, bad))),
              "losses[1][1]: " + rule));
      all.add(
          new Refused(
              () -> new Mixed(list, List.of(STEERING, STEERING, STEERING)), "weights[1]: " + rule));
      all.add(
          new Refused(
              () -> new SquaredForecast(list), "values[1]: " + bad + " must lie in [0, 1]"));
      all.add(new Refused(() -> new ZeroOne(list), "values[1]: " + bad + " must lie in [0, 1]"));
      all.add(
          new Refused(
              () -> new LogForecast(list, 0.1), "values[1]: " + bad + " must lie in [0, 1]"));
      all.add(
          new Refused(
              () -> new LogForecast(FORECASTS, bad), "clip: " + bad + " must lie in (0, 0.5]"));
    }
    all.add(new Refused(() -> new LogForecast(FORECASTS, 0), "clip: 0 must lie in (0, 0.5]"));
    all.add(new Refused(() -> new Steering(2), "toward: 2 must be 0 or 1"));
    all.add(
        new Refused(
            () -> new PricedSteering(-1, 1, FORECASTS, OptionalInt.empty(), 1),
            "toward: -1 must be 0 or 1"));
    all.add(
        new Refused(
            () -> new LossTable(List.of(List.of(0.0, 1.0, 2.0))), "losses[0]: has 3 values"));
    all.add(
        new Refused(() -> new Mixed(List.of(1.0), List.of(STEERING, STEERING)), "losses: has 2"));
    all.add(
        new Refused(
            () -> new Mixed(List.of(1e300, 1e300), List.of(huge(1e300), huge(1))),
            "loss: Infinity must have a finite maximum"));
    all.add(
        new Refused(
            () -> new Weighted(new EqualTo(0, 0, 1e300), huge(1e300)),
            "loss: Infinity must have a finite maximum"));
    all.add(
        new Refused(
            () -> new PricedSteering(1, 1, List.of(1e300), OptionalInt.of(0), 1e300),
            "loss: Infinity must have a finite maximum"));
    all.add(new Refused(() -> new SquaredForecast(List.of()), "values: 0 must be at least 1"));
    return all.stream();
  }

  private static DecisionLoss huge(double price) {
    return new PricedSteering(1, price, List.of(0.0), OptionalInt.empty(), 1);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void wrongLossesAreRefusedWithNameValueAndRule(Refused refused) {
    assertThatThrownBy(() -> refused.made().get())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(refused.message());
  }

  @Test
  void lossesFitTheirDecisionsAndFeatures() {
    for (Worked worked : worked().toList()) {
      worked.loss().check(3, 0);
    }
    assertThatThrownBy(() -> new SquaredForecast(FORECASTS).check(4, 2))
        .hasMessageStartingWith("values: has 3 values, but the list of decisions has 4");
    assertThatThrownBy(() -> priced(OptionalInt.of(2), 1).check(3, 2))
        .hasMessageStartingWith("feature: 2 must be one of the 2 features");
    assertThatThrownBy(() -> new Weighted(new AtLeast(5, 0, 1), new Steering(1)).check(3, 2))
        .hasMessageStartingWith("feature: 5 must be one of the 2 features");
    assertThatThrownBy(() -> new Mixed(List.of(1.0), List.of(new ZeroOne(FORECASTS))).check(2, 2))
        .hasMessageStartingWith("values: has 3 values");
    assertThatThrownBy(() -> new LogForecast(FORECASTS, 0.1).check(2, 2))
        .hasMessageStartingWith("values: has 3 values");
    assertThatThrownBy(() -> new LossTable(List.of(List.of(0.0, 1.0))).check(2, 2))
        .hasMessageStartingWith("losses: has 1 values");
  }
}
