package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.scenario.SampleScenario;

/** The same scenario and seed give the same bytes: again, on more threads, on another JDK. */
class DeterminismTest {
  /** Enough individuals for several threads, and every use of randomness that there is. */
  private static final String SCENARIO =
      SampleScenario.with("size: 4", "size: 9000, innate-belief: 0.6, trust: 0.4")
              .replace("{ type: ring }", "{ type: barabasi-albert }")
              .replace("initial: 0.5", "initial: { type: random-binary, law: beta, a: 2, b: 3 }")
              .replace("collective-risk,", "collective-risk, disaster: drawn,")
              .replace("rounds: 12", "rounds: 4")
              .replace("accuracy]", "log-likelihood, mean-trust, welfare]")
          + "trust: { type: bayesian }\n"
          + "survey: { type: fresh-sample, observed: 5000 }\n"
          + "replicates: 2\n";

  @TempDir private static Path shared;
  private static RunFolder reference;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void reference() throws IOException {
    file = Files.writeString(folder.resolve("scenario.yaml"), SCENARIO);
    if (reference == null) {
      reference = RunFolder.of(file, shared.resolve("reference"), "--agents");
    }
  }

  private RunFolder again(Object... options) {
    Object[] all = Arrays.copyOf(options, options.length + 1);
    all[options.length] = "--agents";
    return RunFolder.of(file, folder.resolve("out"), all);
  }

  private static void assertSameBytes(RunFolder run) throws IOException {
    for (String name :
        new String[] {"rounds.csv", "individuals.csv", "scenario.yaml", "replay.json"}) {
      assertThat(Files.mismatch(run.path().resolve(name), reference.path().resolve(name)))
          .as(name)
          .isEqualTo(-1);
    }
  }

  @Test
  void runsAgainAlike() throws IOException {
    assertSameBytes(again());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void runsAlikeOnMoreThreads(int threads) throws IOException {
    assertSameBytes(again("--threads", threads));
  }

  @Test
  void replicatesDifferAndDoNotDependOnHowManyThereAre() {
    RunFolder one = again("--replicates", 1);
    String first = one.text("rounds.csv");
    assertThat(reference.text("rounds.csv")).startsWith(first);
    String second = reference.text("rounds.csv").substring(first.length());
    assertThat(first).doesNotContain(second.replace("\n1,", "\n0,").substring(1));
    assertThat(second).startsWith("1,1,");
  }

  @Test
  void anotherSeedGivesAnotherRun() {
    assertThat(again("--seed", 1).text("rounds.csv")).isNotEqualTo(reference.text("rounds.csv"));
  }

  @Test
  void runsAlikeOnJdk25() throws Exception {
    Optional<Path> jdk = JavaProcess.jdk25();
    Assumptions.assumeTrue(jdk.isPresent(), "skipped: no JDK 25 found (JDK25_HOME)");
    Path out = folder.resolve("out");
    Path printed = folder.resolve("printed");
    Process run = JavaProcess.start(jdk.get(), printed, "run", file, "--agents", "--out", out);
    assertThat(JavaProcess.end(run)).as(() -> text(printed)).isZero();
    RunFolder recorded = new RunFolder(out);
    assertThat(recorded.json("provenance.json").path("jvm").asText()).contains(" 25");
    assertSameBytes(recorded);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
