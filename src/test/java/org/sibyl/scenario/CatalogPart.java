package org.sibyl.scenario;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.sibyl.learning.InitialForecast;
import org.sibyl.learning.RepeatedRiskMinimization;
import org.sibyl.metrics.Metric;
import org.sibyl.network.GraphMl;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Share;
import org.sibyl.numeric.Values;
import org.sibyl.population.PopulationDesign;

/**
 * A record that scenarios are made of, and a scenario that has it.
 *
 * @param path where it stands in a scenario; empty for the scenario itself
 * @param name its name in the catalog; "population" and "scenario" for the two that are not there
 * @param type the record
 */
record CatalogPart(String path, String name, Class<?> type) {
  /** Catalog entries, the population and the scenario itself. */
  static Stream<CatalogPart> all() {
    Stream<CatalogPart> entries =
        Catalog.KINDS.stream()
            .flatMap(
                kind ->
                    kind.entries().entrySet().stream()
                        .map(e -> new CatalogPart(path(kind), e.getKey(), e.getValue())));
    return Stream.concat(
        entries,
        Stream.of(
            new CatalogPart("population", "population", PopulationDesign.class),
            new CatalogPart("", "scenario", Scenario.class)));
  }

  private static String path(Kind<?> kind) {
    if (kind == Catalog.DESIGN) {
      return "sweep.design";
    }
    return kind.type() == InitialForecast.class ? "learning.initial" : kind.name();
  }

  /**
   * A scenario that has this part, with every key of it but those named, where they may be left
   * out.
   */
  Scenario in(Path folder, String... leftOut) {
    return SampleScenario.read(folder, overrides(leftOut));
  }

  /** The overrides of the sample that put this part there. */
  String[] overrides(String... leftOut) {
    if (type == Scenario.class) {
      return new String[] {};
    }
    if (path.equals("metrics")) {
      return new String[] {"metrics=[" + name + "]"};
    }
    List<String> members = new ArrayList<>();
    if (type != PopulationDesign.class) {
      members.add("type: " + name);
    }
    for (Map.Entry<String, RecordComponent> key : Binder.keys(type).entrySet()) {
      if (!List.of(leftOut).contains(key.getKey())) {
        sample(key.getValue()).ifPresent(value -> members.add(key.getKey() + ": " + value));
      }
    }
    return new String[] {path + "={" + String.join(", ", members) + "}"};
  }

  /** A value for a component, not its default where that is possible. */
  private Optional<String> sample(RecordComponent component) {
    Class<?> kind = component.getType();
    if (kind == double.class || kind == Values.class || kind == Share.class) {
      return Optional.of(Double.toString(number(Binder.parameter(component).orElseThrow())));
    }
    if (kind == int.class) {
      double low = Range.parse(Binder.parameter(component).orElseThrow().range()).low();
      return Optional.of(Integer.toString((int) Math.max(low, 2)));
    }
    if (kind == OptionalInt.class) {
      return Optional.of("4");
    }
    if (kind == Path.class) {
      return Optional.of(type == GraphMl.class ? "edges.graphml" : "edges.csv");
    }
    if (kind.isEnum()) {
      Object[] constants = kind.getEnumConstants();
      return Optional.of(Names.of((Enum<?>) constants[constants.length - 1]));
    }
    if (kind == InitialForecast.class) {
      return Optional.of("[0.25, 0.5, 0, 1]");
    }
    throw new IllegalStateException("give CatalogPart a sample of " + kind);
  }

  /**
   * A quarter of the range, or next to the default on the way there: parts may ask their parameters
   * to fit each other, and the defaults do.
   */
  private static double number(Parameter about) {
    Range range = Range.parse(about.range());
    double quarter =
        Double.isInfinite(range.high()) ? 0.25 : range.low() + (range.high() - range.low()) / 4;
    return about.byDefault().isEmpty()
        ? quarter
        : 0.9 * Double.parseDouble(about.byDefault()) + 0.1 * quarter;
  }

  /** This part of a scenario that has it. */
  Record of(Scenario scenario) {
    return switch (path) {
      case "" -> scenario;
      case "population" -> scenario.population();
      case "learning.initial" ->
          (Record) ((RepeatedRiskMinimization) scenario.learning()).initial().orElseThrow();
      case "metrics" -> (Record) ((Metric) scenario.metrics().get(0));
      case "sweep.design" -> (Record) scenario.sweep().orElseThrow().design();
      case "network" -> (Record) scenario.network();
      case "behavior" -> (Record) scenario.behavior();
      case "trust" -> (Record) scenario.trust();
      case "outcome" -> (Record) scenario.outcome();
      case "carryover" -> (Record) scenario.carryover();
      case "survey" -> (Record) scenario.survey();
      case "learning" -> (Record) scenario.learning();
      default -> throw new IllegalStateException("give CatalogPart the section " + path);
    };
  }

  @Override
  public String toString() {
    return path + " " + name;
  }
}
