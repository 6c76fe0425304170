package org.sibyl.scenario.riskcontrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

/** The table of scores that stands for the user's own: synthetic, and made here. */
class OwnScoresTest {
  private static final Path FILE = Path.of("scenarios/risk-control/own-scores.csv");
  private static final int PEOPLE = 2000;

  /**
   * A third of people fail. Who fails has a score of the law Beta(4, 3), the fourth smallest of six
   * uniform numbers; others have Beta(2, 4), the second smallest of five. Four decimals.
   */
  static String made() {
    UniformRandomProvider random = Randomness.of(20260614).at(Draw.FEATURES, 0);
    StringBuilder text = new StringBuilder("score,label\n");
    for (int i = 0; i < PEOPLE; i++) {
      boolean fails = random.nextInt(3) == 0;
      double score = smallest(fails ? 4 : 2, fails ? 6 : 5, random);
      text.append(String.format(Locale.ROOT, "%.4f,%d%n", score, fails ? 1 : 0));
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private static double smallest(int rank, int of, UniformRandomProvider random) {
    double[] numbers = random.doubles(of).toArray();
    Arrays.sort(numbers);
    return numbers[rank - 1];
  }

  @Test
  void theShippedTableIsTheOneMadeHere() throws IOException {
    assertThat(Files.readString(FILE)).isEqualTo(made());
  }
}
