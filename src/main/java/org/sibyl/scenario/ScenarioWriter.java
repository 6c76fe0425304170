package org.sibyl.scenario;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.sibyl.learning.neural.SavedNetwork;
import org.sibyl.numeric.FileIfPresent;
import org.sibyl.numeric.Share;
import org.sibyl.numeric.Values;
import org.sibyl.scenario.sweep.Levels;

/** Writes scenarios: the reverse of the {@link Binder}. */
public final class ScenarioWriter {
  private static final ObjectMapper YAML =
      new ObjectMapper(
              YAMLFactory.builder()
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .disable(YAMLGenerator.Feature.SPLIT_LINES)
                  .build())
          .registerModule(shortestDoubles());

  /** Writes numbers in the shortest form that reads back. */
  private static SimpleModule shortestDoubles() {
    return new SimpleModule().addSerializer(Double.class, new ShortestDouble());
  }

  /** Numbers in the shortest form that reads back, on every JDK; YAML's generator cannot. */
  private static final class ShortestDouble extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator yaml, SerializerProvider provider)
        throws IOException {
      yaml.writeNumber(DoubleToDecimal.toString(value));
    }
  }

  /** Numbers in the shortest form that reads back. */
  static final ObjectMapper JSON = new ObjectMapper().registerModule(shortestDoubles());

  private final UnaryOperator<Path> renamed;

  private ScenarioWriter(UnaryOperator<Path> renamed) {
    this.renamed = renamed;
  }

  /**
   * The scenario as YAML, every key written out.
   *
   * @param renamed what to write for each input file
   */
  public static String yaml(Scenario scenario, UnaryOperator<Path> renamed) {
    try {
      return YAML.writeValueAsString(tree(scenario, renamed));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("scenario: cannot be written", e);
    }
  }

  /** The scenario as nested maps, lists, numbers and texts, keys in the order of the file. */
  public static Map<String, Object> tree(Scenario scenario, UnaryOperator<Path> renamed) {
    return new ScenarioWriter(renamed).record(scenario);
  }

  /** A record alone as a nested map, as it would stand in a scenario. */
  static Map<String, Object> tree(Record part) {
    return new ScenarioWriter(UnaryOperator.identity()).record(part);
  }

  /** A part of the catalog on one line, as a scenario would write it. */
  public static String line(Record part) {
    Object tree =
        new ScenarioWriter(UnaryOperator.identity()).part(Catalog.listing(part.getClass()), part);
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("part: cannot be written", e);
    }
  }

  /** The files that a scenario reads, in the order in which it names them. */
  public static List<Path> inputs(Scenario scenario) {
    List<Path> files = new ArrayList<>();
    tree(
        scenario,
        file -> {
          if (Files.exists(file)) { // else something stands in for it
            files.add(file);
          }
          return file;
        });
    return files;
  }

  private Map<String, Object> record(Object part) {
    Map<String, Object> keys = new LinkedHashMap<>();
    Binder.keys(part.getClass())
        .forEach(
            (key, component) ->
                value(component.getGenericType(), read(component, part))
                    .ifPresent(value -> keys.put(key, value)));
    return keys;
  }

  private Optional<Object> value(Type declared, Object given) {
    if (given instanceof Optional<?> optional) {
      return optional.flatMap(present -> value(argument(declared), present));
    }
    if (given instanceof OptionalInt optional) {
      return optional.isPresent() ? Optional.of(optional.getAsInt()) : Optional.empty();
    }
    if (given instanceof Values values) {
      return Optional.of(
          values.isOne() ? values.given()[0] : Arrays.stream(values.given()).boxed().toList());
    }
    if (given instanceof Share share) {
      return Optional.of(share.isFraction() ? share.toString() : share.value());
    }
    if (given instanceof Path file) {
      return Optional.of(renamed.apply(file).toString().replace('\\', '/'));
    }
    if (given instanceof FileIfPresent file) {
      return Optional.of(renamed.apply(file.path()).toString().replace('\\', '/'));
    }
    if (given instanceof SavedNetwork saved) {
      return Optional.of(renamed.apply(saved.file()).toString().replace('\\', '/'));
    }
    if (given instanceof Enum<?> constant) {
      return Optional.of(Names.of(constant));
    }
    if (given instanceof Map<?, ?> map) {
      Map<String, Object> members = new LinkedHashMap<>();
      map.forEach((path, levels) -> members.put((String) path, ((Levels) levels).text()));
      return Optional.of(members);
    }
    if (given instanceof List<?> list) {
      return Optional.of(
          list.stream().map(item -> value(argument(declared), item).orElseThrow()).toList());
    }
    if (!(given instanceof Record)) {
      return Optional.of(given);
    }
    // where only one record can stand, its name is not written
    boolean only = declared instanceof Class<?> type && type.isRecord();
    return Optional.of(only ? record(given) : part(Catalog.listing(given.getClass()), given));
  }

  /** What an optional part or a list holds. */
  private static Type argument(Type declared) {
    return ((ParameterizedType) declared).getActualTypeArguments()[0];
  }

  private Object part(Optional<Kind<?>> kind, Object part) {
    Map<String, Object> keys = record(part);
    if (kind.isEmpty()) {
      return keys;
    }
    if (kind.get().bare().filter(bare -> bare == part.getClass()).isPresent()) {
      return keys.values().iterator().next();
    }
    String name =
        kind.get()
            .nameOf(part.getClass())
            .orElseThrow(
                () -> new IllegalStateException("catalog: does not list " + part.getClass()));
    if (kind.get().isByName() && keys.isEmpty()) {
      return name;
    }
    Map<String, Object> typed = new LinkedHashMap<>();
    typed.put("type", name);
    typed.putAll(keys);
    return typed;
  }

  static Object read(RecordComponent component, Object part) {
    try {
      return component.getAccessor().invoke(part);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("catalog: cannot read " + component, e);
    }
  }
}
