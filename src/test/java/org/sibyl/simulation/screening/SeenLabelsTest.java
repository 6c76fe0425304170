package org.sibyl.simulation.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sibyl.behavior.Response;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.outcome.Outcomes;
import org.sibyl.prediction.AcceptanceThreshold;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Deployment;
import org.sibyl.simulation.FixedSample;
import org.sibyl.simulation.FreshSample;
import org.sibyl.simulation.ReferenceComplement;
import org.sibyl.simulation.Survey;
import org.sibyl.simulation.WholePopulation;

/** Who is observed, and whose label is seen. */
class SeenLabelsTest {
  private static final int SIZE = 10_000;

  /** Scores i / 10 000, label 1 for odd i, and a rule that accepts up to .4: i = 0 to 4000. */
  private static Cohort observed(Survey survey, int round, double lambda) {
    Matrix scores = Matrix.of(SIZE, 1, Column.generate(SIZE, i -> (double) i / SIZE).toArray());
    AcceptanceThreshold rule = new AcceptanceThreshold(lambda);
    Column accepted = rule.predict(scores, Randomness.of(1).at(Draw.DEPLOYMENT, round));
    Column labels = Column.generate(SIZE, i -> i % 2);
    return survey.observe(
        new Deployment(round, rule, accepted),
        new Response(Column.constant(SIZE, 0), scores),
        new Outcomes(labels, Column.constant(SIZE, 0), Map.of()),
        Randomness.of(20260613));
  }

  @Test
  void ofThoseNotAcceptedNoLabelIsSeen() {
    Cohort cohort = observed(new AcceptedOnly(new WholePopulation()), 1, .6);
    assertThat(cohort.labelled().orElseThrow().cardinality()).isEqualTo(4001);
    for (int i = 0; i < SIZE; i++) {
      double label = cohort.outcomes().get(i);
      assertThat(cohort.labelled().orElseThrow().get(i)).isEqualTo(i <= 4000);
      assertThat(Double.compare(label, i <= 4000 ? i % 2 : Double.NaN)).isZero();
    }
    assertThat(observed(new AcceptedOnly(new WholePopulation()), 1, 0).labelled()).isEmpty();
  }

  /** 5999 people reviewed with probability 1/4: four standard errors, false alarm .00006. */
  @Test
  void aShareOfThemIsReviewed() {
    Cohort cohort = observed(new Review(new WholePopulation(), .25), 1, .6);
    int seen = cohort.labelled().orElseThrow().cardinality();
    assertThat(cohort.labelled().orElseThrow().get(0, 4001).cardinality()).isEqualTo(4001);
    assertThat((seen - 4001) / 5999.0).isCloseTo(.25, within(4 * Math.sqrt(.1875 / 5999)));
    assertThat(cohort.outcomes().get(0)).isZero();
    // others in the next round, the same whoever else is observed
    assertThat(observed(new Review(new WholePopulation(), .25), 2, .6).labelled())
        .isNotEqualTo(cohort.labelled());
    Cohort part = observed(new Review(new FreshSample(500), .25), 1, .6);
    for (int k = 0; k < part.size(); k++) {
      assertThat(part.labelled().orElseThrow().get(k))
          .isEqualTo(cohort.labelled().orElseThrow().get(part.individuals()[k]));
    }
    assertThat(observed(new Review(new WholePopulation(), 1), 1, .6).labelled()).isEmpty();
  }

  @Test
  void labelsThatAnInnerSurveyHidesStayHidden() {
    Cohort cohort = observed(new Review(new AcceptedOnly(new WholePopulation()), .5), 1, .6);
    assertThat(cohort.labelled().orElseThrow().cardinality()).isEqualTo(4001);
  }

  @Test
  void aFixedSampleIsTheSameInEveryRoundAndAFreshOneIsNot() {
    int[] first = observed(new FixedSample(500), 1, .6).individuals();
    assertThat(first).hasSize(500).isSorted().doesNotHaveDuplicates();
    assertThat(observed(new FixedSample(500), 2, .6).individuals()).isEqualTo(first);
    assertThat(observed(new FreshSample(500), 2, .6).individuals())
        .isNotEqualTo(observed(new FreshSample(500), 1, .6).individuals());
    assertThatThrownBy(() -> new FixedSample(11).check(10)).hasMessageContaining("population");
  }

  /** With n = size draws a share (1 - 1/n)^n = .3679 stays; its deviation is below .003. */
  @Test
  void theComplementIsWhoWasNotDrawn() {
    Cohort cohort = observed(new ReferenceComplement(SIZE), 1, .6);
    assertThat(cohort.individuals()).isSorted().doesNotHaveDuplicates();
    assertThat((double) cohort.size() / SIZE).isCloseTo(.3679, within(.015));
    assertThat(observed(new ReferenceComplement(1), 1, .6).size()).isEqualTo(SIZE - 1);
    assertThat(observed(new ReferenceComplement(SIZE), 2, .6).individuals())
        .isNotEqualTo(cohort.individuals());
    assertThatThrownBy(() -> observed(new ReferenceComplement(1_000_000), 1, .6))
        .hasMessageContaining("leaves none");
  }

  @Test
  void theyRefuseWhatTheirInnerSurveyRefuses() {
    assertThatThrownBy(() -> new AcceptedOnly(new FreshSample(11)).check(10))
        .hasMessageContaining("population");
    assertThatThrownBy(() -> new Review(new FreshSample(11), .5).check(10))
        .hasMessageContaining("population");
  }
}
