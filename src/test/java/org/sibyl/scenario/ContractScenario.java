package org.sibyl.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import org.sibyl.learning.RepeatedRiskMinimization;
import org.sibyl.learning.neural.Architecture;
import org.sibyl.learning.neural.SavedNetwork;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Share;
import org.sibyl.numeric.Values;

/**
 * Scenarios made from the catalog alone, through the reader: what has a default is left to it, what
 * has none gets a sample value of its type and range. A new line in the catalog needs none here.
 */
public final class ContractScenario {
  private static final int SIZE = 20; // even, so that regular networks of any degree exist
  private static final String EDGES = "source,target\n0,1\n1,2\n2,3\n3,0\n3,4\n";
  private static final String GRAPHML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <graph edgedefault="undirected">
          <node id="0"/><node id="1"/><node id="2"/>
          <edge source="0" target="1"/><edge source="1" target="2"/>
        </graph>
      </graphml>
      """;

  private final Map<String, String> sections = new LinkedHashMap<>();
  private final List<String> overrides = new ArrayList<>(); // of the sample that is not the game
  private Optional<String> sample = Optional.empty();
  private int size = SIZE;

  private ContractScenario() {
    sections.put("network", "{type: barabasi-albert}");
    sections.put("behavior", "{type: pivotal-cooperation}");
    sections.put("trust", "{type: bayesian}");
    sections.put("outcome", section(Catalog.OUTCOME, "collective-risk"));
    sections.put("carryover", "{type: last-action}");
    sections.put("survey", "{type: whole}");
    sections.put("learning", "{type: repeated-risk-minimization, initial: {type: random-binary}}");
  }

  /** The main game, with every metric. */
  public static Scenario plain() {
    return new ContractScenario().read();
  }

  /**
   * The main game, with one part exchanged; on a path of three where the part does not fit the
   * usual network. Parts that need people with features, or a task, are exchanged in the sample
   * that has both.
   */
  public static ContractScenario with(Kind<?> kind, String entry) {
    ContractScenario usual = new ContractScenario();
    CatalogPart part = CatalogPart.of(kind, entry);
    if (!part.text().equals(SampleScenario.TEXT)) {
      usual.sample = Optional.of(part.text());
      usual.overrides.addAll(List.of(part.overrides()));
      return usual;
    }
    if (kind == Catalog.DESIGN) {
      return usual.and("sweep", "{design: " + section(kind, entry) + "}");
    }
    if (kind == Catalog.ARCHITECTURE) {
      String architecture =
          section(kind, entry); // as large as published, which five games can bear
      return usual.and("learning", "{type: learned-predictor, architecture: " + architecture + "}");
    }
    if (part.type() == RepeatedRiskMinimization.class) {
      return usual; // has it, over forecasts
    }
    usual.and(kind.name(), section(kind, entry));
    return kind == Catalog.NETWORK || usual.hasAWorld()
        ? usual
        : usual.and("network", "{type: path}").ofSize(3);
  }

  private boolean hasAWorld() {
    try {
      read().world(0);
      return true;
    } catch (IllegalArgumentException misfit) {
      return false; // if no network suits it, the test that plays it will say why
    }
  }

  ContractScenario and(String key, String yaml) {
    sections.put(key, yaml);
    overrides.add(key + "=" + yaml);
    return this;
  }

  ContractScenario ofSize(int individuals) {
    size = individuals;
    return this;
  }

  Scenario read() {
    Path folder = folder();
    if (sample.isPresent()) {
      return sample(sample.get(), folder);
    }
    String text = text();
    Scenario scenario = ScenarioReader.parse("sample", text, folder, List.of()).scenario();
    if (scenario.network().fixedSize().isPresent()) {
      return scenario;
    }
    List<String> sized = List.of("population.size=" + size);
    return ScenarioReader.parse("sample", text, folder, sized).scenario();
  }

  private Scenario sample(String with, Path folder) {
    List<String> all = new ArrayList<>(List.of("seed=20260531", "rounds=5"));
    all.addAll(overrides);
    all.add("population.size=" + size);
    all.add("metrics=[" + String.join(", ", metricsOf(with)) + "]");
    return SampleScenario.read(with, folder, all.toArray(String[]::new));
  }

  private static List<String> metricsOf(String sample) {
    return Catalog.METRIC.names().stream()
        .filter(name -> sampleOf(Catalog.METRIC.entries().get(name)).equals(sample))
        .map(name -> CatalogPart.nested(Catalog.METRIC, name))
        .toList();
  }

  private static String sampleOf(Class<?> metric) {
    String area = metric.getPackageName();
    return area.endsWith(".performative")
        ? SampleScenario.TASK
        : area.endsWith(".riskcontrol")
            ? SampleScenario.RISK
            : area.endsWith("metrics.decision") ? SampleScenario.DECISIONS : SampleScenario.TEXT;
  }

  private String text() {
    StringBuilder text = new StringBuilder("name: sample\nseed: 20260531\nrounds: 5\n");
    List<String> metrics =
        Catalog.METRIC.names().stream()
            .filter(
                name -> sampleOf(Catalog.METRIC.entries().get(name)).equals(SampleScenario.TEXT))
            .toList();
    text.append("metrics: [").append(String.join(", ", metrics)).append("]\n");
    sections.forEach((key, yaml) -> text.append(key).append(": ").append(yaml).append('\n'));
    return text.toString();
  }

  private static String section(Kind<?> kind, String entry) {
    List<String> pairs = new ArrayList<>(List.of("type: " + entry));
    Binder.keys(kind.entries().get(entry))
        .forEach(
            (key, component) ->
                sample(component, pairs.size()).ifPresent(value -> pairs.add(key + ": " + value)));
    return "{" + String.join(", ", pairs) + "}";
  }

  private static Optional<String> sample(RecordComponent component, int place) {
    Class<?> type = component.getType();
    Parameter about = component.getAnnotation(Parameter.class);
    if (type == Architecture.class) {
      return Optional.of("{type: mlp, embedding: 3, hidden: 4}"); // the published one is large
    }
    if (type == SavedNetwork.class) {
      return Optional.of(SampleScenario.PREDICTOR);
    }
    if (type == Optional.class || type == OptionalInt.class || !about.byDefault().isEmpty()) {
      return Optional.empty();
    }
    Optional<Kind<?>> kind = Catalog.of(type);
    if (kind.isPresent()) {
      return Optional.of(section(kind.get(), kind.get().names().iterator().next()));
    }
    if (type == Path.class) {
      return Optional.of(about.value().contains("GraphML") ? "sample.graphml" : "sample.csv");
    }
    if (type == Share.class) {
      return Optional.of("0.5");
    }
    if (type.isEnum()) {
      return Optional.of(Names.kebab(type.getEnumConstants()[0].toString()));
    }
    double number = number(about, type == double.class || type == Values.class, place);
    return Optional.of(type == int.class || type == long.class ? "" + (long) number : "" + number);
  }

  /** Fractions fall from key to key: of two that lie in [0, 1] the first is larger. */
  private static double number(Parameter about, boolean fraction, int place) {
    Range range = about.range().isEmpty() ? Range.FINITE : Range.parse(about.range());
    DoubleStream candidates =
        fraction
            ? DoubleStream.of(0.6 / (3 * place - 2), 1, 3, (range.low() + range.high()) / 2)
            : DoubleStream.of(4, 2, 1, 0, range.low());
    return candidates.filter(range::contains).findFirst().orElseThrow();
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("sample");
      Path edges = Files.writeString(folder.resolve("sample.csv"), EDGES);
      Path graph = Files.writeString(folder.resolve("sample.graphml"), GRAPHML);
      Path people = Files.writeString(folder.resolve("people.csv"), SampleScenario.PEOPLE);
      Path predictor = SampleScenario.writePredictor(folder);
      for (Path made : List.of(folder, edges, graph, people, predictor)) {
        made.toFile().deleteOnExit();
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
