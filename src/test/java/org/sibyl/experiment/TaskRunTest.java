package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of people with features from a table, and what goes wrong with them. */
class TaskRunTest {
  private static final String SCENARIO =
      """
      name: table
      rounds: 9
      population: { features: { type: table, file: people.csv, label: default, bias: true } }
      network: { type: isolated }
      behavior: { type: strategic-features, sensitivity: 0.5 }
      outcome: { type: recorded-labels }
      carryover: { type: reset }
      task: { loss: { type: logistic }, regularization: 0.1, penalise-bias: false }
      learning: { type: repeated-risk-minimization }
      metrics: [performative-risk, theta-change]
      """;

  private static final String PEOPLE = "default,income\n0,3\n1,1\n0,1.5\n1,2\n0,2.5\n1,0\n";

  @TempDir private Path folder;

  @BeforeEach
  void people() throws IOException {
    Files.writeString(folder.resolve("people.csv"), PEOPLE);
  }

  @Test
  void everyRowSaysWhatItTook() throws IOException {
    assertThat(run(SCENARIO).code()).isZero();
    List<String> rows = rows();
    assertThat(rows.get(0))
        .isEqualTo(
            "replicate,round,performative-risk,theta-change,deployments,samples,oracle-calls");
    assertThat(rows.get(1)).startsWith("0,1,").endsWith(",1,6,0");
    assertThat(rows.get(2)).startsWith("0,2,").endsWith(",2,12,0");
    String last = rows.get(rows.size() - 1);
    assertThat(last).as("a model that stays is not deployed again").contains(",3,");
    assertThat(summary()).contains("\"stable\"");
  }

  @Test
  void theInputIsCopiedSoThatTheRecordedScenarioGivesTheSameRows() throws IOException {
    run(SCENARIO);
    assertThat(out().resolve("inputs").resolve("people.csv")).hasContent(PEOPLE);
    Files.delete(folder.resolve("people.csv"));
    Path again = folder.resolve("again");
    CommandRun repeated =
        CommandRun.of("run", out().resolve("scenario.yaml"), "--out", again, "--quiet");
    assertThat(repeated.code()).as(repeated.err()).isZero();
    assertThat(rows()).hasSize(4);
    assertThat(again.resolve("rounds.csv")).hasSameTextualContentAs(out().resolve("rounds.csv"));
  }

  @Test
  void aLearnerThatDivergesEndsTheRunAndKeepsWhatWasPlayed() throws IOException {
    String far =
        SCENARIO
            .replace(
                "{ type: repeated-risk-minimization }",
                "{ type: repeated-gradient-descent, step: 500, start: 1 }")
            .replace("{ type: logistic }", "{ type: squared }");
    CommandRun run = run(far);
    assertThat(run.code()).isEqualTo(3);
    assertThat(summary())
        .contains("\"diverged\"")
        .containsPattern(
            "round 2, LEARN: the learner diverged: the norm of theta is [0-9.]+E[0-9]+, beyond")
        .contains("\"rounds\" : 1,");
    assertThat(run.err())
        .hasLineCount(1)
        .startsWith("round 2, LEARN: the learner diverged: the norm of theta is ")
        .endsWith("The run was stopped; rounds before it are sound." + System.lineSeparator());
    assertThat(rows()).as("the header and what was played").hasSize(2);
    assertThat(rows().get(1)).startsWith("0,1,");
  }

  @Test
  void labelsThatCanBeToldApartNeedRegularization() throws IOException {
    Files.writeString(folder.resolve("people.csv"), "default,income\n0,3\n1,1\n0,4\n1,2\n");
    CommandRun run = run(SCENARIO.replace("regularization: 0.1", "regularization: 0"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).hasLineCount(1).startsWith("round 1, LEARN: the risk has no minimiser");
    assertThat(rows()).as("the header alone").hasSize(1);
    assertThat(summary())
        .contains("\"diverged\"")
        .contains("round 1, LEARN: the risk has no minimiser")
        .contains("Set task.regularization above 0");
  }

  @Test
  void fewerPeopleThanFeaturesHaveTheSmallestOfManyMinimisers() throws IOException {
    Files.writeString(
        folder.resolve("people.csv"),
        "default,a,b,c\n0,1,0,2\n1,0,1,1\n",
        java.nio.charset.StandardCharsets.UTF_8);
    String ordinary =
        SCENARIO.replace("logistic", "squared").replace("regularization: 0.1", "regularization: 0");
    CommandRun run = run(ordinary);
    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    assertThat(rows().get(1)).startsWith("0,1,0.25,"); // half of the mean square of 0 and 1
    assertThat(Double.parseDouble(rows().get(2).split(",")[2])).isFinite();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "income|3|1 # people.csv:1: label: there is no column 'default'."
            + " Known, nearest first: 'income'.",
        "default,income|0,3|1,much # people.csv:3: column 'income': 'much' must be a number."
            + " Correct it, empty it, or add the column to ignore.",
        "default,income|0,3|1, # people.csv:3: column 'income'",
        "default,income|0,3|0,1 # people.csv: label 'default' is 0.0 in every complete row."
            + " Give rows with another label, too.",
        "default,income|0,3|1,3 # people.csv: column 'income' is 3.0 in every row, so it cannot be"
            + " standardised. Add it to ignore.",
      })
  void errorsInATableNameTheirPlace(String lines, String message) throws IOException {
    Files.writeString(folder.resolve("people.csv"), lines.strip().replace("|", "\n") + "\n");
    CommandRun run = run(SCENARIO.replace("bias: true", "bias: true, standardise: true"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message.strip()).doesNotContain("\tat ").hasLineCount(1);
    assertThat(out()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{ type: box, low: 3, high: 1 } # :8: task.domain.low: 3.0 above high 1.0 leaves no"
            + " parameter: the box is empty. Exchange them, or move one.",
        "{ type: ball, radius: 0 } # :8: task.domain.radius: 0 must lie in (0, inf)",
        "{ type: box, low: [1, 1, 1], high: 2 } # :9: learning: domain.low: has 3 values, but theta"
            + " has 2. Give one value for each.",
      })
  void aDomainThatHoldsNoParameterIsRefused(String domain, String message) throws IOException {
    CommandRun run = run(SCENARIO.replace("bias: false", "bias: false, domain: " + domain.strip()));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("scenario.yaml" + message.strip()).hasLineCount(1);
    assertThat(out()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "carryover: { type: reset } # carryover: { type: last-action } # would replace the features",
        "task: { loss: # # Give the forecast of round 1, or a task at the top",
        "type: strategic-features, # type: strategic-features, features: [7], # 7",
      })
  void partsThatDoNotFitAreErrors(String piece, String other, String message) throws IOException {
    String text =
        piece.startsWith("task")
            ? SCENARIO.replaceFirst("(?m)^task:.*\n", "")
            : SCENARIO.replace(piece.strip(), String.valueOf(other).strip());
    CommandRun run = run(text);
    assertThat(run.code()).isIn(2, 3);
    assertThat(run.err()).contains(message.strip()).doesNotContain("\tat ");
  }

  @Test
  void aLearnerThatNeedsATaskSaysSo() throws IOException {
    CommandRun run =
        run(
            SCENARIO
                .replaceFirst("(?m)^task:.*\n", "")
                .replace("[performative-risk, theta-change]", "[theta-change]")
                .replace("repeated-risk-minimization", "repeated-gradient-descent, step: 1"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("learning: needs a task. Add one at the top");
  }

  private CommandRun run(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("scenario.yaml"), text);
    return CommandRun.of("run", file, "--out", out(), "--quiet");
  }

  private Path out() {
    return folder.resolve("out");
  }

  private List<String> rows() throws IOException {
    return Files.readAllLines(out().resolve("rounds.csv"));
  }

  private String summary() throws IOException {
    return Files.readString(out().resolve("summary.json"));
  }
}
