package org.sibyl.population.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.PreparedSources;
import org.sibyl.population.Sample;

class TableTest {
  private static final Matrix TWO_BY_TWO = Matrix.of(2, 2, 1.5, -2, 30, 4e-1);

  private final Path folder;

  TableTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("people.csv"), text);
  }

  private static Table table(Path file, String... ignore) {
    return new Table(
        file, "y", List.of(ignore), IncompleteRows.DROP, false, false, OptionalInt.empty());
  }

  private static Table refusing(Path file) {
    return new Table(
        file, "y", List.of(), IncompleteRows.REFUSE, false, false, OptionalInt.empty());
  }

  private static Table standardising(Path file, boolean bias, OptionalInt atMostPerClass) {
    return new Table(file, "y", List.of(), IncompleteRows.DROP, true, bias, atMostPerClass);
  }

  private static UniformRandomProvider stream() {
    return Randomness.of(1).at(Draw.FEATURES, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "y,a,b\n0,1.5,-2\n1,30,.4\n",
        "a,y,b\n1.5,0,-2\n3e1,1,4E-1",
        "a,b,y\r\n1.5,-2,0\r\n+30,0.40,1\r\n",
        "\uFEFFy,a,b\n0,1.5,-2.0\n1,30.,0.4\n\n  \n",
        "\"y\",\"a\",\"b\"\n\"0\",\"1.5\",-2\n1, 30 , .4\n",
        "y,a,b\n0,1.5,-2\n0,,1\n1,NA,1\n1,NaN,5\nnan,1,1\n1,30,.4\n",
      })
  void formsOfTheSameFileAreRead(String text) throws IOException {
    Table table = table(file(text));
    assertThat(table.fixedSize()).hasValue(2);
    Sample sample = table.draw(2, stream());
    assertThat(sample.names()).containsExactly("a", "b");
    assertThat(sample.features()).isEqualTo(TWO_BY_TWO);
    assertThat(sample.labels().toArray()).containsExactly(0, 1);
  }

  @Test
  void columnsToIgnoreMayHoldAnything() throws IOException {
    Table table = table(file(",y,a,name,b\n1,0,1.5,\"Ann, B.\",-2\n2,1,30,,0.4\n"), "", "name");
    assertThat(table.draw(2, stream()).features()).isEqualTo(TWO_BY_TWO);
    assertThat(table.draw(2, stream()).names()).containsExactly("a", "b");
  }

  @Test
  void labelsMayBeAnyNumbers() throws IOException {
    Table table = table(file("y,a\n-1.5,1\n2.25,1\n7,3\n"));
    assertThat(table.draw(3, stream()).labels().toArray()).containsExactly(-1.5, 2.25, 7);
  }

  @Test
  void gzipIsUnpacked() throws IOException {
    Path packed = folder.resolve("people.csv.gz");
    Files.write(packed, gzip("y,a,b\n0,1.5,-2\n1,30,0.4\n"));
    assertThat(table(packed).draw(2, stream()).features()).isEqualTo(TWO_BY_TWO);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void stepsComeInThePublishedOrder() throws IOException {
    Path file = file("a,y\n0,0\n4,0\n100,\n8,0\n8,1\n");
    Sample sample = CreditFile.all(standardising(file, true, OptionalInt.of(2)));
    // mean 5 and variance 11 over the four complete rows, although the third 0 is not kept
    assertThat(sample.names()).containsExactly("a", "bias");
    assertThat(sample.labels().toArray()).containsExactly(0, 0, 1);
    double deviation = Math.sqrt(11);
    assertThat(sample.features().toArray())
        .containsExactly(
            new double[] {-5 / deviation, 1, -1 / deviation, 1, 3 / deviation, 1}, within(1e-15));
  }

  @Test
  void theFirstOfEachClassAreKeptInTheOrderOfTheFile() throws IOException {
    Path file = file("a,y\n1,2\n2,0\n3,2\n4,0\n5,2\n6,0\n7,1\n");
    Table table =
        new Table(file, "y", List.of(), IncompleteRows.DROP, false, false, OptionalInt.of(2));
    assertThat(CreditFile.all(table).features().toArray()).containsExactly(1, 2, 3, 4, 7);
  }

  @Test
  void anotherSizeIsDrawnWithReplacement() throws IOException {
    Table table = table(file("a,y\n10,0\n20,1\n30,2\n40,3\n"));
    for (int size : new int[] {3, 4000}) {
      Sample drawn = table.draw(size, stream());
      assertThat(drawn.size()).isEqualTo(size);
      assertThat(table.draw(size, stream())).isEqualTo(drawn);
      for (int row = 0; row < size; row++) {
        assertThat(drawn.features().get(row, 0)).isEqualTo(10 * drawn.labels().get(row) + 10);
      }
    }
    // 1000 of each are expected, standard deviation 27: 6 of them either way, one in a billion
    for (int label = 0; label < 4; label++) {
      assertThat(CreditFile.ofLabel(table.draw(4000, stream()), label).size())
          .isBetween(1000 - 6 * 27, 1000 + 6 * 27);
    }
    assertThatThrownBy(() -> table.draw(0, stream())).hasMessage("size: 0 must be at least 1.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a,yy,xx;1,2,3 |:1: label: there is no column 'y'. Known, nearest first: 'a', 'yy', 'xx'.",
        ";;label,Y,aaa;1,2,3|:3: label: there is no column 'y'. Known, nearest first: 'Y', 'aaa', 'label'.",
        "a,y,a;1,2,3 |:1: column 'a' appears twice. Give each column its own name.",
        "y;1;0 |:1: has no column but the label and those to ignore. Give a feature.",
        "y,a;0,1;1,x2 |:3: column 'a': 'x2' must be a number. Correct it, empty it, or add the column to ignore.",
        "y,a;0,1;yes,2 |:3: column 'y': 'yes' must be a number. Correct it, empty it, or add the column to ignore.",
        "y,a;0,1d |:2: column 'a': '1d' must be a number. Correct it, empty it, or add the column to ignore.",
        "y,a;0,0x1p3 |:2: column 'a': '0x1p3' must be a number. Correct it, empty it, or add the column to ignore.",
        "y,a;0,1e |:2: column 'a': '1e' must be a number. Correct it, empty it, or add the column to ignore.",
        "y,a;0,1,5 |:2: has 3 cells, but the header has 2. Give one for each column.",
        "y,a;0,1;;1,2,|:4: has 3 cells, but the header has 2. Give one for each column.",
        "y,a;0,1;1 |:3: has 1 cell, but the header has 2. Give one for each column.",
        "y,a;0,1;1,Infinity |:3: column 'a': 'Infinity' must be a finite number. Correct or empty it.",
        "y,a;0,1;1,-inf |:3: column 'a': '-inf' must be a finite number. Correct or empty it.",
        "y,a;0,1;1,1e999 |:3: column 'a': '1e999' must be a finite number. Correct or empty it.",
        "y,a |: no rows after the header. Give one line for each person.",
        "y,a;0,NA;1,;NA,3 |: no row is complete; column 'a' alone is missing in 2 of 3. Fill the cells in, or add the column to ignore.",
        "y,a;1,1;1,2;,4;0,NA |: label 'y' is 1.0 in every complete row. Give rows with another label, too.",
      })
  void errorsNameFileLineColumnValueRuleAndRemedy(String text, String problem) throws IOException {
    Table table = table(file(text.replace(';', '\n')));
    assertThatThrownBy(table::fixedSize)
        .isInstanceOf(TableFileException.class)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(table.file() + problem)
        .hasNoCause();
    assertThatThrownBy(() -> table.draw(3, stream())).isInstanceOf(TableFileException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\uFEFF"})
  void anEmptyFileIsAnError(String text) throws IOException {
    Table table = table(file(text));
    assertThatThrownBy(table::fixedSize)
        .isInstanceOf(TableFileException.class)
        .hasMessage(
            table.file() + ":1: the file is empty. Give a header and one line for each person.");
  }

  @Test
  void missingCellsCanBeRefused() throws IOException {
    Table table = refusing(file("y,a\n0,1\n1,NA\n"));
    assertThatThrownBy(table::fixedSize)
        .isInstanceOf(TableFileException.class)
        .hasMessage(
            table.file()
                + ":3: column 'a': 'NA' is a missing value."
                + " Fill it in, or write incomplete-rows: drop.");
    assertThat(refusing(file("y,a\n0,1\n1,2\n")).fixedSize()).hasValue(2);
  }

  @Test
  void aColumnToIgnoreMustBeThere() throws IOException {
    Table table = table(file("y,a,name\n0,1,x\n1,2,z\n"), "nam");
    assertThatThrownBy(table::fixedSize)
        .hasMessage(
            table.file()
                + ":1: ignore: there is no column 'nam'."
                + " Known, nearest first: 'name', 'a', 'y'.");
  }

  @Test
  void aConstantFeatureCannotBeStandardised() throws IOException {
    // the computed variance of ten times .1 is not 0
    Path file = file("y,a,b\n" + "0,1,0.1\n1,2,0.1\n".repeat(5));
    assertThatThrownBy(standardising(file, false, OptionalInt.empty())::fixedSize)
        .isInstanceOf(TableFileException.class)
        .hasNoCause()
        .hasMessage(
            file
                + ": column 'b' is 0.1 in every row, so it cannot be standardised."
                + " Add it to ignore.");
  }

  @ParameterizedTest
  @CsvSource({"1e200,-1e200,Infinity", "1e-200,2e-200,0.0"})
  void aFeatureOfTooLargeOrSmallAUnitCannotBeStandardised(String one, String other, String is)
      throws IOException {
    Path file = file("y,a\n0," + one + "\n1," + other + "\n");
    assertThatThrownBy(standardising(file, false, OptionalInt.empty())::fixedSize)
        .hasMessage(
            file
                + ": column 'a' has standard deviation "
                + is
                + ", so it cannot be standardised. Give it in another unit.");
  }

  @Test
  void aSecondBiasIsRefused() throws IOException {
    Path file = file("y,bias\n0,1\n1,2\n");
    assertThatThrownBy(standardising(file, true, OptionalInt.empty())::fixedSize)
        .isInstanceOf(TableFileException.class)
        .hasMessage(file + ": column 'bias' is there already. Rename it, or write bias: false.");
  }

  @Test
  void parametersAreChecked() {
    Path file = folder.resolve("people.csv");
    assertThatThrownBy(() -> table(file, "y"))
        .hasMessage("ignore: 'y' is the label and cannot be ignored.");
    assertThatThrownBy(() -> standardising(file, true, OptionalInt.of(0)))
        .hasMessage("at-most-per-class: 0 must be at least 1.");
  }

  @Test
  void linesAreCountedWithWindowsLineEndings() throws IOException {
    Table table = table(file("y,a\r\n0,1\r\n\r\n1,z\r\n"));
    assertThatThrownBy(table::fixedSize).hasMessageStartingWith(table.file() + ":4: column 'a'");
  }

  @Test
  void aQuoteThatIsNeverClosedIsAnError() throws IOException {
    Table table = table(file("y,a\n0,1\n\"1,2\n"));
    assertThatThrownBy(table::fixedSize)
        .isInstanceOf(TableFileException.class)
        .hasMessageStartingWith(table.file() + ":")
        .hasMessageEndingWith("Close every quote.");
  }

  @Test
  void longAndUnprintableTextIsShownSafely() throws IOException {
    Table table = table(file("y,a\n0,y\u001b\u001b" + "x".repeat(90) + "\n"));
    assertThatThrownBy(table::fixedSize)
        .hasMessageContaining("column 'a': 'y  " + "x".repeat(37) + "...' must be a number");
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws IOException {
    Path missing = folder.resolve("none.csv");
    assertThatThrownBy(table(missing)::fixedSize)
        .isInstanceOf(TableFileException.class)
        .hasNoCause()
        .hasMessage(
            missing + ": does not exist. Give the path of a CSV table, relative to the scenario.");
    assertThatThrownBy(table(folder)::fixedSize)
        .isInstanceOf(TableFileException.class)
        .hasMessage(folder + ": is a folder. Give the path of a CSV table.");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "y,a\n0,1\n1,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(table(latin)::fixedSize)
        .isInstanceOf(TableFileException.class)
        .hasMessage(latin + ": is not UTF-8 text. Save it in UTF-8.");
  }

  @Test
  void brokenGzipIsNamed() throws IOException {
    Path notPacked = folder.resolve("plain.csv.gz");
    Files.writeString(notPacked, "y,a\n0,1\n1,2\n");
    assertThatThrownBy(table(notPacked)::fixedSize)
        .isInstanceOf(TableFileException.class)
        .hasMessage(
            notPacked + ": is not a whole gzip file (Not in GZIP format). Fetch or pack it again.");
    byte[] packed = gzip("y,a\n" + "0,1\n1,2\n".repeat(50_000));
    for (int length : new int[] {0, 5, packed.length / 2, packed.length - 3}) {
      Path cut = folder.resolve("cut" + length + ".csv.gz");
      Files.write(cut, Arrays.copyOf(packed, length));
      assertThatThrownBy(table(cut)::fixedSize)
          .isInstanceOf(TableFileException.class)
          .hasMessageStartingWith(cut + ": is not a whole gzip file (")
          .hasMessageEndingWith("). Fetch or pack it again.");
    }
  }

  @Test
  void aPreparedTableReadsItsFileOnce() throws IOException {
    Path file = file("y,a\n0,1\n1,2\n");
    PreparedSources sources = new PreparedSources();
    FeatureSource prepared = sources.of(table(file));
    Sample before = prepared.draw(2, stream());
    Files.delete(file);
    assertThat(prepared.fixedSize()).hasValue(2);
    assertThat(prepared.draw(2, stream())).isEqualTo(before);
    assertThat(sources.of(table(file))).isSameAs(prepared);
    assertThatThrownBy(() -> sources.of(table(file, "a"))).hasMessageContaining("does not exist");
    assertThatThrownBy(() -> table(file).draw(2, stream())).hasMessageContaining("does not exist");
  }
}
