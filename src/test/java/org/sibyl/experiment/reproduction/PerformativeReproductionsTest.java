package org.sibyl.experiment.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.experiment.reproduction.performative.PerformativeReproductions;

/** Problems with closed forms: they agree, and notice people who are 5 % more sensitive. */
class PerformativeReproductionsTest {
  static List<Reproduction> all() {
    return PerformativeReproductions.ALL;
  }

  @ParameterizedTest
  @MethodSource("all")
  void agreesWithItsClosedForm(Reproduction reproduction) {
    Verdict verdict = reproduction.run(bench(1));
    assertThat(Wrong.of(verdict)).isEmpty();
    assertThat(verdict.reproduced()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("all")
  void noticesASensitivityThatIsFivePercentTooHigh(Reproduction reproduction) {
    assertThat(Wrong.of(reproduction.run(bench(1.05)))).isNotEmpty();
  }

  /** Bounds that hold with room to spare hold for people who are less sensitive than stated. */
  static List<Reproduction> allButBounds() {
    return PerformativeReproductions.ALL.stream()
        .filter(one -> !one.name().equals("confidence-bounds"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("allButBounds")
  void noticesASensitivityThatIsFivePercentTooLow(Reproduction reproduction) {
    assertThat(Wrong.of(reproduction.run(bench(0.95)))).isNotEmpty();
  }

  /** Elsewhere there is no penalty that a loss is weighed against. */
  static List<Reproduction> wherePenaltyWeighsTheLoss() {
    return Stream.of(
            "perfgd-regression",
            "stateful-credit",
            "geometric-decay",
            "two-stage",
            "dfo",
            "plug-in",
            "confidence-bounds",
            "multiplayer")
        .map(name -> Reproductions.named(name).orElseThrow())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("wherePenaltyWeighsTheLoss")
  void noticesALossThatIsFivePercentTooHigh(Reproduction reproduction) {
    Workbench planted = bench(1).withLoss(LossTooHigh::new);
    assertThat(Wrong.of(reproduction.run(planted))).isNotEmpty();
  }

  /** The published 300 rounds of ten starts. */
  @Test
  @Tag("campaign")
  void statefulCreditInFull() {
    Workbench sound = Workbench.sound(true).withCredit(Path.of("nowhere.csv"));
    Reproduction credit = Reproductions.named("stateful-credit").orElseThrow();
    assertThat(Wrong.of(credit.run(sound))).isEmpty();
  }

  @Test
  void theyAreOnTheCommandLine() {
    assertThat(Reproductions.ALL).containsAll(PerformativeReproductions.ALL);
  }

  /** Borrowers are the stand-in's, so that the test needs no file. */
  private static Workbench bench(double times) {
    return Workbench.sound(false)
        .withCredit(Path.of("nowhere.csv"))
        .withSensitivity(epsilon -> times * epsilon);
  }
}
