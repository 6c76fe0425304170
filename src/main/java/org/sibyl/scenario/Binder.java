package org.sibyl.scenario;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sibyl.behavior.Game;
import org.sibyl.learning.neural.Architecture;
import org.sibyl.learning.neural.SavedNetwork;
import org.sibyl.learning.neural.SavedNetworkException;
import org.sibyl.learning.neural.SavedPredictor;
import org.sibyl.numeric.FileIfPresent;
import org.sibyl.numeric.InputFileException;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Share;
import org.sibyl.numeric.Values;
import org.sibyl.population.PopulationDesign;
import org.sibyl.population.PreparedSources;
import org.sibyl.prediction.Task;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.prediction.risk.RiskTarget;
import org.sibyl.scenario.sweep.Levels;

/**
 * Binds the keys of a scenario to the components of records, by name. Anything that does not fit is
 * an error with its place.
 */
final class Binder {
  private static final String TASK =
      "needs a task. Add one at the top: task: {model: {type: linear}, loss: {type: logistic}}.";
  private static final String RISK =
      "needs a risk to control. Add one at the top: risk: {level: 0.3}.";
  private static final String DECISIONS =
      "needs decisions. Add them at the top:"
          + " decisions: {count: 2, losses: [{type: steering, toward: 1}]}.";

  private final Path folder;
  private final PreparedSources sources;
  private final List<Path> reading; // files that this one is read for, outermost first
  private @Nullable Object game;
  private @Nullable PopulationDesign population;
  private Optional<?> task = Optional.empty();
  private Optional<?> risk = Optional.empty();
  private Optional<?> decisions = Optional.empty();

  /**
   * A binder.
   *
   * @param folder where it looks for files
   * @param sources that have been read already
   */
  Binder(Path folder, PreparedSources sources) {
    this(folder, sources, List.of());
  }

  private Binder(Path folder, PreparedSources sources, List<Path> reading) {
    this.folder = folder;
    this.sources = sources;
    this.reading = reading;
  }

  /**
   * Reads a record from a file of its own.
   *
   * @param type the record
   * @param file that holds its keys
   * @param readFor files that name it, each the next
   */
  static <T> T fromFile(Class<T> type, Path file, List<Path> readFor) {
    List<Path> reading = new ArrayList<>(readFor);
    reading.add(file.normalize());
    Node root = YamlReader.read(file.toString(), ScenarioReader.text(file));
    return new Binder(ScenarioReader.folder(file), new PreparedSources(), reading)
        .record(type, section(root, ""), "", false);
  }

  /** Binds a whole scenario. */
  Scenario scenario(Node root) {
    if (!(root instanceof Node.Mapping mapping)) {
      throw new ScenarioException(
          root.place(),
          "a scenario is made of keys and values like 'rounds: 20'; this is " + root.kind() + ".");
    }
    onlyKnown(Scenario.class, mapping, "", false);
    // before the others, which are handed what these describe
    population = (PopulationDesign) argument(section("population"), mapping, "");
    task = (Optional<?>) argument(section("task"), mapping, "");
    risk = (Optional<?>) argument(section("risk"), mapping, "");
    decisions = (Optional<?>) argument(section("decisions"), mapping, "");
    game = argument(section("outcome"), mapping, "");
    return record(Scenario.class, mapping, "", false);
  }

  private static Form.Field section(String key) {
    return Form.of(Scenario.class).fields().stream()
        .filter(field -> field.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private Object bind(Type type, Optional<Parameter> about, Node node, String path) {
    if (type instanceof ParameterizedType generic) {
      if (generic.getRawType() == Map.class) {
        return levels(section(node, path), path);
      }
      Type element = generic.getActualTypeArguments()[0];
      return generic.getRawType() == Optional.class
          ? Optional.of(bind(element, about, node, path))
          : list(element, node, path);
    }
    Class<?> plain = (Class<?>) type;
    Optional<Kind<?>> kind = Catalog.of(plain);
    if (kind.isPresent()) {
      return entry(kind.get(), node, path);
    }
    if (plain == Values.class) {
      return values(about, node, path);
    }
    if (plain.isRecord() && !Form.isFile(plain)) {
      return record(plain, section(node, path), path, false);
    }
    return single(plain, about, scalar(plain, about, node, path), path);
  }

  private Object single(Class<?> type, Optional<Parameter> about, Node.Scalar node, String path) {
    if (type == double.class || type == Double.class) {
      return number(about, node, path);
    }
    if (type == int.class || type == Integer.class) {
      return integer(about, node, path);
    }
    if (type == long.class) {
      return whole(about, node, path);
    }
    if (type == OptionalInt.class) {
      return OptionalInt.of(integer(about, node, path));
    }
    if (type == boolean.class) {
      return truth(about, node, path);
    }
    if (type == FileIfPresent.class) {
      return new FileIfPresent(path(node, path));
    }
    if (type == String.class) {
      return node.isNull() ? "" : node.text();
    }
    if (type == Share.class) {
      return share(about, node, path);
    }
    if (type == Path.class) {
      return file(node, path);
    }
    if (type == SavedNetwork.class) {
      return saved(file(node, path));
    }
    if (type.isEnum()) {
      return constant(type, node, path);
    }
    throw new IllegalStateException("catalog: " + path + ": cannot read a " + type.getName());
  }

  private Object entry(Kind<?> kind, Node node, String path) {
    boolean single = node instanceof Node.Scalar scalar && !scalar.isNull();
    if (kind.bare().isPresent() && (node instanceof Node.Sequence || isNumber(node))) {
      RecordComponent only = kind.bare().get().getRecordComponents()[0];
      Object value = bind(only.getGenericType(), parameter(only), node, path);
      return construct(kind.bare().get(), new Object[] {value}, node, path);
    }
    if (kind.fromFile().isPresent()
        && node instanceof Node.Scalar name
        && single
        && name.text().endsWith(Kind.FILE_ENDING)) {
      return fromFile(kind.fromFile().get(), name, path);
    }
    if (kind.isByName() && single) {
      return record(
          implementation(kind, (Node.Scalar) node, path),
          new Node.Mapping(Map.of(), node.place()),
          path,
          false);
    }
    Node.Mapping mapping = typed(kind, node, path);
    Node type = mapping.members().get("type");
    if (type == null) {
      throw new ScenarioException(
          node.place(), path, "type is missing. Known: " + String.join(", ", kind.names()) + ".");
    }
    if (!(type instanceof Node.Scalar name)) {
      throw new ScenarioException(
          type.place(), path + ".type", "must be a name, not " + type.kind() + ".");
    }
    return record(implementation(kind, name, path + ".type"), mapping, path, true);
  }

  private Object fromFile(Class<?> type, Node.Scalar node, String path) {
    Path file = file(node, path);
    if (reading.contains(file)) {
      throw new ScenarioException(
          node.place(), path, "'" + node.text() + "' would contain itself. Name another file.");
    }
    return fromFile(type, file, reading);
  }

  private SavedNetwork saved(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      SavedPredictor saved = SavedPredictor.read(in);
      Node architecture = YamlReader.read(file.toString(), saved.architecture());
      return new SavedNetwork(
          file, (Architecture) entry(Catalog.ARCHITECTURE, architecture, "architecture"), saved);
    } catch (IOException e) {
      throw new SavedNetworkException(file, "cannot be read (" + e.getMessage() + ").");
    } catch (SavedNetworkException | ScenarioException placed) {
      throw placed;
    } catch (IllegalArgumentException e) {
      throw new SavedNetworkException(file, String.valueOf(e.getMessage()));
    }
  }

  private static Node.Mapping typed(Kind<?> kind, Node node, String path) {
    if (kind.isByName() && !(node instanceof Node.Mapping)) {
      throw new ScenarioException(node.place(), path, "must be a name, not " + node.kind() + ".");
    }
    if (node instanceof Node.Mapping mapping) {
      return mapping;
    }
    String forms = kind.bare().isPresent() ? "a number, a list or a section" : "a section";
    String name = node instanceof Node.Scalar given ? given.text() : "";
    String remedy =
        kind.names().contains(name)
            ? "Write {type: " + name + "}."
            : Names.known(name, kind.names());
    throw new ScenarioException(
        node.place(),
        path,
        "must be " + forms + " like {type: name}, not " + node.kind() + ". " + remedy);
  }

  private static boolean isNumber(Node node) {
    return node instanceof Node.Scalar scalar && scalar.isNumber();
  }

  private static Class<?> implementation(Kind<?> kind, Node.Scalar name, String path) {
    Class<?> known = kind.entries().get(name.text());
    if (known == null) {
      throw new ScenarioException(name.place(), path, Names.unknown("", name.text(), kind.names()));
    }
    return known;
  }

  private <T> T record(Class<T> type, Node.Mapping mapping, String path, boolean typed) {
    onlyKnown(type, mapping, path, typed);
    List<Object> arguments = new ArrayList<>();
    for (Form.Field field : Form.of(type).fields()) {
      arguments.add(
          field.isHandedOver() && type != Scenario.class
              ? handedOver(field, mapping.place(), path)
              : argument(field, mapping, path));
    }
    return construct(type, arguments.toArray(), mapping, path);
  }

  private static void onlyKnown(Class<?> type, Node.Mapping mapping, String path, boolean typed) {
    Map<String, RecordComponent> keys = keys(type);
    for (Map.Entry<String, Node> member : mapping.members().entrySet()) {
      if (!keys.containsKey(member.getKey()) && !(typed && member.getKey().equals("type"))) {
        throw new ScenarioException(
            member.getValue().place(), path, Names.unknown("key ", member.getKey(), keys.keySet()));
      }
    }
  }

  /** The keys that a scenario may give for a record; a game is handed over, not written. */
  static Map<String, RecordComponent> keys(Class<?> type) {
    return Form.of(type).keys();
  }

  static Optional<Parameter> parameter(RecordComponent component) {
    return Optional.ofNullable(component.getAnnotation(Parameter.class));
  }

  private Object argument(Form.Field field, Node.Mapping mapping, String path) {
    RecordComponent component = field.component();
    String key = field.key();
    String keyPath = path.isEmpty() ? key : path + "." + key;
    Optional<Parameter> about = field.about();
    Node given = mapping.members().get(key);
    if (given != null) {
      return bind(component.getGenericType(), about, given, keyPath);
    }
    if (component.getType() == OptionalInt.class) {
      return OptionalInt.empty();
    }
    if (component.getType() == Optional.class) {
      return Optional.empty();
    }
    Node node =
        field
            .byDefault()
            .orElseThrow(
                () ->
                    new ScenarioException(
                        mapping.place(),
                        path,
                        key + " is missing" + about.map(Binder::explained).orElse("") + "."));
    return bind(component.getGenericType(), about, node, keyPath);
  }

  private Object handedOver(Form.Field field, Place place, String path) {
    if (field.part() == Game.class) {
      return theGame(place, path);
    }
    if (field.part() == Task.class) {
      return field.isOptional() ? task : present(task, TASK, place, path);
    }
    if (field.part() == RiskTarget.class) {
      return field.isOptional() ? risk : present(risk, RISK, place, path);
    }
    if (field.part() == DecisionProblem.class) {
      return field.isOptional() ? decisions : present(decisions, DECISIONS, place, path);
    }
    if (population == null) {
      throw new ScenarioException(
          place, path, "belongs to the rounds, not to the population itself.");
    }
    return population.prepared(sources);
  }

  private static Object present(Optional<?> part, String remedy, Place place, String path) {
    if (part.isEmpty()) {
      throw new ScenarioException(place, path, remedy);
    }
    return part.get();
  }

  private Object theGame(Place place, String path) {
    if (game instanceof Game) {
      return game;
    }
    List<String> games =
        Catalog.OUTCOME.entries().entrySet().stream()
            .filter(entry -> Game.class.isAssignableFrom(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    throw new ScenarioException(
        place,
        path,
        "needs an outcome that is a game. Choose one of: " + String.join(", ", games) + ".");
  }

  private static <T> T construct(Class<T> type, Object[] arguments, Node part, String path) {
    try {
      return type.cast(Form.of(type).constructor().newInstance(arguments));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InputFileException wrongFile) {
        throw wrongFile;
      }
      if (e.getCause() instanceof IllegalArgumentException rule) {
        throw ScenarioException.reportedBy(part, path, String.valueOf(rule.getMessage()));
      }
      throw new IllegalStateException("catalog: cannot make a " + type.getName(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("catalog: cannot make a " + type.getName(), e);
    }
  }

  private List<Object> list(Type element, Node node, String path) {
    if (!(node instanceof Node.Sequence sequence)) {
      throw new ScenarioException(
          node.place(), path, "must be a list like [a, b], not " + node.kind() + ".");
    }
    List<Object> items = new ArrayList<>();
    for (int k = 0; k < sequence.items().size(); k++) {
      items.add(bind(element, Optional.empty(), sequence.items().get(k), path + "[" + k + "]"));
    }
    return items;
  }

  /** The values of each varied path: text in their own form, or a list of YAML values. */
  private static Map<String, Levels> levels(Node.Mapping given, String path) {
    Map<String, Levels> levels = new LinkedHashMap<>();
    given
        .members()
        .forEach(
            (varied, node) -> {
              try {
                levels.put(varied, levels(varied, node, path));
              } catch (ScenarioException placed) {
                throw placed;
              } catch (IllegalArgumentException e) {
                throw ScenarioException.reportedBy(given, path, String.valueOf(e.getMessage()));
              }
            });
    return levels;
  }

  private static Levels levels(String varied, Node node, String path) {
    if (node instanceof Node.Scalar text && !text.isNull()) {
      return Levels.parse(varied, text.text());
    }
    if (node instanceof Node.Sequence list && !list.items().isEmpty()) {
      return Levels.of(list.items().stream().map(Node::flow).toList());
    }
    String what = node instanceof Node.Sequence ? "an empty list" : node.kind();
    throw new ScenarioException(
        node.place(),
        path + "." + varied,
        "must be values like 0.1,0.2 or a range like 0.1..0.5/0.1 or a list, not " + what + ".");
  }

  private static Values values(Optional<Parameter> about, Node node, String path) {
    if (node instanceof Node.Sequence sequence) {
      double[] numbers = new double[sequence.items().size()];
      for (int k = 0; k < numbers.length; k++) {
        Node item = sequence.items().get(k);
        String itemPath = path + "[" + k + "]";
        numbers[k] = number(about, scalar(double.class, about, item, itemPath), itemPath);
      }
      return Values.each(numbers);
    }
    return Values.all(number(about, scalar(Values.class, about, node, path), path));
  }

  private static Node.Mapping section(Node node, String path) {
    if (node instanceof Node.Mapping mapping) {
      return mapping;
    }
    throw new ScenarioException(
        node.place(), path, "must be a section like {key: value}, not " + node.kind() + ".");
  }

  private static Node.Scalar scalar(
      Class<?> type, Optional<Parameter> about, Node node, String path) {
    if (node instanceof Node.Scalar scalar && (!scalar.isNull() || type == String.class)) {
      return scalar;
    }
    throw new ScenarioException(
        node.place(),
        path,
        "must be a single value, not "
            + node.kind()
            + about.map(Binder::explained).orElse("")
            + ".");
  }

  private static double number(Optional<Parameter> about, Node.Scalar node, String path) {
    if (!node.isNumber()) {
      throw new ScenarioException(
          node.place(), path, node.kind() + " must be a number" + remedy(about, node));
    }
    inRange(about, node.number(), node, path);
    return node.number();
  }

  private static String remedy(Optional<Parameter> about, Node.Scalar node) {
    return about.map(Binder::explained).orElse("")
        + (node.isQuotedNumber() ? ". Remove the quotes." : ".");
  }

  private static int integer(Optional<Parameter> about, Node.Scalar node, String path) {
    long value = whole(about, node, path);
    if (value != (int) value) {
      throw new ScenarioException(
          node.place(), path, value + " must be at most " + Integer.MAX_VALUE + ".");
    }
    return (int) value;
  }

  private static long whole(Optional<Parameter> about, Node.Scalar node, String path) {
    if (node.isNumber()) {
      inRange(about, node.number(), node, path);
    }
    long value;
    try {
      if (!node.plain()) {
        throw new NumberFormatException("quoted");
      }
      value = Long.parseLong(node.text());
    } catch (NumberFormatException e) {
      throw new ScenarioException(
          node.place(), path, node.kind() + " must be a whole number" + remedy(about, node));
    }
    return value;
  }

  private static Share share(Optional<Parameter> about, Node.Scalar node, String path) {
    if (node.isNumber()) {
      inRange(about, node.number(), node, path);
    }
    try {
      if (!node.isNumber() && !node.text().contains("/")) {
        throw new NumberFormatException("neither a plain number nor a fraction");
      }
      return Share.parse(node.text());
    } catch (IllegalArgumentException e) {
      throw new ScenarioException(
          node.place(),
          path,
          node.kind() + " must be a decimal or a fraction like 2/3" + remedy(about, node));
    }
  }

  private static void inRange(
      Optional<Parameter> about, double value, Node.Scalar node, String path) {
    Range range =
        about
            .map(Parameter::range)
            .filter(text -> !text.isEmpty())
            .map(Range::parse)
            .orElse(Range.FINITE);
    if (!range.contains(value)) {
      throw new ScenarioException(
          node.place(),
          path,
          node.text()
              + " must lie in "
              + range
              + about.map(parameter -> ": " + parameter.value()).orElse("")
              + ".");
    }
  }

  private static boolean truth(Optional<Parameter> about, Node.Scalar node, String path) {
    if (node.plain() && (node.text().equals("true") || node.text().equals("false"))) {
      return node.text().equals("true");
    }
    throw new ScenarioException(
        node.place(),
        path,
        node.kind() + " must be true or false" + about.map(Binder::explained).orElse("") + ".");
  }

  private Path path(Node.Scalar node, String path) {
    try {
      return folder.resolve(node.text()).normalize();
    } catch (InvalidPathException e) {
      throw new ScenarioException(
          node.place(), path, node.kind() + " cannot name a file: " + e.getReason() + ".");
    }
  }

  private Path file(Node.Scalar node, String path) {
    Path file = path(node, path);
    if (!Files.exists(file)) {
      throw new ScenarioException(
          node.place(),
          path,
          "file '"
              + node.text()
              + "' does not exist; paths are relative to the scenario (looked for "
              + file.toString().replace(File.separatorChar, '/')
              + ")."
              + Names.beside(file));
    }
    if (Files.isDirectory(file)) {
      throw new ScenarioException(
          node.place(), path, "'" + node.text() + "' is a folder. Name a file in it.");
    }
    return file;
  }

  private static Object constant(Class<?> type, Node.Scalar node, String path) {
    List<String> names = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      String name = Names.of((Enum<?>) constant);
      if (name.equals(node.text())) {
        return constant;
      }
      names.add(name);
    }
    throw new ScenarioException(node.place(), path, Names.unknown("", node.text(), names));
  }

  private static String explained(Parameter about) {
    return " (" + about.value() + (about.range().isEmpty() ? "" : ", in " + about.range()) + ")";
  }
}
