package org.sibyl.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Share;
import org.sibyl.numeric.Values;

/** The JSON Schema of a scenario, made from the catalog and the records themselves. */
public final class Schema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Schema() {}

  /** The schema (draft 2020-12). What it cannot say, the reader still checks. */
  public static ObjectNode scenario() {
    ObjectNode schema = JSON.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Sibyl scenario");
    schema.setAll(object(Scenario.class, Optional.empty()));
    ObjectNode definitions = schema.putObject("$defs");
    for (Kind<?> kind : Catalog.KINDS) {
      definitions.set(kind.name(), kind(kind));
    }
    return schema;
  }

  private static ObjectNode kind(Kind<?> kind) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode choices = schema.putArray("oneOf");
    if (kind.isByName()) {
      ArrayNode names = choices.addObject().putArray("enum");
      kind.entries().forEach((name, type) -> names(type, name).ifPresent(names::add));
    }
    kind.entries()
        .forEach(
            (name, type) -> {
              if (!kind.isByName() || !Binder.keys(type).isEmpty()) {
                choices.add(object(type, Optional.of(name)));
              }
            });
    kind.bare()
        .ifPresent(
            type -> {
              RecordComponent only = type.getRecordComponents()[0];
              choices.add(value(only.getGenericType(), Binder.parameter(only)));
            });
    if (kind.fromFile().isPresent()) {
      choices.addObject().put("type", "string").put("pattern", "\\" + Kind.FILE_ENDING + "$");
    }
    return schema;
  }

  /** The bare name of a part that needs no key. */
  private static Optional<String> names(Class<?> type, String name) {
    boolean needsNoKey = Binder.keys(type).values().stream().noneMatch(Schema::isRequired);
    return needsNoKey ? Optional.of(name) : Optional.empty();
  }

  private static ObjectNode object(Class<?> type, Optional<String> name) {
    ObjectNode schema = JSON.objectNode();
    schema.put("type", "object");
    About about = type.getAnnotation(About.class);
    if (about != null) {
      schema.put("description", about.value());
    }
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JSON.arrayNode();
    name.ifPresent(
        constant -> {
          properties.putObject("type").put("const", constant);
          required.add("type");
        });
    for (Map.Entry<String, RecordComponent> key : Binder.keys(type).entrySet()) {
      RecordComponent component = key.getValue();
      Optional<Parameter> parameter = Binder.parameter(component);
      ObjectNode value = value(component.getGenericType(), parameter);
      parameter.ifPresent(p -> value.put("description", description(p)));
      properties.set(key.getKey(), value);
      if (isRequired(component)) {
        required.add(key.getKey());
      }
    }
    schema.set("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }

  static boolean isRequired(RecordComponent component) {
    return component.getType() != OptionalInt.class
        && component.getType() != Optional.class
        && Binder.parameter(component).map(p -> p.byDefault().isEmpty()).orElse(true);
  }

  private static String description(Parameter parameter) {
    return parameter.value()
        + (parameter.unit().isEmpty() ? "" : " [" + parameter.unit() + "]")
        + (parameter.byDefault().isEmpty() ? "" : "; default " + parameter.byDefault());
  }

  private static ObjectNode value(Type type, Optional<Parameter> parameter) {
    if (type instanceof ParameterizedType generic) {
      Type element = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Optional.class) {
        return value(element, parameter);
      }
      if (generic.getRawType() == Map.class) {
        return levels();
      }
      ObjectNode list = JSON.objectNode().put("type", "array");
      boolean mayBeEmpty = parameter.map(p -> p.byDefault().equals("[]")).orElse(false);
      list.put("minItems", mayBeEmpty ? 0 : 1).put("uniqueItems", element == Metric.class);
      list.set("items", value(element, Optional.empty()));
      return list;
    }
    Class<?> plain = (Class<?>) type;
    Optional<Kind<?>> kind = Catalog.of(plain);
    if (kind.isPresent()) {
      return JSON.objectNode().put("$ref", "#/$defs/" + kind.get().name());
    }
    if (plain.isRecord() && !Form.isFile(plain)) {
      return object(plain, Optional.empty());
    }
    return single(plain, parameter);
  }

  /** The values of each varied path; what their text means, the reader says. */
  private static ObjectNode levels() {
    ObjectNode section = JSON.objectNode().put("type", "object");
    ObjectNode values = section.putObject("additionalProperties");
    values.putArray("type").add("string").add("number").add("boolean").add("array");
    values.put("pattern", "\\S").put("minItems", 1);
    return section;
  }

  private static ObjectNode single(Class<?> type, Optional<Parameter> parameter) {
    ObjectNode schema = JSON.objectNode();
    if (type.isEnum()) {
      ArrayNode names = schema.putArray("enum");
      for (Object constant : type.getEnumConstants()) {
        names.add(Names.of((Enum<?>) constant));
      }
      return schema;
    }
    if (type == boolean.class) {
      return schema.put("type", "boolean");
    }
    if (type == String.class || type == Path.class || Form.isFile(type)) {
      schema.put("type", "string");
      boolean mayBeBlank =
          type == String.class && parameter.map(p -> !p.byDefault().isEmpty()).orElse(false);
      return mayBeBlank ? schema : schema.put("pattern", "\\S");
    }
    if (type == Share.class) {
      ArrayNode forms = schema.putArray("anyOf");
      forms.add(number("number", parameter));
      forms.addObject().put("type", "string").put("pattern", "^\\d{1,9}\\s*/\\s*\\d{1,9}$");
      return schema;
    }
    if (type == Values.class) {
      ArrayNode forms = schema.putArray("anyOf");
      forms.add(number("number", parameter));
      ObjectNode list = forms.addObject().put("type", "array").put("minItems", 1);
      list.set("items", number("number", parameter));
      return schema;
    }
    if (type == double.class || type == Double.class) {
      return number("number", parameter);
    }
    return type == long.class
        ? whole(Long.MIN_VALUE, Long.MAX_VALUE, parameter)
        : whole(Integer.MIN_VALUE, Integer.MAX_VALUE, parameter);
  }

  /** A whole number, in its range and in the range of its type. */
  private static ObjectNode whole(long least, long most, Optional<Parameter> parameter) {
    String text = parameter.map(Parameter::range).filter(t -> !t.isEmpty()).orElse("(-inf, inf)");
    Range range = Range.parse(text);
    // a cast to long stays within long, and beyond 2^53 all bounds are those of long
    long low =
        (long) StrictMath.ceil(range.low()) + (excludes(range.lowIncluded(), range.low()) ? 1 : 0);
    long high =
        (long) StrictMath.floor(range.high())
            - (excludes(range.highIncluded(), range.high()) ? 1 : 0);
    return JSON.objectNode()
        .put("type", "integer")
        .put("minimum", StrictMath.max(least, low))
        .put("maximum", StrictMath.min(most, high));
  }

  private static boolean excludes(boolean included, double bound) {
    return !included && bound == StrictMath.rint(bound) && !Double.isInfinite(bound);
  }

  private static ObjectNode number(String type, Optional<Parameter> parameter) {
    ObjectNode schema = JSON.objectNode().put("type", type);
    String text = parameter.map(Parameter::range).orElse("");
    if (!text.isEmpty()) {
      Range range = Range.parse(text);
      bound(schema, range.lowIncluded() ? "minimum" : "exclusiveMinimum", range.low());
      bound(schema, range.highIncluded() ? "maximum" : "exclusiveMaximum", range.high());
    }
    return schema;
  }

  private static void bound(ObjectNode schema, String key, double value) {
    if (!Double.isInfinite(value)) {
      BigDecimal bound = new BigDecimal(Double.toString(value)).stripTrailingZeros();
      boolean plain = StrictMath.abs(value) >= 1e-3 && StrictMath.abs(value) < 1e15 || value == 0;
      schema.put(key, plain ? new BigDecimal(bound.toPlainString()) : bound);
    }
  }
}
