package org.sibyl.experiment.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.experiment.reproduction.omniprediction.OmnipredictionReproductions;
import org.sibyl.prediction.decision.OutcomeModel;

/** Omniprediction: it agrees with what is expected, and notices errors. */
class OmnipredictionReproductionsTest {
  static List<Reproduction> all() {
    return OmnipredictionReproductions.ALL;
  }

  /** Those that ask Nature. Calls and evaluations are counted the same for any. */
  static List<Reproduction> withNature() {
    return all().stream()
        .filter(
            one ->
                !List.of(
                        "omni-calculators",
                        "omni-cost",
                        "omni-deployment-cost",
                        "omni-interference",
                        "omni-oracle-calls")
                    .contains(one.name()))
        .toList();
  }

  /** Those that know how likely decisions were. */
  static List<Reproduction> withPropensities() {
    return all().stream()
        .filter(
            one ->
                List.of(
                        "omni-finite-sample",
                        "omni-propensities",
                        "omni-calculators",
                        "omni-deployment-cost",
                        "omni-interference")
                    .contains(one.name()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void agrees(Reproduction reproduction) {
    Verdict verdict = reproduction.run(Workbench.sound(false));
    assertThat(Wrong.of(verdict)).isEmpty();
    assertThat(verdict.reproduced()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("withNature")
  void noticesOutcomesThatAreFivePercentRarer(Reproduction reproduction) {
    assertThat(Wrong.of(reproduction.run(bench(law -> new Rarer(law, 0.95), 1)))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void noticesOutcomesThatNothingChanges(Reproduction reproduction) {
    if (!withPropensities().contains(reproduction) || withNature().contains(reproduction)) {
      assertThat(Wrong.of(reproduction.run(bench(Still::new, 1)))).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("withPropensities")
  void noticesPropensitiesThatAreFivePercentTooHigh(Reproduction reproduction) {
    assertThat(Wrong.of(reproduction.run(bench(law -> law, 1.05)))).isNotEmpty();
  }

  /** Spillovers that are a fifth too strong. */
  @Test
  void noticesNeighborsWhoCountTooMuch() {
    Workbench bench = Workbench.sound(false).withSensitivity(spillover -> 1.2 * spillover);
    Reproduction interference = Reproductions.named("omni-interference").orElseThrow();
    assertThat(Wrong.of(interference.run(bench))).isNotEmpty();
  }

  @Test
  @Tag("campaign")
  void agreesInFull() {
    for (Reproduction reproduction : all()) {
      assertThat(Wrong.of(reproduction.run(Workbench.sound(true))))
          .as(reproduction.name())
          .isEmpty();
    }
  }

  @Test
  void theyAreOnTheCommandLineAndMissNothing() {
    assertThat(Reproductions.ALL).containsAll(all());
    assertThat(all()).allMatch(one -> one.missing(Workbench.sound(false)).isEmpty());
  }

  private static Workbench bench(UnaryOperator<OutcomeModel> nature, double propensity) {
    return Workbench.sound(false).withNature(nature).withPropensity(known -> propensity * known);
  }

  /** Outcomes of 1 are rarer by a factor. */
  private record Rarer(OutcomeModel law, double factor) implements OutcomeModel {
    @Override
    public int decisions() {
      return law.decisions();
    }

    @Override
    public void probabilities(double[] features, double[] into) {
      law.probabilities(features, into);
      for (int decision = 0; decision < into.length; decision++) {
        into[decision] *= factor;
      }
    }

    @Override
    public void check(int features) {
      law.check(features);
    }
  }

  /** Whatever is decided, all outcomes are as likely as not. */
  private record Still(OutcomeModel law) implements OutcomeModel {
    @Override
    public int decisions() {
      return law.decisions();
    }

    @Override
    public void probabilities(double[] features, double[] into) {
      java.util.Arrays.fill(into, 0.5);
    }

    @Override
    public void check(int features) {
      law.check(features);
    }
  }
}
