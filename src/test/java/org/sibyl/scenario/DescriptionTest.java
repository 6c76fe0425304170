package org.sibyl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.UsesRandomness;
import org.sibyl.simulation.Phase;

/** The ODD page leaves nothing of a scenario out. */
class DescriptionTest {
  @TempDir private Path folder;

  @BeforeEach
  void networkFiles() throws IOException {
    SampleScenario.writeNetworks(folder);
  }

  static Stream<CatalogPart> parts() {
    return CatalogPart.all();
  }

  @ParameterizedTest
  @MethodSource("parts")
  void partIsDescribedWithAllItsParameters(CatalogPart part) {
    Scenario scenario = part.in(folder).resolved();
    String page = Description.odd(scenario);
    if (part.type() != Scenario.class) {
      String about = part.type().getAnnotation(About.class).value();
      assertThat(page).contains(part.name(), about.substring(1));
    }
    Binder.keys(part.type())
        .forEach(
            (key, component) ->
                assertNamed(
                    page, key, component.getType(), Binder.parameter(component).orElseThrow()));
  }

  private static void assertNamed(String page, String key, Class<?> type, Parameter about) {
    if (Catalog.of(type).isPresent() || type.isRecord() && !Form.isFile(type)) {
      assertThat(page).containsPattern("(?m)^### ([a-z0-9.\\[\\]-]+\\.)?" + key + "(: |$)");
      return;
    }
    if (type == List.class || type == String.class) {
      return; // metrics and the title, below
    }
    String end = " | " + about.unit() + " | " + about.range() + " | " + about.value() + " |";
    assertThat(page.lines().filter(line -> line.startsWith("| `" + key + "` |")))
        .anySatisfy(row -> assertThat(row).endsWith(end).doesNotContain("Optional"));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void usesOfRandomnessAreNamed(CatalogPart part) {
    Scenario scenario = part.in(folder).resolved();
    Record record = part.of(scenario);
    List<Draw> draws =
        record instanceof UsesRandomness uses
            ? uses.draws()
            : List.of(part.type().getAnnotation(About.class).draws());
    String page = Description.odd(scenario);
    draws.forEach(draw -> assertThat(page).contains(draw.meaning()));
  }

  @Test
  void scenarioWithoutDrawsSaysSo() {
    assertThat(page()).contains("Nothing here is drawn.").contains("(seed 0, replicate, ");
  }

  @Test
  void drawnDisastersAreADraw() {
    assertThat(page("outcome.disaster=drawn"))
        .contains("Drawn: outcomes that Nature draws (outcome).");
    assertThat(page("learning.initial={type: random-binary}"))
        .contains("Drawn: the learner: initial models, mini-batches (learning).");
  }

  @Test
  void phasesAreListedInOrder() {
    String page = page();
    for (Phase phase : Phase.values()) {
      assertThat(page)
          .contains((phase.ordinal() + 1) + ". `" + phase + "`: " + phase.meaning() + "\n");
    }
  }

  @Test
  void metricsAreListedWithUnitAndRange() {
    Scenario scenario = SampleScenario.read(folder).resolved();
    String page = Description.odd(scenario);
    for (Metric metric : scenario.metrics()) {
      assertThat(page)
          .contains(
              "- `" + metric.name() + "` [" + metric.unit() + ", in " + metric.range() + "]: ");
    }
  }

  @Test
  void numbersOfTheRunAreThere() {
    assertThat(page("rounds=17", "replicates=3", "seed=99", "stop=horizon", "reference=Paper"))
        .contains("| `rounds` | 17 | rounds |")
        .contains("| `replicates` | 3 | runs |")
        .contains("| `seed` | 99 |")
        .contains("| `stop` | horizon |")
        .contains("# sample\n", "Reference: Paper\n", "4 individuals");
  }

  @Test
  void sweepIsNamedWithWhatItVaries() {
    assertThat(page("sweep={design: {type: sobol, cells: 8}, vary: {rounds: 1..9, seed: [1, 2]}}"))
        .contains("**Sweep.** A sweep varies `rounds`, `seed` (design `sobol`).\n")
        .contains("### sweep\n", "### sweep.design: sobol\n", "| `cells` | 8 | points |")
        .contains("| `vary` | rounds=1..9; seed=1,2 |")
        .contains("the points of the sweep (sweep)");
    assertThat(page("sweep={precision: {metrics: [accuracy], half-width: 0.1}}"))
        .contains("A sweep varies what its design or the command line names (design `grid`).\n")
        .contains("### sweep.precision\n", "| `metrics` | accuracy |", "| `half-width` | 0.1 |");
    assertThat(page()).doesNotContain("**Sweep.**", "### sweep");
  }

  @Test
  void textsCannotBreakThePage() {
    String page = page("name='a | b\n\n# <b>c</b>'");
    assertThat(page).startsWith("# a \\| b # \\<b\\>c\\</b\\>\n");
  }

  private String page(String... overrides) {
    return Description.odd(SampleScenario.read(folder, overrides).resolved());
  }
}
