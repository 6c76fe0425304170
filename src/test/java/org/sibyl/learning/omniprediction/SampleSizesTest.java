package org.sibyl.learning.omniprediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sibyl.learning.omniprediction.SampleSizes.Constants;
import org.sibyl.learning.omniprediction.SampleSizes.Inequality;
import org.sibyl.learning.omniprediction.SampleSizes.Size;
import org.sibyl.learning.omniprediction.SampleSizes.WholeRun;

class SampleSizesTest {
  private static SampleSizes uniform(double tolerance) {
    return new SampleSizes(tolerance, 0.05, 3, 1);
  }

  /**
   * The table of section 10: 135 pairs, a uniform trial of three decisions. Its last number is
   * printed as 345487; (40000 + 200) ln 5400 is 345485.00015.
   */
  @ParameterizedTest
  @CsvSource({
    "0.1, 15470, 3868, 3610",
    "0.05, 61878, 15470, 14095",
    "0.01, 1546948, 386737, 345486"
  })
  void sizesAreThoseOfTheTable(double tolerance, long paper, long tight, long bernstein) {
    SampleSizes sizes = uniform(tolerance);
    assertThat(sizes.hoeffding(Constants.PAPER, 135)).isEqualTo(paper);
    assertThat(sizes.hoeffding(Constants.TIGHT, 135)).isEqualTo(tight);
    assertThat(sizes.bernstein(135)).isEqualTo(bernstein);
    assertThat(sizes.residual(135)).isEqualTo(paper);
    assertThat(sizes.least(135)).isEqualTo(new Size(bernstein, Inequality.BERNSTEIN));
  }

  @Test
  void theBetterInequalityIsTaken() {
    SampleSizes two = new SampleSizes(0.1, 0.05, 2, 1);
    assertThat(two.least(135))
        .isEqualTo(new Size(two.hoeffding(Constants.TIGHT, 135), Inequality.HOEFFDING));
    assertThat(two.bernstein(135)).isGreaterThan(two.least(135).people());
    SampleSizes coarse = uniform(2);
    assertThat(coarse.least(135).by()).isEqualTo(Inequality.HOEFFDING);
  }

  @Test
  void sizesScaleWithLossAndWeight() {
    double logarithm = Math.log(2 * 7 / 0.2);
    SampleSizes sizes = new SampleSizes(0.3, 0.2, 1.6, 4);
    assertThat(sizes.hoeffding(Constants.TIGHT, 7))
        .isEqualTo((long) Math.ceil(1.6 * 1.6 * 16 * logarithm / (2 * 0.09)));
    // below two the variance of a loss in [0, B max] is at most a quarter of the range squared
    double variance = 1.6 * 1.6 / 4 * 16;
    assertThat(sizes.bernstein(7))
        .isEqualTo((long) Math.ceil((2 * variance / 0.09 + 2 * 1.6 * 4 / (3 * 0.3)) * logarithm));
  }

  @Test
  void freshBatchesAddUp() {
    // 5 losses, 27 rules, 300 updates; failure halves between rules once and decisions each round
    double s = 0.0125;
    double once = Math.ceil(9 * Math.log(2 * 135 / 0.025) / (2 * s * s));
    double each = Math.ceil(9 * Math.log(2 * 5 * 2 * 301 / 0.05) / (2 * s * s));
    double modelled = Math.ceil(Math.log(2 * 140 * 301 / 0.05) / (2 * s * s));
    assertThat(uniform(s).freshBatches(Constants.TIGHT, 5, 27, 300))
        .isEqualTo(new WholeRun((long) (once + 301 * each), (long) (301 * modelled)));
    WholeRun paper = uniform(s).freshBatches(Constants.PAPER, 5, 27, 300);
    assertThat(paper.unlabelled()).isEqualTo((long) (301 * modelled));
    assertThat(paper.labelled() / (once + 301 * each)).isBetween(3.999, 4.001);
  }

  @ParameterizedTest
  @EnumSource(StepPolicy.class)
  void oneLogIsEnoughOnlyForStepsThatCanBeCounted(StepPolicy step) {
    SampleSizes sizes = uniform(0.0125);
    if (step == StepPolicy.FIXED || step == StepPolicy.CERTIFIED) {
      double logarithm = 301 * Math.log(2 * 28 * 5) + Math.log(2 / 0.05);
      assertThat(sizes.reusedLog(step, 5, 27, 300))
          .isEqualTo((long) Math.ceil(2 * 9 * logarithm / (0.0125 * 0.0125)));
    } else {
      assertThatThrownBy(() -> sizes.reusedLog(step, 5, 27, 300))
          .hasMessageStartingWith("step: " + step + " has no bound")
          .hasMessageContaining("Take FIXED or CERTIFIED");
    }
  }

  /** X8: one trial wins against deploying every rule when there are more than k squared. */
  @Test
  void aTrialWinsFromNineRulesOn() {
    for (int rules = 1; rules <= 1000; rules++) {
      SampleSizes trial = uniform(0.05);
      long once = trial.hoeffding(Constants.TIGHT, 5L * rules);
      long all = trial.deployingAll(5, rules);
      if (rules < 9) {
        assertThat(all).isLessThan(once);
      } else if (rules > 9) {
        assertThat(once).isLessThan(all);
      } else {
        assertThat(all - once).isBetween(0L, 9L); // each deployment is rounded up
      }
    }
  }

  @Test
  void dependentPeopleCountLess() {
    assertThat(SampleSizes.effective(900, 8)).isEqualTo(100);
    assertThat(SampleSizes.effective(900, 0)).isEqualTo(900);
    assertThat(SampleSizes.dependent(101, 8)).isEqualTo(909);
    assertThatThrownBy(() -> SampleSizes.effective(900, -1))
        .hasMessageStartingWith("greatest-degree: -1 must be at least 0");
    assertThatThrownBy(() -> SampleSizes.dependent(1L << 53, 1))
        .hasMessageStartingWith("the sample: ");
  }

  @Test
  void sizesBeyondExactNumbersAreRefused() {
    // 4.5 ln(5400) / tolerance^2 passes 2^53 at about 6.55e-8
    assertThat(uniform(6.6e-8).hoeffding(Constants.TIGHT, 135)).isLessThan(1L << 53);
    assertThatThrownBy(() -> uniform(6.5e-8).hoeffding(Constants.TIGHT, 135))
        .hasMessageStartingWith("the sample: ")
        .hasMessageContaining("must be at most 2^53 people. Give a larger tolerance");
    assertThatThrownBy(() -> uniform(1e-200).hoeffding(Constants.TIGHT, 135))
        .hasMessageStartingWith("the sample: Infinity");
  }

  @Test
  void wrongNumbersAreRefused() {
    assertThatThrownBy(() -> uniform(0)).hasMessageStartingWith("tolerance: 0 must lie in");
    assertThatThrownBy(() -> uniform(Double.NaN)).hasMessageStartingWith("tolerance: NaN");
    assertThatThrownBy(() -> new SampleSizes(1, 1, 3, 1)).hasMessageStartingWith("failure: 1");
    assertThatThrownBy(() -> new SampleSizes(1, 0.5, 0.9, 1))
        .hasMessageStartingWith("greatest-weight: 0.9");
    assertThatThrownBy(() -> new SampleSizes(1, 0.5, 3, 0)).hasMessageStartingWith("max: 0");
    assertThatThrownBy(() -> uniform(1).hoeffding(Constants.TIGHT, 0))
        .hasMessageStartingWith("pairs: 0.0 must be at least 1");
    assertThatThrownBy(() -> uniform(1).freshBatches(Constants.TIGHT, 0, 1, 1))
        .hasMessageStartingWith("losses: 0 must be at least 1");
    assertThatThrownBy(() -> uniform(1).reusedLog(StepPolicy.FIXED, 1, 1, -1))
        .hasMessageStartingWith("updates: -1 must be at least 0");
  }
}
