package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sibyl.Given;
import org.sibyl.experiment.reproduction.Workbench;
import picocli.CommandLine;

/** The page of all reproductions, and what is said while they are made. */
class ReproductionsPageTest {
  @TempDir private Path folder;

  private CommandRun reproduce(Object... names) {
    Object[] words = java.util.Arrays.copyOf(names, names.length + 3);
    System.arraycopy(new Object[] {"reproduce", "--out", folder}, 0, words, names.length, 3);
    Object[] ordered = new Object[words.length];
    System.arraycopy(words, names.length, ordered, 0, 3);
    System.arraycopy(names, 0, ordered, 3, names.length);
    return CommandRun.of(ordered);
  }

  private JsonNode sections() throws IOException {
    String page = Files.readString(folder.resolve("index.html"));
    int start = page.indexOf("const data = ") + "const data = ".length();
    return Text.JSON
        .readTree(page.substring(start, page.indexOf(";\n", start)))
        .path("reproductions");
  }

  @Test
  void everyNumberAndTheFigureAreThere() throws IOException {
    CommandRun run = reproduce("games-figure-2");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("report: " + folder.resolve("index.html"));
    JsonNode section = sections().get(0);
    assertThat(section.path("name").asText()).isEqualTo("games-figure-2");
    assertThat(section.path("statement").asText()).isNotEmpty();
    assertThat(section.path("findings")).hasSize(24);
    assertThat(section.path("findings").get(0)).hasSize(7);
    assertThat(section.path("header").get(0).asText()).isEqualTo("forecast");
    assertThat(section.path("rows")).hasSize(8);
    assertThat(section.at("/axes/heights/0").asText()).isEqualTo("groups-succeeding");
  }

  @Test
  void thoseRunBeforeAreToldApart() throws IOException {
    reproduce("games-figure-2");
    reproduce("games-figure-1");
    assertThat(sections()).hasSize(2);
    assertThat(sections().get(0).path("name").asText()).isEqualTo("games-figure-1");
    assertThat(sections().get(0).path("fresh").asBoolean()).isTrue();
    assertThat(sections().get(1).path("fresh").asBoolean()).isFalse();
    assertThat(sections().get(1).path("when").asText()).endsWith("Z");
  }

  @Test
  void damagedFilesOfOneRunBeforeAreSaid() throws IOException {
    reproduce("games-figure-2");
    Path file = folder.resolve("games-figure-2.csv");
    Files.writeString(file, Files.readString(file).substring(0, 300));
    assertThat(reproduce("games-figure-1").code()).isZero();
    assertThat(sections().get(1).path("damaged").asText()).contains("games-figure-2.csv: ");
    Files.writeString(file, "");
    assertThat(reproduce("games-figure-1").code()).isZero();
    assertThat(sections().get(1).path("damaged").asText()).contains("games-figure-2.csv: ");
  }

  @Test
  void aNumberOutOfItsBandIsMarked() throws IOException {
    CommandLine planted =
        new CommandLine(
                new ReproduceCommand(
                    sound -> new Workbench(game -> Given.game(0.4, 0.2, "1"), false)))
            .setOut(new PrintWriter(new StringWriter(), true));
    assertThat(planted.execute("games-figure-1", "--out", folder.toString())).isEqualTo(1);
    assertThat(sections().get(0).path("findings"))
        .anyMatch(finding -> !finding.get(5).asBoolean())
        .anyMatch(finding -> finding.get(5).asBoolean());
  }

  @Test
  void thePageLoadsNothing() throws IOException {
    reproduce("games-figure-2");
    String page = Files.readString(folder.resolve("index.html"));
    String outsideScripts = page.replaceAll("(?s)<script>.*?</script>", "");
    assertThat(page).contains("<script>").doesNotContainPattern("<script\\s");
    assertThat(outsideScripts)
        .doesNotContainPattern("(?i)\\b(src|href|action|data)\\s*=")
        .doesNotContainPattern("(?i)@import|url\\s*\\(|https?:");
  }

  @Test
  void terminalsAreToldHowFarItIs() {
    System.setProperty("sibyl.terminal", "true");
    try {
      assertThat(reproduce("games-figure-2", "games-figure-1").err().lines())
          .hasSize(2)
          .first()
          .isEqualTo("[1/2] games-figure-2, 0:00 elapsed");
    } finally {
      System.clearProperty("sibyl.terminal");
    }
    assertThat(reproduce("games-figure-2").err()).isEmpty();
  }

  @Test
  void timeToGoIsThatOfThoseDone() {
    assertThat(new Pace(5).line(2, "third", Duration.ofSeconds(50)))
        .isEqualTo("[3/5] third, 0:50 elapsed, about 1:15 to go");
  }
}
