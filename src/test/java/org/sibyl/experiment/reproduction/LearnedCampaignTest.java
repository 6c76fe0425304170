package org.sibyl.experiment.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.experiment.reproduction.learned.LearnedReproductions;

/**
 * Figures of learned predictors as they are: half an hour and more. The build has {@link
 * LearnedReproductionsTest}.
 */
@Tag("campaign")
class LearnedCampaignTest {
  static Stream<Reproduction> all() {
    return LearnedReproductions.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void agrees(Reproduction reproduction) {
    assertThat(Wrong.of(reproduction.run(Workbench.sound(false)))).isEmpty();
  }

  /** Four graphs; the other figures have no more in full. */
  @ParameterizedTest
  @ValueSource(strings = {"games-figure-8", "games-figure-14"})
  void agreesInFull(String name) {
    Reproduction reproduction = Reproductions.named(name).orElseThrow();
    List<String> wrong = Wrong.of(reproduction.run(Workbench.sound(true)));
    assertThat(wrong).isEmpty();
  }
}
