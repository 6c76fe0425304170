package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sibyl.scenario.SampleScenario;
import picocli.CommandLine;

/** The pages, opened in a browser: they draw, move, fit a phone, and do no harm. */
@Timeout(240)
class BrowserTest {
  private static final String HOSTILE = "<img src=x onerror=document.body.id='harmed'>";
  private static final Pattern CHART = Pattern.compile("(?s)<div class=\"chart.*?</svg>");

  /** A wrapper as wide as a phone, which the page inside tells how wide it is. */
  private static final String PHONE =
      """
      <body><iframe src="%s" style="width:360px;height:800px"></iframe>
      <script>addEventListener('message', e => { document.body.append('WIDTH ' + e.data); });</script>
      """;

  private static final String TELL_WIDTH =
      "setTimeout(() => parent.postMessage(document.documentElement.scrollWidth + ' of '"
          + " + innerWidth, '*'), 1500);";

  @TempDir private static Path folder;

  private static Browser browser;
  private static Path run;

  @BeforeAll
  static void aRunAndABrowser() throws IOException {
    Optional<Path> program = Browser.installed().findFirst();
    Assumptions.assumeTrue(
        program.isPresent(),
        "no Chromium: the pages are not opened. Debian: apt-get install chromium");
    browser = new Browser(program.orElseThrow(), Files.createDirectory(folder.resolve("browser")));
    Path file =
        Files.writeString(
            folder.resolve("scenario.yaml"),
            SampleScenario.with("size: 4", "size: 30, trust: 0.6")
                    .replace(
                        "name: sample", "name: \"" + HOSTILE + "\"\nreference: \"" + HOSTILE + "\"")
                    .replace("initial: 0.5", "initial: { type: random-binary }")
                + "trust: { type: bayesian }\nstop: horizon\nreplicates: 3\n");
    run = folder.resolve("run");
    RunFolder.of(file, run);
  }

  private static Path report() {
    return run.resolve("report.html");
  }

  private static List<String> charts(Browser.Opened page) {
    return CHART.matcher(page.body()).results().map(match -> match.group()).toList();
  }

  private static String text(Browser.Opened page, String id) {
    var found =
        Pattern.compile("(?s)id=\"" + id + "\"[^>]*>(.*?)</(span|table|p|h1)>")
            .matcher(page.body());
    assertThat(found.find()).as(id).isTrue();
    return found.group(1);
  }

  private static void assertSound(Browser.Opened page, int charts) {
    assertThat(page.console()).isEmpty();
    assertThat(charts(page)).hasSize(charts).allMatch(chart -> chart.contains("<path"));
  }

  @Test
  void reportDrawsItsCharts() {
    Browser.Opened page = browser.open(report(), "");
    assertSound(page, 4 + 2); // distributions and metrics
    assertThat(page.body()).contains("id=\"replay\"").contains("12 rounds");
    // a band of intervals is an area, a filled path
    assertThat(charts(page).get(4)).containsPattern("fill-opacity=\"0?\\.25\"");
  }

  @Test
  void namesDoNoHarm() {
    Browser.Opened page = browser.open(report(), "round=3");
    assertThat(page.body()).doesNotContain("<img").doesNotContain("id=\"harmed\"");
    assertThat(text(page, "name")).startsWith("&lt;img src=x");
  }

  @Test
  void roundOfTheAddressIsShown() {
    Browser.Opened page = browser.open(report(), "round=4&individual=7&theme=dark");
    assertThat(text(page, "round")).isEqualTo("round 4 of 12");
    String line = new RunFolder(run).lines("rounds.csv").get(4);
    double cooperation = Double.parseDouble(line.split(",", -1)[2]);
    String shown = text(page, "now").replaceAll("<[^>]*>", " ");
    assertThat(Double.parseDouble(shown.trim().split("\\s+")[1]))
        .isBetween(cooperation - 1e-4, cooperation + 1e-4);
    assertThat(text(page, "one")).contains("neighbors", "trust", "payoff");
    assertThat(page.dom()).contains("data-theme=\"dark\"");
    assertThat(page.console()).isEmpty();
  }

  @Test
  void sliderMovesPictureAndDistributions() {
    byte[] first = browser.picture(report(), "round=1");
    assertThat(browser.picture(report(), "round=1")).isEqualTo(first);
    assertThat(browser.picture(report(), "round=3")).isNotEqualTo(first);
    String move = "const s = byId('slider'); s.value = 4; s.dispatchEvent(new Event('input'));";
    Browser.Opened still = browser.open(report(), "");
    Browser.Opened moved = browser.open(report(), "", move);
    assertThat(text(moved, "round")).isEqualTo("round 5 of 12");
    assertThat(charts(moved).get(1)).isNotEqualTo(charts(still).get(1));
    assertThat(moved.console()).isEmpty();
  }

  @Test
  void playButtonPlaysToTheEnd() {
    Browser.Opened page =
        browser.open(report(), "", "byId('speed').value = 20; byId('play').click();");
    assertThat(text(page, "round")).isEqualTo("round 12 of 12");
    assertThat(page.body()).contains("aria-label=\"play\"");
  }

  @Test
  void fillAndLayoutCanBeChosen() {
    String trust = drawing("round=5&fill=trust");
    assertThat(drawing("round=5&fill=trust")).isEqualTo(trust);
    assertThat(drawing("round=5&fill=payoff")).isNotEqualTo(trust);
    assertThat(drawing("round=5&fill=trust&layout=circle")).isNotEqualTo(trust);
    assertThat(drawing("round=5&fill=trust&theme=dark")).isNotEqualTo(trust);
  }

  /** The pixels of the network. */
  private static String drawing(String fragment) {
    String tell =
        "setTimeout(() => { byId('many').textContent = byId('network').toDataURL(); }, 1500);";
    String pixels = text(browser.open(report(), fragment, tell), "many");
    assertThat(pixels).startsWith("data:image/png").hasSizeGreaterThan(5000);
    return pixels;
  }

  @Test
  void pagesFitAPhone() throws IOException {
    Path copy = folder.resolve("browser/inside.html");
    for (Path page : List.of(report(), reproductions())) {
      Files.writeString(copy, Files.readString(page) + "<script>" + TELL_WIDTH + "</script>");
      Path phone =
          Files.writeString(
              folder.resolve("browser/phone.html"), PHONE.formatted(copy.getFileName()));
      var width = Pattern.compile("WIDTH (\\d+) of 360").matcher(browser.open(phone, "").body());
      assertThat(width.find()).isTrue();
      assertThat(Integer.parseInt(width.group(1))).isBetween(300, 360); // less the scroll bar
    }
  }

  @Test
  void oldReportSaysThatItHasNoReplay() throws IOException {
    Path old = folder.resolve("old");
    RunFolder.of(run.resolve("scenario.yaml"), old);
    Files.delete(old.resolve("replay.json"));
    assertThat(CommandRun.of("report", old).code()).isZero();
    Browser.Opened page = browser.open(old.resolve("report.html"), "round=3");
    assertSound(page, 2);
    assertThat(page.body())
        .contains("This run has no replay")
        .containsPattern("id=\"player\"[^>]*hidden");
  }

  @Test
  void sweepsDrawHeatMapsAndPoints() {
    Object[] grid = {
      "--vary",
      "outcome.risk-of-loss=lin(0.3,0.8,11)",
      "--vary",
      "outcome.group-threshold=lin(0,1,11)"
    };
    Browser.Opened heat = browser.open(sweep("heat", grid).resolve("report.html"), "");
    assertSound(heat, 2);
    assertThat(
            Pattern.compile("fill=\"(rgb|#)[^\"]*\"")
                .matcher(charts(heat).get(0))
                .results()
                .map(MatchResult::group)
                .distinct())
        .as("colours of cells")
        .hasSizeGreaterThan(10);
    Object[] points = {
      "--design",
      "lhs",
      "--cells",
      40,
      "--vary",
      "outcome.risk-of-loss=0.3..0.8",
      "--vary",
      "outcome.group-threshold=0.0..1.0"
    };
    Browser.Opened scatter =
        browser.open(sweep("points", points).resolve("report.html"), "theme=dark");
    assertSound(scatter, 2);
    assertThat(scatter.body()).doesNotContain("<img");
  }

  private static Path sweep(String name, Object... options) {
    Path out = folder.resolve(name);
    List<Object> words =
        new java.util.ArrayList<>(
            List.of("sweep", folder.resolve("scenario.yaml"), "--out", out, "--quiet"));
    words.addAll(List.of(options));
    CommandRun sweep = CommandRun.of(words.toArray());
    assertThat(sweep.code()).as(sweep.err()).isZero();
    return out;
  }

  private static Path reproductions() {
    Path out = folder.resolve("reproductions");
    if (!Files.exists(out)) {
      assertThat(
              CommandRun.of(
                      "reproduce",
                      "games-figure-2",
                      "games-figure-12",
                      "games-price-of-anarchy",
                      "--out",
                      out)
                  .code())
          .isZero();
    }
    return out.resolve("index.html");
  }

  @Test
  void reproductionsShowExpectedBesideMeasured() throws IOException {
    Browser.Opened page = browser.open(reproductions(), "");
    assertThat(page.console()).isEmpty();
    assertThat(charts(page)).hasSizeGreaterThan(8).allMatch(chart -> chart.contains("<path"));
    assertThat(text(page, "status")).isEqualTo("✓ all 3 reproduced");
    assertThat(page.body())
        .contains("href=\"games-figure-2.csv\"")
        .contains("24 of 24 numbers in band");
    Path broken = Files.createDirectory(folder.resolve("broken"));
    for (String name : List.of("games-figure-2.csv", "games-figure-2-data.csv")) {
      Files.writeString(
          broken.resolve(name),
          Files.readString(folder.resolve("reproductions").resolve(name))
              .replaceFirst("1,1,0,0,true", "1,0,0,0,false"));
    }
    assertThat(CommandRun.of("reproduce", "games-figure-12", "--out", broken).code()).isZero();
    Browser.Opened red = browser.open(broken.resolve("index.html"), "");
    assertThat(text(red, "status")).isEqualTo("✗ 1 of 2 out of band or damaged: games-figure-2");
    assertThat(red.body()).contains("23 of 24 numbers in band").contains("✗ OUT OF BAND");
  }

  @Test
  void reproductionsThatWereSkippedAreNeitherGoodNorBad() throws IOException {
    Path out = folder.resolve("skipped");
    CommandLine absent =
        new CommandLine(
                new ReproduceCommand(sound -> sound.withCredit(folder.resolve("nowhere.csv"))))
            .setOut(new PrintWriter(new StringWriter(), true));
    assertThat(absent.execute("games-figure-2", "credit-rrm", "--out", out.toString())).isZero();
    Browser.Opened page = browser.open(out.resolve("index.html"), "");
    assertThat(page.console()).isEmpty();
    assertThat(text(page, "status")).isEqualTo("✓ all 1 reproduced; 1 skipped: credit-rrm");
    assertThat(page.body()).contains("skipped: needs Kaggle's cs-training.csv");
  }
}
