package org.sibyl.experiment.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.Shared;
import org.sibyl.experiment.reproduction.riskcontrol.RiskControlReproductions;
import org.sibyl.learning.riskcontrol.width.Width;
import org.sibyl.prediction.risk.RiskMeasure;

/** Risk control: it agrees on the real borrowers and on their stand-in, and notices errors. */
class RiskControlReproductionsTest {
  static List<Reproduction> all() {
    return RiskControlReproductions.ALL;
  }

  /** Those that take borrowers. */
  static List<Reproduction> withBorrowers() {
    return all().stream()
        .filter(one -> !one.name().equals("prc-widths") && !one.name().equals("prc-forecasting"))
        .toList();
  }

  /** Elsewhere nobody responds. */
  static List<Reproduction> withResponses() {
    return all().stream().filter(one -> !one.name().equals("prc-widths")).toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void agreesWithoutAnyFile(Reproduction reproduction) {
    Verdict verdict = reproduction.run(standIn(1, 1, false));
    assertThat(Wrong.of(verdict)).isEmpty();
    assertThat(verdict.reproduced()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("withBorrowers")
  void agreesWithWhatIsRecordedOfRealBorrowers(Reproduction reproduction) {
    assertThat(Wrong.of(reproduction.run(real(1, false)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("withResponses")
  void noticesAReachThatIsFivePercentTooFar(Reproduction reproduction) {
    assertThat(Wrong.of(reproduction.run(standIn(1.05, 1, false)))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("withResponses")
  void noticesAReachThatIsFivePercentTooShort(Reproduction reproduction) {
    assertThat(Wrong.of(reproduction.run(standIn(0.95, 1, false)))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("withBorrowers")
  void noticesAReachOfRealBorrowersThatIsFivePercentTooFar(Reproduction reproduction) {
    assertThat(Wrong.of(reproduction.run(real(1.05, false))))
        .anyMatch(text -> text.contains("tau") && !text.contains("uniform people"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void noticesAWidthThatIsFivePercentTooNarrow(Reproduction reproduction) {
    assertThat(Wrong.of(reproduction.run(standIn(1, 0.95, false)))).isNotEmpty();
  }

  /** As many runs as were recorded. */
  @Test
  @Tag("campaign")
  void agreesInFull() {
    for (Reproduction reproduction : all()) {
      assertThat(Wrong.of(reproduction.run(standIn(1, 1, true)))).as(reproduction.name()).isEmpty();
      assertThat(Wrong.of(reproduction.run(real(1, true)))).as(reproduction.name()).isEmpty();
    }
  }

  @Test
  void theyAreOnTheCommandLineAndMissNothing() {
    assertThat(Reproductions.ALL).containsAll(all());
    assertThat(all()).allMatch(one -> one.missing(standIn(1, 1, false)).isEmpty());
  }

  private static Workbench standIn(double reach, double width, boolean full) {
    return bench(epsilon -> reach * epsilon, sound -> new Scaled(sound, width), full)
        .withCredit(Path.of("nowhere.csv"));
  }

  /** Skips the test where the real data are absent. */
  private static Workbench real(double reach, boolean full) {
    return bench(epsilon -> reach * epsilon, sound -> sound, full)
        .withCredit(Shared.path("data/credit_data.csv.gz"));
  }

  private static Workbench bench(
      DoubleUnaryOperator reach, UnaryOperator<Width> width, boolean full) {
    return Workbench.sound(full).withSensitivity(reach).withWidth(width);
  }

  /** Widths that are wrong by a factor, and in all else as they are. */
  private record Scaled(Width sound, double factor) implements Width {
    @Override
    public OptionalDouble of(int sample, double failure, RiskMeasure measure, double level) {
      OptionalDouble width = sound.of(sample, failure, measure, level);
      return width.isPresent() ? OptionalDouble.of(factor * width.getAsDouble()) : width;
    }

    @Override
    public boolean needsGreatestLoss() {
      return sound.needsGreatestLoss();
    }
  }
}
