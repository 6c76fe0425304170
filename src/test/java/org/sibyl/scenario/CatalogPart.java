package org.sibyl.scenario;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.sibyl.behavior.Game;
import org.sibyl.behavior.social.DiseaseStages;
import org.sibyl.behavior.social.Relocation;
import org.sibyl.behavior.strategic.FeatureResponse;
import org.sibyl.learning.InitialForecast;
import org.sibyl.learning.RepeatedRiskMinimization;
import org.sibyl.learning.neural.Architecture;
import org.sibyl.learning.neural.SavedNetwork;
import org.sibyl.learning.riskcontrol.width.BerkJones;
import org.sibyl.learning.riskcontrol.width.TailCentralLimit;
import org.sibyl.learning.search.ConfidenceBounds;
import org.sibyl.network.GraphMl;
import org.sibyl.numeric.FileIfPresent;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Share;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.drawn.CoinOutcome;
import org.sibyl.outcome.drawn.Contagion;
import org.sibyl.outcome.drawn.Contentment;
import org.sibyl.outcome.screening.CarriedLoad;
import org.sibyl.population.PopulationDesign;
import org.sibyl.population.source.Residents;
import org.sibyl.population.table.Table;
import org.sibyl.prediction.ConstantModels;
import org.sibyl.prediction.risk.Acceptance;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskTarget;
import org.sibyl.prediction.risk.SafetyMargin;
import org.sibyl.prediction.risk.Spectral;

/**
 * A record that scenarios are made of, and a scenario that has it.
 *
 * @param path where it stands in a scenario; empty for the scenario itself
 * @param name its name in the catalog; "population" and "scenario" for the two that are not there
 * @param type the record
 */
record CatalogPart(String path, String name, Class<?> type) {
  private static final List<Kind<?>> OF_LEARNING =
      List.of(
          Catalog.ARCHITECTURE,
          Catalog.INITIAL_FORECAST,
          Catalog.INITIAL_PARAMETERS,
          Catalog.STEP_SIZE,
          Catalog.OPTIMIZER,
          Catalog.WIDTH);

  /** Parts that only certain people have a use for. */
  private static final Map<Class<?>, String> PEOPLE =
      Map.of(
          Contagion.class, "{type: outbreak, infectious: 0.3}",
          DiseaseStages.class, "{type: outbreak, infectious: 0.3}",
          Contentment.class, "{type: residents, types: 2}",
          Relocation.class, "{type: residents, types: 2}");

  /** Catalog entries, the population and the scenario itself. */
  static Stream<CatalogPart> all() {
    Stream<CatalogPart> entries =
        Catalog.KINDS.stream()
            .flatMap(kind -> kind.entries().entrySet().stream().map(e -> of(kind, e.getKey())));
    return Stream.concat(
        entries,
        Stream.of(
            new CatalogPart("population", "population", PopulationDesign.class),
            new CatalogPart("", "scenario", Scenario.class)));
  }

  /** An entry of the catalog. */
  static CatalogPart of(Kind<?> kind, String name) {
    return new CatalogPart(path(kind), name, kind.entries().get(name));
  }

  private static String path(Kind<?> kind) {
    if (kind == Catalog.DESIGN) {
      return "sweep.design";
    }
    if (kind == Catalog.FEATURES) {
      return "population.features";
    }
    if (List.of(Catalog.RULE, Catalog.MEASURE).contains(kind)) {
      return "risk." + kind.name();
    }
    if (List.of(Catalog.MODEL, Catalog.LOSS, Catalog.DOMAIN).contains(kind)) {
      return "task." + kind.name();
    }
    if (DecisionSample.PATHS.containsKey(kind)) {
      return DecisionSample.PATHS.get(kind);
    }
    return OF_LEARNING.contains(kind) ? "learning." + kind.name() : kind.name();
  }

  /** The sample it fits into: the game, people with features and a task, or scores and a risk. */
  String text() {
    if (isOfRiskControl()) {
      return SampleScenario.RISK;
    }
    if (DecisionSample.isOf(path, type)) {
      return SampleScenario.DECISIONS;
    }
    boolean alone = !path.isEmpty() && !path.equals("population");
    boolean handed =
        alone
            && Form.of(type).fields().stream()
                .anyMatch(
                    field ->
                        field.isHandedOver() && !field.isOptional() && field.part() != Game.class);
    boolean ofTask =
        handed
            || path.startsWith("task.")
            || path.equals("population.features")
            || List.of("learning.start", "learning.step", "learning.optimizer").contains(path)
            || FeatureResponse.class.isAssignableFrom(type)
            || Nature.class.isAssignableFrom(type) && !Game.class.isAssignableFrom(type);
    return ofTask ? SampleScenario.TASK : SampleScenario.TEXT;
  }

  private boolean isOfRiskControl() {
    return path.startsWith("risk.")
        || path.equals("learning.width")
        || type.getPackageName().endsWith(".screening")
        || Form.of(type).fields().stream()
            .anyMatch(field -> field.part() == RiskTarget.class && type != Scenario.class);
  }

  /**
   * A scenario that has this part, with every key of it but those named, where they may be left
   * out.
   */
  Scenario in(Path folder, String... leftOut) {
    return SampleScenario.read(text(), folder, overrides(leftOut));
  }

  /** The overrides of the sample that put this part there. */
  String[] overrides(String... leftOut) {
    if (type == Scenario.class) {
      return new String[] {};
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
    String section = path + "={" + String.join(", ", members) + "}";
    if (DecisionSample.isOfWorld(type)) {
      String own = "{" + String.join(", ", members) + "}";
      return DecisionSample.inWorld(
          path, path.equals("metrics") ? "metrics=[" + own + "]" : section);
    }
    if (isInList()) {
      String[] around = around();
      return new String[] {around[0] + "{" + String.join(", ", members) + "}" + around[1]};
    }
    if (type == CoinOutcome.class) { // its probabilities must not leave [0, 1]
      return new String[] {
        "population.features={type: coin}", "task.domain={type: ball, radius: 0.2}", section
      };
    }
    if (type == ConstantModels.class) { // people cannot respond to a number alike for all features
      return new String[] {"behavior={type: unmoved}", section};
    }
    if (PEOPLE.containsKey(type)) {
      return new String[] {"population.features=" + PEOPLE.get(type), section};
    }
    if (type == SafetyMargin.class || type == CarriedLoad.class) { // a rule without a threshold
      return new String[] {
        "behavior={type: unmoved}",
        "risk.rule={type: safety-margin, factor: 0.1}",
        "learning.width={type: clt-known-variance, variance: 0.01}",
        section
      };
    }
    if (type == BerkJones.class) { // exact, and slow for as many people as the sample has
      return new String[] {"learning.sample-size=300", section};
    }
    if (type == TailCentralLimit.class) {
      return new String[] {"risk.measure={type: conditional-value-at-risk, level: 0.5}", section};
    }
    if (path.equals("risk.measure") && type != MeanRisk.class) { // the other width is for the mean
      return new String[] {"learning.width={type: dkw}", section};
    }
    if (path.equals("learning.architecture")) {
      return new String[] {"learning={type: learned-predictor}", section};
    }
    return path.equals("learning.step") || path.equals("learning.optimizer")
        ? new String[] {"learning={type: repeated-gradient-descent, step: 0.1}", section}
        : new String[] {section};
  }

  /** Whether it stands in a list, so that no path leads to its keys. */
  private boolean isInList() {
    return path.equals("metrics") || DecisionSample.AROUND.containsKey(path);
  }

  /** What is written before and after it, where it stands in a list. */
  private String[] around() {
    return DecisionSample.AROUND.getOrDefault(path, new String[] {"metrics=[", "]"});
  }

  /** The override that sets a key of this part, in a scenario that has it. */
  String set(String key, String value) {
    if (isInList()) {
      String[] all = overrides(key);
      String others = all[all.length - 1]; // as it needs them
      String end = "}" + around()[1];
      return others.substring(0, others.length() - end.length()) + ", " + key + ": " + value + end;
    }
    return (path.isEmpty() ? "" : path + ".") + key + "=" + value;
  }

  /** A value for a component, not its default where that is possible. */
  private Optional<String> sample(RecordComponent component) {
    Class<?> kind = component.getType();
    Parameter about = Binder.parameter(component).orElseThrow();
    Optional<String> decided = DecisionSample.of(type, component.getName());
    if (decided.isPresent()) {
      return decided;
    }
    if (type == Acceptance.class && component.getName().equals("greatestLoss")) {
      return Optional.of("1.5"); // no label of the sample, 0 or 1, may exceed it
    }
    if (component.getName().equals("onlyDeployed")) {
      return Optional.empty(); // its sensitivity is the risk's own, which is larger
    }
    if (type == ConfidenceBounds.class && kind == double.class) {
      return Optional.of("1.2"); // bounds narrower than the world's would promise too much
    }
    if (List.of("influence", "parametersEach").contains(component.getName())) {
      return Optional.empty(); // only gradient play has the one; the other must divide the features
    }
    if (kind == double.class || kind == Values.class || kind == Share.class) {
      return Optional.of(Double.toString(number(about)));
    }
    if (kind == int.class && component.getName().equals("feature")) {
      return Optional.of("0"); // all samples have a first feature
    }
    if (type == Residents.class && List.of("rows", "columns").contains(component.getName())) {
      return Optional.of("5"); // room for everyone in the sample
    }
    if (kind == int.class && component.getName().equals("points")) {
      return Optional.of("41"); // a grid that is worth searching
    }
    if (component.getName().equals("explorations")) {
      return Optional.of("6"); // enough for what is then fitted
    }
    if (kind == int.class) {
      double low = Range.parse(about.range()).low();
      return Optional.of(Integer.toString((int) Math.max(low, 2)));
    }
    if (kind == boolean.class) {
      return Optional.of(Boolean.toString(!about.byDefault().equals("true")));
    }
    if (kind == OptionalInt.class) {
      return Optional.of("4");
    }
    if (kind == Path.class) {
      return Optional.of(
          type == GraphMl.class
              ? "edges.graphml"
              : type == Table.class ? "people.csv" : "edges.csv");
    }
    if (kind == SavedNetwork.class) {
      return Optional.of(SampleScenario.PREDICTOR);
    }
    if (kind == Architecture.class) {
      return Optional.of("{type: mlp, embedding: 3, hidden: 4}"); // the published one is large
    }
    if (kind == FileIfPresent.class) {
      return Optional.of("absent.csv");
    }
    if (kind == String.class) {
      return Optional.of("SeriousDlqin2yrs");
    }
    if (kind.isEnum()) {
      Object[] constants = kind.getEnumConstants();
      return Optional.of(Names.of((Enum<?>) constants[constants.length - 1]));
    }
    if (kind == InitialForecast.class) {
      return Optional.of("[0.25, 0.5, 0, 1]");
    }
    if (kind == Optional.class || !about.byDefault().isEmpty()) {
      return type == RepeatedRiskMinimization.class && component.getName().equals("initial")
          ? Optional.of("[0.25, 0.5, 0, 1]")
          : Optional.empty();
    }
    if (type == Spectral.class) {
      return Optional.of("[{from: 0, height: 0.5}, {from: 0.5, height: 1.5}]");
    }
    if (kind == List.class) {
      return Optional.of(component.getName().equals("matrix") ? "[[0.5, 0.1], [0.2, 0.3]]" : "[2]");
    }
    if (kind.isRecord()) {
      return Optional.of("{" + String.join(", ", members(kind)) + "}");
    }
    return Optional.of(
        Catalog.of(kind)
            .map(nested -> nested(nested, nested.names().iterator().next()))
            .orElseThrow(() -> new IllegalStateException("give CatalogPart a sample of " + kind)));
  }

  /** A part of a kind, its parameters with sample values. */
  static String nested(Kind<?> kind, String name) {
    List<String> members = new ArrayList<>(List.of("type: " + name));
    members.addAll(members(kind.entries().get(name)));
    return "{" + String.join(", ", members) + "}";
  }

  private static List<String> members(Class<?> type) {
    List<String> members = new ArrayList<>();
    CatalogPart inner = new CatalogPart("", "", type);
    Binder.keys(type)
        .forEach(
            (key, component) ->
                inner.sample(component).ifPresent(value -> members.add(key + ": " + value)));
    return members;
  }

  /**
   * A quarter of the range, or next to the default on the way there: parts may ask their parameters
   * to fit each other, and the defaults do.
   */
  private static double number(Parameter about) {
    Range range = Range.parse(about.range());
    double quarter =
        Double.isInfinite(range.high()) || Double.isInfinite(range.low())
            ? 0.25
            : range.low() + (range.high() - range.low()) / 4;
    return about.byDefault().isEmpty() || about.byDefault().startsWith("[")
        ? quarter
        : 0.9 * Double.parseDouble(about.byDefault()) + 0.1 * quarter;
  }

  /** This part of a scenario that has it. */
  Record of(Scenario scenario) {
    Object part = scenario;
    for (String step : path.isEmpty() ? new String[0] : path.split("\\.")) {
      part = below(part, step);
    }
    return (Record) part;
  }

  private static Object below(Object part, String key) {
    for (RecordComponent component : part.getClass().getRecordComponents()) {
      if (Names.kebab(component.getName()).equals(key)) {
        Object value = ScenarioWriter.read(component, part);
        Object present = value instanceof Optional<?> optional ? optional.orElseThrow() : value;
        return present instanceof List<?> list ? list.get(0) : present;
      }
    }
    throw new IllegalStateException(part.getClass() + " has no " + key);
  }

  @Override
  public String toString() {
    return path + " " + name;
  }
}
