package org.sibyl.experiment.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.numeric.Share;
import org.sibyl.outcome.CollectiveRisk;

/** What every reproduction owes: it agrees, and it notices when the model is 5 % wrong. */
class ReproductionsTest {
  static List<Reproduction> all() {
    return Reproductions.ALL;
  }

  @ParameterizedTest
  @MethodSource("all")
  void agreesWithWhatIsPublished(Reproduction reproduction) {
    assertThat(wrong(reproduction, Workbench.sound(false))).isEmpty();
    assertThat(reproduction.run(Workbench.sound(false)).reproduced()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("all")
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
    return reproduction.run(bench).findings().stream()
        .filter(finding -> !finding.inBand())
        .map(
            finding ->
                finding.expected().quantity()
                    + ": "
                    + finding.expected().value()
                    + ", not "
                    + finding.measured())
        .toList();
  }

  private static Workbench planted(UnaryOperator<CollectiveRisk> error) {
    return new Workbench(error, false);
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
