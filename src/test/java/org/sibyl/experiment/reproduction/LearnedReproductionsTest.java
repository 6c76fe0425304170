package org.sibyl.experiment.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.behavior.FixedTrust;
import org.sibyl.behavior.TrustRule;
import org.sibyl.experiment.reproduction.learned.LearnedReproductions;
import org.sibyl.outcome.CollectiveRisk;

/**
 * Learned predictors. A figure is up to 45 trainings of 200 games, so the build plays short forms
 * only: 100 games from stated weights, as recorded, and the frames of a game after three. That the
 * figures themselves agree is tested by the {@link LearnedCampaignTest}, and whenever somebody asks
 * for them on the command line, which never shortens.
 */
class LearnedReproductionsTest {
  private static final int FEW_GAMES = 3;

  /** What depends on how long was trained. */
  private static final List<String> OF_TRAINING =
      List.of("success of the game", "accuracy of the game");

  static List<Reproduction> shortForms() {
    return LearnedReproductions.after(FEW_GAMES);
  }

  @Test
  void theFirstGamesFromStatedWeightsAreTheRecordedOnes() {
    Reproduction reproduction =
        Reproductions.named("games-trained-from-stated-weights").orElseThrow();
    Verdict verdict = reproduction.run(Workbench.sound(false));
    assertThat(Wrong.of(verdict)).isEmpty();
    assertThat(verdict.findings()).hasSize(4 * 25 * 4);
  }

  @ParameterizedTest
  @MethodSource("shortForms")
  void shortFormsAgree(Reproduction reproduction) {
    assertThat(wrong(reproduction, Workbench.sound(false))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shortForms")
  void theyNoticeACostThatIsFivePercentTooHigh(Reproduction reproduction) {
    assertThat(wrong(reproduction, planted(game -> with(game, 1, 1.05)))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("shortForms")
  void theyNoticeARiskThatIsFivePercentTooLow(Reproduction reproduction) {
    assertThat(wrong(reproduction, planted(game -> with(game, 0.95, 1)))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("shortForms")
  void theyNoticeTrustThatNothingMoves(Reproduction reproduction) {
    assertThat(wrong(reproduction, bench(game -> game, trust -> new FixedTrust()))).isNotEmpty();
  }

  @Test
  void theyAreOnTheCommandLineAndMissNothing() {
    assertThat(Reproductions.ALL).containsAll(LearnedReproductions.ALL);
    assertThat(LearnedReproductions.ALL)
        .allMatch(one -> one.missing(Workbench.sound(false)).isEmpty());
  }

  /** What of the measured numbers is out of band, but for what needs a whole training. */
  private static List<String> wrong(Reproduction reproduction, Workbench bench) {
    Figure figure = reproduction.measure(bench);
    Map<String, Estimate> measured = new java.util.LinkedHashMap<>(figure.estimates());
    measured.keySet().removeAll(OF_TRAINING);
    List<Expected> expected =
        Expected.of(reproduction.name()).stream()
            .filter(number -> measured.containsKey(number.quantity()))
            .toList();
    assertThat(expected).hasSameSizeAs(measured.keySet());
    return Wrong.of(new Verdict(reproduction, figure, Finding.all(expected, measured)));
  }

  private static Workbench planted(UnaryOperator<CollectiveRisk> error) {
    return bench(error, trust -> trust);
  }

  private static Workbench bench(
      UnaryOperator<CollectiveRisk> game, UnaryOperator<TrustRule> trust) {
    return new Workbench(game, false).withTrust(trust);
  }

  private static CollectiveRisk with(CollectiveRisk game, double risk, double cost) {
    return new CollectiveRisk(
        game.endowment(),
        risk * game.riskOfLoss(),
        cost * game.contributionCost(),
        game.groupThreshold(),
        game.disaster());
  }
}
