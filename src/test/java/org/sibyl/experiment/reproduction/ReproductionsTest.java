package org.sibyl.experiment.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.Shared;
import org.sibyl.experiment.reproduction.learned.LearnedReproductions;
import org.sibyl.experiment.reproduction.omniprediction.OmnipredictionReproductions;
import org.sibyl.experiment.reproduction.performative.PerformativeReproductions;
import org.sibyl.experiment.reproduction.riskcontrol.RiskControlReproductions;
import org.sibyl.numeric.Share;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.prediction.Loss;

/**
 * What every reproduction owes: it agrees, and it notices when the model is 5 % wrong. Problems
 * with closed forms owe more, in {@link PerformativeReproductionsTest}, and so does risk control,
 * in {@link RiskControlReproductionsTest}. Learned predictors take minutes: see {@link
 * LearnedReproductionsTest}.
 */
class ReproductionsTest {
  static List<Reproduction> published() {
    return Reproductions.ALL.stream()
        .filter(one -> !PerformativeReproductions.ALL.contains(one))
        .filter(one -> !RiskControlReproductions.ALL.contains(one))
        .filter(one -> !OmnipredictionReproductions.ALL.contains(one))
        .filter(one -> !LearnedReproductions.ALL.contains(one))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("published")
  void agreesWithWhatIsPublished(Reproduction reproduction) {
    Verdict verdict = run(reproduction, Workbench.sound(false));
    assertThat(Wrong.of(verdict)).isEmpty();
    assertThat(verdict.reproduced()).isTrue();
  }

  static List<Reproduction> games() {
    return published().stream().filter(one -> one.name().startsWith("games-")).toList();
  }

  @ParameterizedTest
  @MethodSource("games")
  void noticesAThresholdThatIsFivePercentTooHigh(Reproduction reproduction) {
    assertThat(wrong(reproduction, planted(game -> with(game, 1.05, 1)))).isNotEmpty();
  }

  /** Only here does the risk decide: elsewhere everything is sure, and sure to pay. */
  static List<Reproduction> whereRiskDecides() {
    return Stream.of(
            "games-figure-5-complete",
            "games-figure-5-scale-free",
            "games-figure-6",
            "games-figure-13",
            "games-price-of-anarchy")
        .map(name -> Reproductions.named(name).orElseThrow())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("whereRiskDecides")
  void noticesARiskThatIsFivePercentTooLow(Reproduction reproduction) {
    assertThat(wrong(reproduction, planted(game -> with(game, 1, 0.95)))).isNotEmpty();
  }

  /** In the others people respond by a sensitivity. */
  static List<Reproduction> withSensitivity() {
    return published().stream().filter(one -> !one.name().startsWith("games-")).toList();
  }

  @ParameterizedTest
  @MethodSource("withSensitivity")
  void noticesASensitivityThatIsFivePercentTooHigh(Reproduction reproduction) {
    assertThat(wrong(reproduction, planted(epsilon -> 1.05 * epsilon, loss -> loss))).isNotEmpty();
  }

  /** Those that take least time. */
  static List<Reproduction> wherePenaltyOrStepWeighsTheLoss() {
    return Stream.of("credit-rrm", "stochastic-gaussian")
        .map(name -> Reproductions.named(name).orElseThrow())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("wherePenaltyOrStepWeighsTheLoss")
  void noticesALossThatIsFivePercentTooHigh(Reproduction reproduction) {
    assertThat(wrong(reproduction, planted(epsilon -> epsilon, LossTooHigh::new))).isNotEmpty();
  }

  @Test
  void withoutCreditDataItIsSaidWhereToPutThem() {
    Workbench bench = Workbench.sound(false).withCredit(Path.of("nowhere.csv"));
    List<Reproduction> missing =
        Reproductions.ALL.stream().filter(one -> one.missing(bench).isPresent()).toList();
    assertThat(missing)
        .extracting(Reproduction::name)
        .containsExactly(
            "credit-rrm",
            "credit-rgd",
            "credit-degeneracy",
            "credit-variants",
            "stochastic-credit");
    assertThat(missing.get(0).missing(bench).orElseThrow())
        .contains("cs-training.csv")
        .endsWith("Put it at " + Path.of("scenarios", "credit", "cs-training.csv") + ".");
  }

  @Test
  void creditDataMayLieWhereThePropertySays(@TempDir Path folder) throws IOException {
    Path usual = Path.of("scenarios", "credit", "cs-training.csv");
    assumeFalse(Files.exists(usual), "the data lie in the usual place");
    Path elsewhere = Files.createFile(folder.resolve("credit.csv"));
    String before = System.getProperty("sibyl.credit", "");
    try {
      System.clearProperty("sibyl.credit");
      assertThat(Workbench.sound(false).credit().path()).isEqualTo(usual);
      assertThat(Workbench.sound(false).missingCredit()).isPresent();
      System.setProperty("sibyl.credit", elsewhere.toString());
      assertThat(Workbench.sound(false).credit().path()).isEqualTo(elsewhere);
      assertThat(Workbench.sound(false).missingCredit()).isEmpty();
    } finally {
      System.setProperty("sibyl.credit", before);
    }
  }

  @Test
  void whatIsNotMeasuredOrNotExpectedIsOutOfBand() {
    Expected expected = new Expected("a", 1, 0.5, 0, "here");
    List<Finding> findings = Finding.all(List.of(expected), Map.of());
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).inBand()).isFalse();
    List<Finding> more = Finding.all(List.of(), Map.of("b", Estimate.exact(1)));
    assertThat(more).hasSize(1);
    assertThat(more.get(0).inBand()).isFalse();
  }

  @Test
  void theBandIsTheToleranceOrFourStandardErrors() {
    Expected expected = new Expected("a", 1, 0.5, 0.03, "here");
    assertThat(new Finding(expected, new Estimate(1.4, 0.04)).band()).isEqualTo(0.5);
    assertThat(new Finding(expected, new Estimate(1.4, 0.4)).band())
        .isEqualTo(4 * Math.hypot(0.03, 0.4));
    assertThat(new Finding(expected, Estimate.exact(1.5)).inBand()).isTrue();
    assertThat(new Finding(expected, Estimate.exact(1.51)).inBand()).isFalse();
    assertThat(new Finding(expected, Estimate.exact(Double.NaN)).inBand()).isFalse();
    assertThat(new Finding(expected, new Estimate(1, Double.NaN)).inBand()).isTrue();
    Expected infinite = new Expected("a", Double.POSITIVE_INFINITY, 0, 0, "here");
    assertThat(new Finding(infinite, Estimate.exact(Double.POSITIVE_INFINITY)).inBand()).isTrue();
    assertThat(new Finding(infinite, Estimate.exact(1e9)).inBand()).isFalse();
  }

  @Test
  void estimates() {
    assertThat(Estimate.mean(1, 2, 3)).isEqualTo(new Estimate(2, Math.sqrt(1.0 / 3)));
    assertThat(Estimate.share(0, 98).value()).isZero();
    assertThat(Estimate.share(0, 98).standardError())
        .isEqualTo(Math.sqrt(0.01 * 0.99 / 98)); // (0 + 1) / (98 + 2)
  }

  private static List<String> wrong(Reproduction reproduction, Workbench bench) {
    return Wrong.of(run(reproduction, bench));
  }

  /** Runs it; skips the test where the recorded results and the real data are absent. */
  private static Verdict run(Reproduction reproduction, Workbench bench) {
    boolean complete = reproduction.missing(bench.withCredit(Path.of("nowhere.csv"))).isEmpty();
    return reproduction.run(
        complete ? bench : bench.withCredit(Shared.path("data/credit_data.csv.gz")));
  }

  private static Workbench planted(UnaryOperator<CollectiveRisk> error) {
    return new Workbench(error, false);
  }

  private static Workbench planted(DoubleUnaryOperator sensitivity, UnaryOperator<Loss> loss) {
    return Workbench.sound(false).withSensitivity(sensitivity).withLoss(loss);
  }

  private static CollectiveRisk with(CollectiveRisk game, double threshold, double risk) {
    Share share = game.groupThreshold();
    return new CollectiveRisk(
        game.endowment(),
        Math.min(1, risk * game.riskOfLoss()),
        game.contributionCost(),
        threshold == 1 ? share : Share.of(Math.min(1, threshold * share.value())),
        game.disaster());
  }
}
