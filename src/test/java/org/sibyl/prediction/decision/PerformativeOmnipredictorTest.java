package org.sibyl.prediction.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The model that boosting makes, evaluated by itself. */
class PerformativeOmnipredictorTest {
  private static final double[] NOBODY = {};

  /** y + .1 decision, of which every evaluation counts. */
  private static final class Counted implements DecisionLoss {
    private long evaluations;

    @Override
    public double value(double[] features, int decision, int outcome) {
      evaluations++;
      return outcome + 0.1 * decision;
    }

    @Override
    public double max() {
      return 2;
    }

    @Override
    public boolean isInputOblivious() {
      return true;
    }

    @Override
    public void check(int decisions, int features) {
      // fits
    }
  }

  private static List<Update> alongDecisions(int count) {
    List<Update> updates = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      updates.add(Update.ofDecisions(0, 0, s % 2 == 0 ? -0.15 : 0.05));
    }
    return updates;
  }

  /** E2: a decider that counts nobody decides by the loss that is weighted. */
  @Test
  void decidersDecideByTheLossItself() {
    DecisionLoss aimed = new PricedSteering(1, 1, List.of(0.5, 0.0), OptionalInt.empty(), 1);
    DecisionLoss nobodys = new Weighted(new EqualTo(0, 7, 2), aimed);
    List<DecisionLoss> losses = List.of(new Steering(0), nobodys);
    double[] law = new double[2];
    new PerformativeOmnipredictor(2, losses, List.of(), List.of(Update.ofDecisions(0, 1, 0.25)))
        .probabilities(new double[] {0}, law);
    assertThat(law).containsExactly(0.5, 0.25);
  }

  /** What is not a number is not decided by. */
  @Test
  void risksThatAreNoNumbersAreRefused() {
    for (int place = 0; place < 2; place++) {
      double[] law = {0.5, 0.5};
      law[place] = Double.NaN;
      String named = "decision " + place;
      assertThatThrownBy(() -> new Steering(1).best(NOBODY, law))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(named);
    }
  }

  /** Property P7. */
  @ParameterizedTest
  @CsvSource({"8, 3", "20, 2", "50, 5", "0, 4"})
  void evaluationIsOnePass(int updates, int decisions) {
    Counted loss = new Counted();
    PerformativeOmnipredictor predictor =
        new PerformativeOmnipredictor(decisions, List.of(loss), List.of(), alongDecisions(updates));
    new BestDecision(loss, predictor).decide(NOBODY);
    assertThat(loss.evaluations)
        .isLessThanOrEqualTo(2L * updates * (decisions + 1) + 2L * decisions);
    loss.evaluations = 0;
    predictor.probabilities(NOBODY, new double[decisions]);
    assertThat(loss.evaluations)
        .isLessThanOrEqualTo(4L * updates * (decisions + 1))
        .isEqualTo(2L * updates * (decisions + 1));
  }

  /**
   * The definition, evaluated as it reads, takes more than k^T evaluations for the same numbers.
   */
  @Test
  void theRecursionOfTheDefinitionCostsMore() {
    Counted loss = new Counted();
    List<Update> updates = alongDecisions(8);
    double[] law = new double[3];
    new PerformativeOmnipredictor(3, List.of(loss), List.of(), updates).probabilities(NOBODY, law);
    assertThat(loss.evaluations).isLessThanOrEqualTo(128);
    loss.evaluations = 0;
    for (int a = 0; a < 3; a++) {
      assertThat(law[a]).isEqualTo(recursive(loss, updates, 8, a));
    }
    assertThat(loss.evaluations).isGreaterThanOrEqualTo(6561);
    assertThat(Arrays.stream(law).distinct().count()).isGreaterThan(1);
  }

  /** q at time t of a decision, by the models of all times before. */
  private static double recursive(Counted loss, List<Update> updates, int t, int decision) {
    if (t == 0) {
      return 0.5;
    }
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < 3; a++) {
      double none = loss.value(NOBODY, a, 0);
      double risk = none + (loss.value(NOBODY, a, 1) - none) * recursive(loss, updates, t - 1, a);
      if (risk < least) {
        best = a;
        least = risk;
      }
    }
    double before = recursive(loss, updates, t - 1, decision);
    double slope = loss.slope(NOBODY, decision);
    return decision == best
        ? Math.max(0, Math.min(1, before - updates.get(t - 1).step() * slope))
        : before;
  }

  /** By hand: steering to 0 has slope 1, so does the other loss -1. */
  @Test
  void updatesByHand() {
    PerformativeOmnipredictor predictor =
        new PerformativeOmnipredictor(
            2,
            List.of(new Steering(0), new Steering(1)),
            List.of(new Stump(0, 1, 0, 1)),
            List.of(
                Update.ofRule(0, 0, 0.2), // decision 0 of who is below 1: .3; else 1: .3
                Update.ofDecisions(1, 1, 0.1), // the other decision, which is likelier: .6
                Update.ofDecisions(1, 0, 0.1), // the less likely one, by the slope of loss 1: .4
                Update.ofRule(1, 0, 3))); // beyond 1
    assertThat(law(predictor, 0)).containsExactly(new double[] {1, .6}, within(1e-15));
    assertThat(law(predictor, 1)).containsExactly(new double[] {.6, 1}, within(1e-15));
    assertThat(law(first(predictor, 3), 1)).containsExactly(new double[] {.6, .4}, within(1e-15));
    assertThat(law(first(predictor, 0), 1)).containsExactly(.5, .5);
  }

  private static double[] law(OutcomeModel model, double feature) {
    double[] law = new double[2];
    model.probabilities(new double[] {feature}, law);
    return law;
  }

  private static PerformativeOmnipredictor first(PerformativeOmnipredictor all, int count) {
    return new PerformativeOmnipredictor(
        all.decisions(), all.losses(), all.rules(), all.updates().subList(0, count));
  }

  @Test
  void updatesNameWhatThereIs() {
    for (Update update :
        List.of(Update.ofRule(1, 0, 0), Update.ofRule(0, 1, 0), Update.ofDecisions(0, 1, 0))) {
      assertThatThrownBy(
              () ->
                  new PerformativeOmnipredictor(
                      2, List.of(new Steering(0)), List.of(new Always(0)), List.of(update)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1 must be one of the 1 given");
    }
  }

  /** E11. */
  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void aRuleThatDecidesWhatThereIsNotIsRefused(int decision) {
    PerformativeOmnipredictor predictor =
        new PerformativeOmnipredictor(
            2,
            List.of(new Steering(0)),
            List.of(new Always(0), new Always(decision)),
            List.of(Update.ofRule(0, 1, 0.1)));
    assertThatThrownBy(() -> law(predictor, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("decision of rules[1]: " + decision);
  }

  @Test
  void aLossThatIsNotANumberIsRefused() {
    DecisionLoss squareRoot = new SquareRoot();
    PerformativeOmnipredictor predictor =
        new PerformativeOmnipredictor(
            2,
            List.of(new Steering(0), squareRoot),
            List.of(new Always(0)),
            List.of(Update.ofRule(1, 0, 0.1)));
    assertThat(law(predictor, 1)).containsExactly(.4, .5);
    assertThatThrownBy(() -> law(predictor, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("slope of losses[1]: NaN");
  }

  private record SquareRoot() implements DecisionLoss {
    @Override
    public double value(double[] features, int decision, int outcome) {
      return outcome * Math.sqrt(features[0]);
    }

    @Override
    public double max() {
      return 1;
    }

    @Override
    public boolean isInputOblivious() {
      return false;
    }

    @Override
    public void check(int decisions, int features) {
      // fits
    }
  }
}
