package org.sibyl.outcome.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sibyl.Given;
import org.sibyl.ScoreLaw;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;
import org.sibyl.population.Population;

/** Labels whose probability is read from a table. */
class StepOutcomeTest {
  private static final int MANY = 100_000;

  private static Column labels(StepOutcome outcome, Population people, Matrix shown) {
    Situation found = Given.situation(Network.of(people.size()), people, new double[people.size()]);
    return outcome.realize(found, new Response(Column.constant(people.size(), 0), shown)).labels();
  }

  private static Column certain(double... scores) {
    Population people = Population.of(Column.of(scores).asMatrix());
    StepOutcome outcome = new StepOutcome(0, Values.each(1, 2, 3), Values.each(0, 1, 0));
    return labels(outcome, people, people.features());
  }

  @Test
  void aStepBeginsAtItsLevel() {
    assertThat(certain(1, 1.5, Math.nextDown(2), 2, 2.5, Math.nextDown(3), 3, 9).toArray())
        .containsExactly(0, 0, 0, 1, 1, 1, 0, 0);
  }

  @Test
  void belowTheFirstLevelItsProbabilityHolds() {
    Population people = Population.of(Column.of(-5, 1).asMatrix());
    StepOutcome outcome = new StepOutcome(0, Values.each(1, 2), Values.each(1, 0));
    assertThat(labels(outcome, people, people.features()).toArray()).containsExactly(1, 1);
  }

  /** Hoeffding's bound for 50 000 labels at each of two scores; false alarm 2e-9 together. */
  @Test
  void labelsComeWithTheirProbability() {
    Population people = Population.of(Column.generate(MANY, i -> i % 2 == 0 ? 1 : 2).asMatrix());
    StepOutcome outcome = new StepOutcome(0, Values.each(1, 2), Values.each(0.2, 0.65));
    Column labels = labels(outcome, people, people.features());
    double bound = ScoreLaw.strays(1, MANY / 2.0);
    assertThat(Column.generate(MANY / 2, k -> labels.get(2 * k)).mean())
        .isCloseTo(0.2, within(bound));
    assertThat(Column.generate(MANY / 2, k -> labels.get(2 * k + 1)).mean())
        .isCloseTo(0.65, within(bound));
  }

  /** Not what was once, nor what is only shown. */
  @Test
  void whatCountsIsTheFeatureThatPeopleHaveNow() {
    Population people =
        Population.of(Matrix.of(2, 2, 0, 1, 0, 1)).withFeatures(Matrix.of(2, 2, 0, 2, 0, 1));
    StepOutcome outcome = new StepOutcome(1, Values.each(1, 2), Values.each(0, 1));
    assertThat(labels(outcome, people, Matrix.of(2, 2, 9, 9, 9, 9)).toArray())
        .containsExactly(1, 0);
  }

  @Test
  void whatCannotBe() {
    Values two = Values.each(1, 2);
    assertThatThrownBy(() -> new StepOutcome(0, Values.each(1, 1), two))
        .hasMessage("levels: [1.0, 1.0] must be ascending.");
    assertThatThrownBy(() -> new StepOutcome(0, two, two)).hasMessageContaining("probabilities[1]");
    assertThatThrownBy(() -> new StepOutcome(0, two, Values.each(0.1, 0.2, 0.3)))
        .hasMessageContaining("probabilities: has 3 values");
    StepOutcome second = new StepOutcome(1, two, Values.all(0.5));
    Population people = Population.of(Column.of(1).asMatrix());
    assertThatThrownBy(() -> labels(second, people, people.features()))
        .hasMessage("feature: 1 is not one of the 1 features, which count from 0.");
  }
}
