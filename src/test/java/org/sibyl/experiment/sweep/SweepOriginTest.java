package org.sibyl.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The line that plays a trial again, as a shell understands it. */
class SweepOriginTest {
  @TempDir private Path folder;

  /** The words that a shell hands to a program that prints each on a line. */
  private List<String> words(String line) throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell here");
    Path program = folder.resolve("sibyl");
    Files.writeString(program, "#!/bin/sh\nfor word; do printf '%s\\n' \"$word\"; done\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Path printed = folder.resolve("printed");
    Process shell =
        new ProcessBuilder("/bin/sh", "-c", line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readAllLines(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "two words",
        "it's",
        "'",
        "$HOME `id` $(id)",
        "a;b&c|d>e<f",
        "*?[a-z]{x,y}",
        "back\\slash",
        "say \"so\"",
        "#comment",
        "~/x",
        "!history",
        "Góis"
      })
  void everyTextReachesTheProgramAsItIs(String text) throws Exception {
    SweepOrigin origin = new SweepOrigin(text + ".yaml", List.of("name=" + text));
    assertThat(words(origin.replay(List.of("reference=" + text), 12)))
        .containsExactly(
            "run",
            text + ".yaml",
            "--set",
            "name=" + text,
            "--set",
            "reference=" + text,
            "--replicate",
            "12");
  }

  @Test
  void plainWordsAreNotQuoted() {
    assertThat(
            new SweepOrigin("scenarios/a.yaml", List.of("seed=-1"))
                .replay(List.of("outcome.risk-of-loss=0.25"), 0))
        .isEqualTo(
            "./sibyl run scenarios/a.yaml --set seed=-1 --set outcome.risk-of-loss=0.25"
                + " --replicate 0");
  }

  @Test
  void sectionsAreOneWord() throws Exception {
    String network = "network={type: lattice, rows: 2, columns: 2}";
    assertThat(words(new SweepOrigin("a.yaml", List.of()).replay(List.of(network), 0)))
        .contains(network);
  }

  /** What the cell sets comes last, as it does in the sweep. */
  @Test
  void settingsOfTheCellComeAfterThoseOfTheSweep() {
    assertThat(new SweepOrigin("a.yaml", List.of("rounds=3")).replay(List.of("rounds=4"), 0))
        .endsWith("--set rounds=3 --set rounds=4 --replicate 0");
  }

  @Test
  void whatOnlyTheSweepNeedsIsLeftOut() {
    SweepOrigin origin =
        new SweepOrigin(
            "a.yaml", List.of("sweep.design={type: grid}", "sweep.replicates=5", "replicates=7"));
    assertThat(origin.replay(List.of(), 1)).isEqualTo("./sibyl run a.yaml --replicate 1");
  }

  @Test
  void provenanceTellsItAgain() throws IOException {
    SweepOrigin origin = new SweepOrigin("it's.yaml", List.of("rounds=3", "name=a b"));
    ObjectNode provenance = JsonNodeFactory.instance.objectNode();
    origin.record(provenance);
    assertThat(SweepOrigin.recorded(provenance)).isEqualTo(origin);
    assertThat(Stream.of(SweepOrigin.recorded(MissingNode.getInstance())))
        .containsExactly(new SweepOrigin("sweep.yaml", List.of()));
  }
}
