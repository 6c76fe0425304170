package org.sibyl.scenario.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

/** Points from a file. */
class PointFileTest {
  @TempDir private Path folder;

  private PointFile file(String text) throws IOException {
    return new PointFile(Files.writeString(folder.resolve("points.csv"), text));
  }

  private static Points points(Design design, Levels... levels) {
    return design.points(List.of(levels), Randomness.of(0).at(Draw.DESIGN, 0));
  }

  @Test
  void headerNamesPathsAndLinesArePoints() throws IOException {
    PointFile file = file("\ufeffa.b,network\n0.5,{type: ring}\n\n1,\"{type: x, y: 2}\"\r\n,7");
    assertThat(file.ownPaths()).containsExactly("a.b", "network");
    Points points = points(file);
    assertThat(points.size()).isEqualTo(3);
    assertThat(points.value(0, 0)).hasValue("0.5");
    assertThat(points.value(0, 1)).hasValue("{type: ring}");
    assertThat(points.value(1, 1)).hasValue("{type: x, y: 2}");
    assertThat(points.value(2, 0)).isEmpty();
    assertThat(points.value(2, 1)).hasValue("7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 1: no points. Give a header of paths and one line for each point.",
        "a;b~ | 1: no points.",
        "a;a~1;2 | 1: header column 2, 'a', is there twice. Name each path once",
        "a;;b~1;2;3 | 1: header column 2, '', names no path.",
        "a;b~1;2~1 | 3: has 1 values, but the header has 2. Give one for each path",
        "a;b~1;{type: x; y: 2} | 2: has 3 values, but the header has 2.",
        "a~\"1 | 2: is not CSV",
      })
  void wrongFilesAreRefused(String text, String message) throws IOException {
    PointFile file = file(text.replace('~', '\n').replace(';', ','));
    assertThatThrownBy(() -> points(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("design: " + file.file() + ":" + message);
  }

  @Test
  void otherEncodingsAreRefused() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "a\né\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> points(new PointFile(file)))
        .hasMessage("design: " + file + ":1: is not UTF-8 text. Save it as UTF-8.");
  }

  @Test
  void pathsOfTheSweepHaveNoPlaceBesideAFile() throws IOException {
    PointFile file = file("a\n1\n");
    assertThatThrownBy(() -> points(file, Levels.parse("b", "1,2")))
        .hasMessage(
            "design: a file names the paths itself. Leave vary out, or choose another design.");
  }
}
