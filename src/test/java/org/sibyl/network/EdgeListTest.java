package org.sibyl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeListTest {
  private static final Network PATH = Network.of(3, new int[] {0, 1}, new int[] {1, 2});

  private final Path folder;

  EdgeListTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private EdgeList file(String text) throws IOException {
    Path file = folder.resolve("net.csv");
    Files.writeString(file, text);
    return new EdgeList(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "source,target\n0,1\n1,2\n",
        "source,target\n2,1\n1,0",
        "source,target\r\n0,1\r\n1,2\r\n",
        "\uFEFFsource,target\n0,1\n1,2\n",
        "source,target\n0,1\n1,2\n\n\n  \n",
        "\"source\",\"target\"\n\"0\",\"1\"\n\"1\",2\n",
        "source, target\n0, 1\n 1 ,2\n",
      })
  void formsOfTheSameFileAreRead(String text) throws IOException {
    EdgeList list = file(text);
    assertThat(list.fixedSize()).hasValue(3);
    assertThat(list.generate(3, Laws.stream(0))).isEqualTo(PATH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0,1;1,2               |1| header '0,1' must be 'source,target'. Make it the first line.",
        "target,source;0,1     |1| header 'target,source' must be 'source,target'. Make it the first line.",
        "a;source,target;0,1   |1| header 'a' must be 'source,target'. Make it the first line.",
        "source,target;0,x;1,2 |2| target 'x' must be a whole number from 0 on. Number the individuals 0..n-1.",
        "source,target;0,1;,2  |3| source '' must be a whole number from 0 on. Number the individuals 0..n-1.",
        "source,target;0,1.0   |2| target '1.0' must be a whole number from 0 on. Number the individuals 0..n-1.",
        "source,target;0,1;-1,2|3| source '-1' must be a whole number from 0 on. Number the individuals 0..n-1.",
        "source,target;0,99999999999|2| target '99999999999' must be a whole number from 0 on. Number the individuals 0..n-1.",
        "source,target;0,1;2,2 |3| 2,2 joins an individual to itself. Remove the line.",
        "source,target;0,1;1,2;0,2;2,1|5| 2,1 repeats the edge of line 3. Give each edge once, in either direction.",
        "source,target;0,1;;;1,0|5| 1,0 repeats the edge of line 2. Give each edge once, in either direction.",
        "source,target;0,1;1   |3| '1' has 1 column, but an edge has 2. Write it as source,target.",
        "source,target;0,1;1,2,5;|3| '1,2,5' has 3 columns, but an edge has 2. Write it as source,target.",
        "source,target;0,1;4,3;0,3|3| the largest id is 4, but id 2 never appears. Number the individuals 0..n-1 without gaps.",
        "source,target;1,2     |2| the largest id is 2, but id 0 never appears. Number the individuals 0..n-1 without gaps.",
        "source,target;0,2147483646|2| the largest id is 2147483646, but id 1 never appears. Number the individuals 0..n-1 without gaps.",
        "source,target         |1| no edges after the header. Give the header 'source,target' and one line for each edge.",
      })
  void errorsNameFileLineValueRuleAndRemedy(String text, int line, String problem)
      throws IOException {
    EdgeList list = file(text.strip().replace(';', '\n'));
    assertThatThrownBy(list::fixedSize)
        .isInstanceOf(NetworkFileException.class)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(list.file() + ":" + line + ": " + problem)
        .hasNoCause();
    assertThatThrownBy(() -> list.generate(3, Laws.stream(0)))
        .isInstanceOf(NetworkFileException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\uFEFF"})
  void anEmptyFileIsAnError(String text) throws IOException {
    EdgeList list = file(text);
    assertThatThrownBy(list::fixedSize)
        .isInstanceOf(NetworkFileException.class)
        .hasMessageStartingWith(list.file() + ":1: the file is empty. Give the header");
  }

  @Test
  void linesAreCountedWithWindowsLineEndings() throws IOException {
    EdgeList list = file("source,target\r\n0,1\r\n\r\n\"1\",1\r\n");
    assertThatThrownBy(list::fixedSize).hasMessageStartingWith(list.file() + ":4: 1,1 joins");
  }

  @Test
  void aQuoteThatIsNeverClosedIsAnError() throws IOException {
    EdgeList list = file("source,target\n0,1\n\"1,2\n");
    assertThatThrownBy(list::fixedSize)
        .isInstanceOf(NetworkFileException.class)
        .hasMessageStartingWith(list.file() + ":")
        .hasMessageEndingWith("Close every quote.");
  }

  @Test
  void longAndUnprintableTextIsShownSafely() throws IOException {
    EdgeList list = file("source,target\n0,y" + "\u001b".repeat(3) + "x".repeat(90) + "\n");
    assertThatThrownBy(list::fixedSize)
        .hasMessageContaining("target 'y   " + "x".repeat(36) + "...' must be");
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws IOException {
    Path missing = folder.resolve("none.csv");
    assertThatThrownBy(() -> new EdgeList(missing).fixedSize())
        .isInstanceOf(NetworkFileException.class)
        .hasNoCause()
        .hasMessage(
            missing
                + ": does not exist. Give the path of a network file, relative to the scenario.");
    assertThatThrownBy(() -> new EdgeList(folder).fixedSize())
        .hasMessage(folder + ": is a folder. Give the path of a network file.");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "source,target\n0,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> new EdgeList(latin).fixedSize())
        .isInstanceOf(NetworkFileException.class)
        .hasMessage(latin + ": is not UTF-8 text. Save it in UTF-8.");
  }

  @Test
  void anotherSizeIsRefused() throws IOException {
    EdgeList list = file("source,target\n0,1\n1,2\n");
    assertThatThrownBy(() -> list.generate(4, Laws.stream(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "size: 4 does not fit the network of " + list.file() + ", which has 3 individuals.");
  }

  /** The facts that are known of the karate club (Zachary 1977). */
  @Test
  void theKarateClubIsZacharys() {
    EdgeList list = new EdgeList(Path.of("scenarios/collective-risk/karate.csv"));
    Network club = list.generate(list.fixedSize().orElseThrow(), Laws.stream(0));
    Laws.assertSimple(club);
    assertThat(club.size()).isEqualTo(34);
    assertThat(club.edgeCount()).isEqualTo(78);
    assertThat(new int[] {club.degree(0), club.degree(33), club.degree(32), club.degree(2)})
        .containsExactly(16, 17, 12, 10);
    assertThat(club.degree(11)).isEqualTo(1);
    assertThat(club.maximumDegree()).isEqualTo(17);
    assertThat(Laws.triangles(club)).isEqualTo(45);
    assertThat(Laws.reached(club)).isEqualTo(34);
  }
}
