package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of risk control on a file of scores, and what goes wrong with them. */
class RiskControlRunTest {
  private static final String SCENARIO =
      """
      name: scores
      rounds: 6
      population: { features: { type: table, file: scores.csv, label: label } }
      network: { type: isolated }
      behavior: { type: within-reach, reach: 0.1, clip: false }
      outcome: { type: recorded-labels }
      carryover: { type: reset }
      survey: { type: fresh-sample, observed: 500 }
      risk: { rule: { type: acceptance }, measure: { type: mean }, level: 0.3 }
      learning: { type: performative-risk-control, tightness: 0.25, failure: 0.1, risk-slope-bound: 0.5, width: { type: hoeffding }, safe: 1.1 }
      metrics: [conservativeness, controlled-risk, risk-slope]
      """;

  @TempDir private Path folder;

  /** Scores 0, .001, ...; every second one fails, and costs this much. */
  private void people(String cost) throws IOException {
    StringBuilder text = new StringBuilder("score,label\n");
    for (int i = 0; i < 1000; i++) {
      text.append(String.format(Locale.ROOT, "%.3f,%s%n", i / 1000.0, i % 2 == 0 ? "0" : cost));
    }
    Files.writeString(folder.resolve("scores.csv"), text);
  }

  @BeforeEach
  void people() throws IOException {
    people("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "2 # loss of individual 1: 2.0 at lambda 0.0 (score 0.001) must lie in [0, 1.0], as"
            + " greatest-loss of the rule says.",
        "-1 # loss of individual 1: -1.0 at lambda 0.0 (score 0.001) must lie in [0, 1.0]",
        "NaN # scores.csv:3: column 'label': 'NaN' is a missing value.",
      })
  void lossesMustLieInTheirRange(String cost, String message) throws IOException {
    people(cost);
    CommandRun run = run(SCENARIO.replace("observed: 500", "observed: 1000"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message.strip()).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "failure: 0.1 # failure: 0 # :10: learning.failure: 0 must lie in (0, 1)",
        "failure: 0.1 # failure: 1 # :10: learning.failure: 1 must lie in (0, 1)",
        "type: mean # type: conditional-value-at-risk, level: 1 # :9: risk.measure.level: 1 must"
            + " lie in [0, 1)",
        "type: mean # type: conditional-value-at-risk, level: 0.9 # :10: learning.width: hoeffding"
            + " is for the mean. For this measure choose width: {type: dkw}, or for the"
            + " conditional value-at-risk {type: cvar-clt, positives: 0.1}.",
        "type: hoeffding # type: cvar-clt, positives: 0.1 # :10: learning.width: cvar-clt is for"
            + " the conditional value-at-risk. For the mean choose width: {type: hoeffding}",
        "observed: 500 # observed: 1 # cohort: 1 must be at least 2 people. Observe more of them,",
        "safe: 1.1 # sample-size: 1 # :10: learning.sample-size: 1 must lie in [2, inf)",
        "level: 0.3 # level: 0 # :9: risk.level: 0 must lie in (0, inf)",
        "fresh-sample, observed: 500 # whole # learning.samples: fresh, but round 2 has the same"
            + " people with the same labels as the round before. Maybe choose survey:",
      })
  void whatCannotBeIsRefused(String part, String other, String message) throws IOException {
    CommandRun run = run(SCENARIO.replace(part.strip(), other.strip()));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message.strip()).doesNotContain("\tat ").hasLineCount(1);
  }

  @Test
  void aTightnessThatCannotBeReachedIsSaidWithTheLeastThatCan() throws IOException {
    CommandRun run = run(SCENARIO.replace("tightness: 0.25", "tightness: 0.1"));
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\n  INFEASIBLE: lambda 1.1 after 0 steps\n")
        .containsPattern("the smallest feasible one is 0\\.1\\d+, with \\d+ rounds");
    assertThat(Files.readString(out().resolve("summary.json")))
        .contains("\"INFEASIBLE: lambda 1.1 after 0 steps\"");
    String least = run.out().replaceAll("(?s).*feasible one is (0\\.\\d+),.*", "$1");
    CommandRun again = run(SCENARIO.replace("tightness: 0.25", "tightness: " + least));
    assertThat(again.out()).as("what is copied from the note").contains("DONE: lambda 0.");
  }

  private CommandRun run(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("scenario.yaml"), text);
    return CommandRun.of("run", file, "--out", out());
  }

  private Path out() {
    return folder.resolve("out");
  }
}
