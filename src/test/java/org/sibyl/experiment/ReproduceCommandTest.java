package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sibyl.Given;
import org.sibyl.Shared;
import org.sibyl.experiment.reproduction.Reproductions;
import org.sibyl.experiment.reproduction.Workbench;
import picocli.CommandLine;

/** The command {@code reproduce}. */
class ReproduceCommandTest {
  @TempDir private Path folder;

  @Test
  void printsExpectedBesideMeasuredAndWritesThem() throws IOException {
    Path json = folder.resolve("deep/findings.json");
    CommandRun run = CommandRun.of("reproduce", "games-figure-2", "--out", folder, "--json", json);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("games-figure-2 (Góis et al. 2025, Figure 2)")
        .containsPattern("forecast 011: actions +111 +111 +exact +ok")
        .contains("games-figure-2: 24 of 24 in band")
        .contains("1 of 1 reproduced; numbers in " + folder);
    List<String> findings = Files.readAllLines(folder.resolve("games-figure-2.csv"));
    assertThat(findings.get(0))
        .isEqualTo("quantity,expected,measured,standard-error,band,in-band,source");
    assertThat(findings)
        .hasSize(25)
        .contains(
            "forecast 000: actions,0,0,0,0,true,"
                + "\"specification of the games, section 7.3, figure 2\"");
    assertThat(Files.readAllLines(folder.resolve("games-figure-2-data.csv")))
        .hasSize(9)
        .contains("forecast,actions,groups-succeeding,self-fulfilling", "11,111,3,0");
    JsonNode node = Text.JSON.readTree(json.toFile()).get(0);
    assertThat(node.get("name").asText()).isEqualTo("games-figure-2");
    assertThat(node.get("reproduced").asBoolean()).isTrue();
    assertThat(node.get("findings")).hasSize(24);
    assertThat(node.get("findings").get(1).get("expected").asDouble()).isZero();
  }

  @Test
  void aNumberOutOfItsBandIsSaidAndTheExitCodeIsOne() throws IOException {
    StringWriter out = new StringWriter();
    CommandLine planted =
        new CommandLine(
                new ReproduceCommand(
                    sound -> new Workbench(game -> Given.game(0.4, 0.2, "1"), false)))
            .setOut(new PrintWriter(out, true));
    assertThat(planted.execute("games-figure-1", "games-figure-9", "--out", folder.toString()))
        .isEqualTo(1);
    assertThat(out.toString())
        .containsPattern("forecast 110: actions +110 +1 +exact +OUT OF BAND")
        .contains("0 of 2 reproduced, out of band: games-figure-1, games-figure-9; numbers in");
    assertThat(folder.resolve("games-figure-1.csv")).content().contains(",false,");
  }

  private int reproduce(StringWriter out, Path credit, Object... words) {
    String[] texts = new String[words.length];
    for (int k = 0; k < words.length; k++) {
      texts[k] = words[k].toString();
    }
    return new CommandLine(new ReproduceCommand(sound -> sound.withCredit(credit)))
        .setOut(new PrintWriter(out, true))
        .execute(texts);
  }

  @Test
  void oneWhoseDataAreAbsentIsSkippedAndThatIsNoFailure() throws IOException {
    Path json = folder.resolve("findings.json");
    StringWriter out = new StringWriter();
    Path nowhere = folder.resolve("nowhere.csv");
    Path made = folder.resolve("out");
    assertThat(
            reproduce(out, nowhere, "credit-rrm", "games-figure-2", "--out", made, "--json", json))
        .isZero();
    assertThat(out.toString().lines().filter(line -> line.contains("skipped: ")))
        .singleElement()
        .asString()
        .contains("needs Kaggle's cs-training.csv")
        .contains("Put it at");
    assertThat(out.toString()).contains("1 of 2 reproduced, 1 skipped; numbers in " + made);
    JsonNode findings = Text.JSON.readTree(json.toFile());
    assertThat(findings.get(0).get("name").asText()).isEqualTo("credit-rrm");
    assertThat(findings.get(0).get("skipped").asText()).contains("cs-training.csv");
    assertThat(findings.get(0).has("reproduced")).isFalse();
    assertThat(findings.get(1).get("reproduced").asBoolean()).isTrue();
    assertThat(made.resolve("credit-rrm.csv")).doesNotExist();
    assertThat(made.resolve("index.html")).content().contains("\"skipped\":\"needs Kaggle");
  }

  @Test
  void skippingHidesNoFailure() {
    StringWriter out = new StringWriter();
    CommandLine planted =
        new CommandLine(
                new ReproduceCommand(
                    sound ->
                        new Workbench(game -> Given.game(0.4, 0.2, "1"), false)
                            .withCredit(folder.resolve("nowhere.csv"))))
            .setOut(new PrintWriter(out, true));
    assertThat(planted.execute("credit-rgd", "games-figure-1", "--out", folder.toString()))
        .isEqualTo(1);
    assertThat(out.toString())
        .contains("0 of 2 reproduced, 1 skipped, out of band: games-figure-1; numbers in");
  }

  @Test
  void oneWhoseDataAreThereIsRun() throws IOException {
    Path credit = Shared.path("data/credit_data.csv.gz");
    StringWriter out = new StringWriter();
    assertThat(reproduce(out, credit, "credit-rrm", "--out", folder)).isZero();
    assertThat(out.toString())
        .contains("credit-rrm: 336 of 336 in band")
        .contains("1 of 1 reproduced; numbers in");
    assertThat(Files.readString(folder.resolve("index.html"))).doesNotContain("\"skipped\":");
    StringWriter later = new StringWriter();
    assertThat(reproduce(later, folder.resolve("gone.csv"), "credit-rrm", "--out", folder))
        .isZero();
    assertThat(later.toString()).contains("0 of 1 reproduced, 1 skipped;");
    // what was found with the data is still shown, as run before
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("\"fresh\":false")
        .doesNotContain("\"skipped\":");
  }

  @Test
  void theSameNumbersTwice() throws IOException {
    for (String out : List.of("one", "two")) {
      CommandRun run = CommandRun.of("reproduce", "games-figure-12", "--out", folder.resolve(out));
      assertThat(run.code()).isZero();
    }
    for (String file : List.of("games-figure-12.csv", "games-figure-12-data.csv")) {
      assertThat(folder.resolve("one").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
    }
  }

  @Test
  void anUnknownNameIsAnError() {
    CommandRun run = CommandRun.of("reproduce", "games-figure-44", "--out", folder);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("unknown reproduction 'games-figure-44'. Known: games-figure-4, ")
        .endsWith("Maybe you meant 'games-figure-4'.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatCannotBeMadeIsAnError() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    CommandRun run = CommandRun.of("reproduce", "games-figure-2", "--out", file);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("games-figure-2.csv: cannot be written").hasLineCount(1);
  }

  @Test
  void allAreListed() {
    CommandRun run = CommandRun.of("list", "reproductions");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).hasSize(1 + Reproductions.ALL.size());
    assertThat(run.out()).contains("games-price-of-anarchy").doesNotContain("scenarios:");
  }
}
