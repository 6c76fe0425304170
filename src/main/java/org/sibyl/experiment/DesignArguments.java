package org.sibyl.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sibyl.scenario.Catalog;
import org.sibyl.scenario.Names;
import org.sibyl.scenario.ScenarioReader;
import org.sibyl.scenario.sweep.Sweep;
import picocli.CommandLine.Option;

/** What a sweep varies, as the command line gives it. */
final class DesignArguments {
  /** Designs that have a number of cells. */
  private static final List<String> DRAWN = List.of("random", "latin-hypercube", "sobol");

  @Option(
      names = "--vary",
      paramLabel = "path=VALUES",
      description = "Varies a value of the scenario. Repeatable.")
  private List<String> vary = new ArrayList<>();

  @Option(
      names = "--design",
      paramLabel = "DESIGN",
      description =
          "Which combinations are tried: grid, list, random, lhs, sobol, one-at-a-time, morris,"
              + " sobol-indices, or written out like '{type: file, file: points.csv}'. Default: the"
              + " scenario's, else grid.")
  private Optional<String> design = Optional.empty();

  @Option(
      names = "--cells",
      paramLabel = "N",
      description = "How many combinations a design draws; for random, lhs and sobol.")
  private Optional<Integer> cells = Optional.empty();

  @Option(
      names = "--replicates",
      paramLabel = "N",
      description = "Sets the repetitions of each cell.")
  private Optional<Integer> replicates = Optional.empty();

  /** {@code path=VALUES}, each. */
  List<String> vary() {
    return vary;
  }

  /**
   * What is set in the scenario: the design, then what the user sets, which may refine it, then the
   * replicates.
   *
   * @throws IllegalArgumentException when there is no such design, or it has no number of cells
   */
  List<String> overrides(ScenarioArguments scenario) {
    List<String> all = new ArrayList<>();
    design.ifPresent(name -> all.add("sweep.design=" + written(name)));
    if (design.isEmpty() && cells.isPresent()) {
      requireDrawn(scenario);
      all.add("sweep.design.cells=" + cells.get());
    }
    all.addAll(scenario.overrides());
    replicates.ifPresent(value -> all.add("sweep.replicates=" + value));
    return all;
  }

  /** A design as the scenario would write it. */
  private String written(String name) {
    if (name.startsWith("{")) {
      return name;
    }
    String type = name.equals("lhs") ? "latin-hypercube" : name;
    if (!Catalog.DESIGN.names().contains(type)) {
      throw new IllegalArgumentException(
          "--design: " + Names.unknown("", name, Catalog.DESIGN.names()));
    }
    if (cells.isEmpty()) {
      return "{type: " + type + "}";
    }
    if (!DRAWN.contains(type)) {
      throw noCells();
    }
    return "{type: " + type + ", cells: " + cells.get() + "}";
  }

  /** Whether the scenario's own design has a number of cells. */
  private void requireDrawn(ScenarioArguments scenario) {
    boolean drawn =
        ScenarioReader.read(scenario.file(), scenario.overrides()).scenario().sweep().stream()
            .map(Sweep::design)
            .flatMap(own -> Catalog.DESIGN.nameOf(own.getClass()).stream())
            .anyMatch(DRAWN::contains);
    if (!drawn) {
      throw noCells();
    }
  }

  private IllegalArgumentException noCells() {
    return new IllegalArgumentException(
        "--cells "
            + cells.orElse(0)
            + ": only designs that draw have a number of cells. Add --design random, lhs or"
            + " sobol.");
  }
}
