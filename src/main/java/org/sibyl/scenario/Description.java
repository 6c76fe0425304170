package org.sibyl.scenario;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.sibyl.learning.neural.SavedNetwork;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.FileIfPresent;
import org.sibyl.numeric.Parameter;
import org.sibyl.scenario.sweep.Levels;
import org.sibyl.scenario.sweep.Sweep;
import org.sibyl.simulation.Phase;

/**
 * A scenario in words, as an ODD page: Overview, Design concepts, Details (Grimm et al. 2020). Made
 * from the scenario and the catalog alone, so that it cannot fall behind the code.
 */
public final class Description {
  private final Scenario scenario;
  private final StringBuilder text = new StringBuilder();

  private Description(Scenario scenario) {
    this.scenario = scenario;
  }

  /** The page, in Markdown. */
  public static String odd(Scenario resolved) {
    return new Description(resolved).page();
  }

  private String page() {
    line("# " + inline(scenario.name()));
    line(scenario.reference().isEmpty() ? "" : "Reference: " + inline(scenario.reference()) + "\n");
    line("## Overview\n");
    line(
        "**Purpose.** A Predictor deploys a model, individuals respond to it, and what they do is");
    line("what the Predictor learns from: predictions change what they predict.\n");
    line(
        "**Entities, state, scales.** "
            + scenario.size()
            + " individuals on a network, one Predictor.");
    line(
        "One time step is one round; at most "
            + scenario.rounds()
            + " rounds, "
            + (scenario.stopping() == Stop.STABLE
                ? "fewer when the world repeats"
                : "always all of them")
            + ". Rounds per game: "
            + scenario.episodeLength()
            + ". Repetitions: "
            + scenario.replicates()
            + ".\n");
    line("**Process and scheduling.** Each round, in this order on MASON's schedule:\n");
    for (Phase phase : Phase.values()) {
      line((phase.ordinal() + 1) + ". `" + phase + "`: " + phase.meaning());
    }
    line(
        "\nIndividuals act simultaneously: each reads last round's world and writes its own row.\n");
    scenario.sweep().ifPresent(this::sweep);
    line("## Design concepts\n");
    line("**What the Predictor sees.** Public features before it deploys, and the cohort after:");
    line("never trust, payoffs or how individuals decide.\n");
    line("**Stochasticity.** " + stochasticity() + "\n");
    line("**Observation.** Every round records:\n");
    for (Metric metric : scenario.metrics()) {
      line(
          "- `"
              + metric.name()
              + "` ["
              + metric.unit()
              + ", in "
              + metric.range()
              + "]: "
              + about(metric).value());
    }
    line("\n## Details\n");
    run();
    parts().forEach(this::component);
    for (Metric metric : scenario.metrics()) {
      if (!Binder.keys(metric.getClass()).isEmpty()) {
        component("metrics", (Record) metric);
      }
    }
    return text.toString();
  }

  private void sweep(Sweep sweep) {
    String design = Catalog.DESIGN.nameOf(sweep.design().getClass()).orElse("");
    String varied =
        sweep.vary().isEmpty()
            ? "what its design or the command line names"
            : sweep.vary().keySet().stream()
                .map(path -> "`" + path.replace("`", "") + "`")
                .collect(Collectors.joining(", "));
    line("**Sweep.** A sweep varies " + varied + " (design `" + design + "`).\n");
  }

  /** The scenario's own numbers; its sections follow. */
  private void run() {
    line("### run\n");
    tableHead();
    Binder.keys(Scenario.class)
        .forEach(
            (key, component) -> {
              Class<?> type = component.getType();
              if (type.isPrimitive() || type == Optional.class) {
                parameter(key, component, scenario);
              }
            });
    line("");
  }

  private Map<String, Record> parts() {
    Map<String, Record> parts = new LinkedHashMap<>();
    parts.put("population", scenario.population());
    parts.put("network", (Record) scenario.network());
    parts.put("behavior", (Record) scenario.behavior());
    parts.put("trust", (Record) scenario.trust());
    parts.put("outcome", (Record) scenario.outcome());
    parts.put("carryover", (Record) scenario.carryover());
    parts.put("survey", (Record) scenario.survey());
    scenario.task().ifPresent(task -> parts.put("task", task));
    scenario.risk().ifPresent(risk -> parts.put("risk", risk));
    scenario.decisions().ifPresent(decisions -> parts.put("decisions", decisions));
    parts.put("learning", (Record) scenario.learning());
    scenario.sweep().ifPresent(sweep -> parts.put("sweep", sweep));
    return parts;
  }

  private String stochasticity() {
    List<String> uses = new ArrayList<>();
    parts()
        .forEach(
            (section, part) ->
                Draws.within(part)
                    .forEach(draw -> uses.add(draw.meaning() + " (" + section + ")")));
    String noise =
        uses.isEmpty() ? "Nothing here is drawn." : "Drawn: " + String.join("; ", uses) + ".";
    return noise
        + " Every draw is addressed by (seed "
        + scenario.seed()
        + ", replicate, use, round, individual).";
  }

  private void component(String section, Record part) {
    About about = about(part);
    String name =
        Catalog.KINDS.stream()
            .flatMap(kind -> kind.nameOf(part.getClass()).stream())
            .findFirst()
            .orElse("");
    line("### " + section + (name.isEmpty() ? "" : ": " + name) + "\n");
    line(
        sentence(about.value())
            + (about.source().isEmpty() ? "" : " Source: " + about.source() + "."));
    line("");
    Map<String, RecordComponent> keys = Binder.keys(part.getClass());
    if (keys.isEmpty()) {
      return;
    }
    tableHead();
    keys.forEach((key, component) -> parameter(key, component, part));
    line("");
    keys.forEach((key, component) -> below(section + "." + key, present(component, part)));
  }

  /** The parts that a value is made of: a part itself, or a list of parts with names. */
  private void below(String section, Object value) {
    if (value instanceof Record nested && !Form.isFile(nested.getClass())) {
      component(section, nested);
    }
    if (value instanceof List<?> items) {
      for (int k = 0; k < items.size(); k++) {
        if (Catalog.listing(items.get(k).getClass()).isPresent()) {
          component(section + "[" + k + "]", (Record) items.get(k));
        }
      }
    }
  }

  private void tableHead() {
    line("| parameter | value | unit | range | meaning |");
    line("|---|---|---|---|---|");
  }

  private void parameter(String key, RecordComponent component, Record part) {
    Parameter parameter = component.getAnnotation(Parameter.class);
    line(
        "| `"
            + key
            + "` | "
            + shown(ScenarioWriter.read(component, part))
            + " | "
            + parameter.unit()
            + " | "
            + parameter.range()
            + " | "
            + parameter.value()
            + " |");
  }

  private static String shown(Object value) {
    if (value instanceof SavedNetwork saved) {
      return inline(saved.toString());
    }
    if (value instanceof FileIfPresent file) {
      return inline(file.toString());
    }
    if (value instanceof Enum<?> constant) {
      return Names.of(constant);
    }
    if (value instanceof Record) {
      return "below";
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(Description::shown).orElse("");
    }
    if (value instanceof Map<?, ?> levels) {
      return shown(
          levels.entrySet().stream()
              .map(entry -> entry.getKey() + "=" + ((Levels) entry.getValue()).text())
              .collect(Collectors.joining("; ")));
    }
    if (value instanceof List<?> items) {
      return shown(
          items.stream()
              .map(item -> item instanceof Metric metric ? metric.name() : item.toString())
              .collect(Collectors.joining(", ")));
    }
    if (value instanceof OptionalInt optional) {
      return optional.isPresent() ? Integer.toString(optional.getAsInt()) : "";
    }
    String shown = inline(value.toString());
    return shown.length() > 60 ? shown.substring(0, 57) + "..." : shown;
  }

  /** The value of a component; an optional one is unwrapped when it is there. */
  private static Object present(RecordComponent component, Record part) {
    Object value = ScenarioWriter.read(component, part);
    return value instanceof Optional<?> optional && optional.isPresent() ? optional.get() : value;
  }

  private static About about(Object part) {
    About about = part.getClass().getAnnotation(About.class);
    if (about == null) {
      throw new IllegalStateException("catalog: " + part.getClass() + " lacks @About");
    }
    return about;
  }

  /** Text that stays text in a line or a table of Markdown. */
  private static String inline(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("([\\\\|<>`*_\\[\\]])", "\\\\$1");
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
