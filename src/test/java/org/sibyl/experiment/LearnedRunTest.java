package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sibyl.learning.neural.SavedPredictor;
import org.sibyl.scenario.PredictorFile;
import org.sibyl.scenario.SampleScenario;

/** What learners leave in the folder of a run, and what can be done with it. */
class LearnedRunTest {
  private static final String LEARNED =
      SampleScenario.with("size: 4", "size: 8")
              .replace("{ type: ring }", "{ type: barabasi-albert }")
              .replace(
                  "{ type: repeated-risk-minimization, initial: 0.5 }",
                  "{ type: learned-predictor, architecture: { type: mlp, embedding: 3, hidden: 6 },"
                      + " aim: accuracy, learning-rate: 0.01 }")
              .replace("accuracy]", "accuracy, game-success, game-accuracy, training-loss]")
              .replace("rounds: 12", "rounds: 40\nepisode-length: 4\nreplicates: 2")
          + "trust: { type: bayesian }\n";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void scenario() throws IOException {
    file = Files.writeString(folder.resolve("scenario.yaml"), LEARNED);
  }

  private RunFolder run(String out, Object... options) {
    return RunFolder.of(file, folder.resolve(out), options);
  }

  @Test
  void theTrainedPredictorIsKeptForEachReplicate() throws IOException {
    RunFolder run = run("out");
    for (int replicate = 0; replicate < 2; replicate++) {
      String name = "predictor-" + replicate + ".sibyl";
      var entry = run.json("summary.json").path("replicates").path(replicate);
      assertThat(entry.path("predictor").asText()).isEqualTo(name);
      String note = entry.path("notes").path(0).asText();
      assertThat(note).contains("10 games");
      try (InputStream in =
          new BufferedInputStream(Files.newInputStream(run.path().resolve(name)))) {
        SavedPredictor saved = SavedPredictor.read(in);
        assertThat(saved.individuals()).isEqualTo(8);
        assertThat(saved.provenance())
            .containsEntry("scenario", "sample")
            .containsEntry("replicate", "" + replicate)
            .containsKey("sibyl-version");
        assertThat(note).contains("game " + saved.provenance().get("epoch") + ".");
      }
    }
    assertThat(run.text("report.html")).contains("predictor-0.sibyl", "The predictor is in ");
  }

  /** Products are replaced with the run that left them, and never mixed. */
  @Test
  void anotherRunInTheFolderTakesTheOldPredictorsAway() {
    run("out");
    RunFolder again = run("out", "--replicates", "1");
    assertThat(again.path().resolve("predictor-0.sibyl")).exists();
    assertThat(again.path().resolve("predictor-1.sibyl")).doesNotExist();
  }

  @Test
  void theSameBytesOnAnyNumberOfThreads() throws IOException {
    RunFolder one = run("one");
    RunFolder two = run("two", "--threads", "2");
    for (String name : List.of("rounds.csv", "predictor-0.sibyl", "predictor-1.sibyl")) {
      assertThat(Files.mismatch(one.path().resolve(name), two.path().resolve(name))).isEqualTo(-1);
    }
  }

  /** Deployed on the same people, the first game is the best one of training again. */
  @Test
  void aSavedPredictorRunsAndItsRunRunsAgain() throws IOException {
    RunFolder trained = run("out", "--replicates", "1");
    String transfer =
        LEARNED.replaceAll(
            "(?m)^learning: .*$", "learning: { type: saved-predictor, file: p.sibyl }");
    Files.copy(trained.path().resolve("predictor-0.sibyl"), folder.resolve("p.sibyl"));
    Path other = Files.writeString(folder.resolve("transfer.yaml"), transfer);
    RunFolder first = RunFolder.of(other, folder.resolve("first"), "--replicates", "1");
    assertThat(first.path().resolve("inputs/p.sibyl")).exists();
    RunFolder again = RunFolder.of(first.path().resolve("scenario.yaml"), folder.resolve("again"));
    assertThat(again.text("rounds.csv")).isEqualTo(first.text("rounds.csv"));
    String note = trained.json("summary.json").at("/replicates/0/notes/0").asText();
    assertThat(note).doesNotContain("was game 1."); // whose weights were drawn
    double best = Double.parseDouble(note.replaceAll(".*accuracy [0-9.]+, ([0-9.]+),.*", "$1"));
    double accuracy = Double.parseDouble(first.lines("rounds.csv").get(4).split(",")[5]);
    assertThat(accuracy).isCloseTo(best, within(5e-4));
  }

  @Test
  void wrongFilesAndSizesAreSaid() throws IOException {
    RunFolder trained = run("out", "--replicates", "1");
    Files.copy(trained.path().resolve("predictor-0.sibyl"), folder.resolve("p.sibyl"));
    Files.writeString(folder.resolve("bad.sibyl"), "not a predictor");
    String transfer =
        LEARNED.replaceAll(
            "(?m)^learning: .*$", "learning: { type: saved-predictor, file: p.sibyl }");
    Path other = Files.writeString(folder.resolve("transfer.yaml"), transfer);
    CommandRun larger = CommandRun.of("run", other, "--set", "population.size=9");
    assertThat(larger.err()).contains("p.sibyl: ", "8 individuals", "9");
    assertThat(larger.code()).isEqualTo(2);
    CommandRun bad = CommandRun.of("run", other, "--set", "learning.file=bad.sibyl");
    assertThat(bad.err()).contains("bad.sibyl: ");
    assertThat(bad.code()).isEqualTo(2);
  }

  @Test
  void badParametersAreSaid() {
    for (String wrong : List.of("learning.learning-rate=0", "episode-length=0")) {
      CommandRun run = CommandRun.of("run", file, "--set", wrong);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains(wrong.substring(0, wrong.indexOf('=')));
    }
    CommandRun fixed = CommandRun.of("run", file, "--set", "trust.zero=denominator-epsilon");
    assertThat(fixed.code()).isEqualTo(2);
    assertThat(fixed.err()).contains("learning", "derivative");
    CommandRun forgetful = CommandRun.of("run", file, "--set", "carryover.type=reset");
    assertThat(forgetful.code()).isEqualTo(2);
    assertThat(forgetful.err()).contains("learning", "carryover: {type: last-action}");
    CommandRun short1 =
        CommandRun.of("run", file, "--set", "episode-length=1", "--out", folder.resolve("s"));
    assertThat(short1.code()).isZero();
    assertThat(short1.err()).contains("warning", "episode-length");
  }

  /** A run that diverges ends so, says where, and keeps the best predictor so far. */
  @Test
  void aDivergedTrainingKeepsItsBestPredictor() {
    Path out = folder.resolve("out");
    CommandRun run =
        CommandRun.of("run", file, "--set", "learning.learning-rate=1e38", "--out", out);
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("epoch", "replicate 0, seed 0", "replicate 1, seed 0");
    assertThat(out.resolve("predictor-0.sibyl")).exists();
    assertThat(new RunFolder(out).json("summary.json").at("/replicates/0/ended").asText())
        .isEqualTo("diverged");
  }

  /** An omnipredictor that was learned is kept as a scenario reads it. */
  @Test
  void anOmnipredictorIsKept() {
    RunFolder run =
        RunFolder.of(
            Path.of("scenarios/omniprediction/product.yaml"),
            folder.resolve("omni"),
            "--replicates",
            "1",
            "--set",
            "rounds=5");
    String name = run.json("summary.json").at("/replicates/0/predictor").asText();
    assertThat(name).isEqualTo("predictor-0.json");
    assertThat(PredictorFile.json(PredictorFile.read(run.path().resolve(name))))
        .isEqualTo(run.text(name));
  }
}
