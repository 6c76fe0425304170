package org.sibyl.scenario;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sibyl.behavior.Game;
import org.sibyl.learning.neural.SavedNetwork;
import org.sibyl.numeric.FileIfPresent;
import org.sibyl.numeric.Parameter;
import org.sibyl.population.PopulationDesign;
import org.sibyl.prediction.Task;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.prediction.risk.RiskTarget;

/**
 * What a record asks of a scenario, read off its class once: a sweep binds many scenarios, and
 * reflection is slow.
 */
final class Form {
  private static final List<Class<?>> HANDED_OVER =
      List.of(
          Game.class, Task.class, RiskTarget.class, DecisionProblem.class, PopulationDesign.class);

  private static final ClassValue<Form> FORMS =
      new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
          return new Form(type);
        }
      };

  /**
   * A component of the record.
   *
   * @param key its key in scenarios
   * @param component where its type and annotations are
   * @param about what it means
   * @param byDefault its default, if it has one
   */
  record Field(
      String key, RecordComponent component, Optional<Parameter> about, Optional<Node> byDefault) {
    /**
     * Whether another section of the scenario fills it, so that nobody writes it: the game, the
     * task, the risk, the decisions, where people come from.
     */
    boolean isHandedOver() {
      return HANDED_OVER.contains(part());
    }

    /** The type of the part, also of one that may be absent. */
    Class<?> part() {
      return component.getGenericType() instanceof ParameterizedType generic
              && generic.getRawType() == Optional.class
              && generic.getActualTypeArguments()[0] instanceof Class<?> plain
          ? plain
          : component.getType();
    }

    /** Whether it may be absent. */
    boolean isOptional() {
      return component.getType() == Optional.class;
    }

    static Field of(RecordComponent component) {
      Optional<Parameter> about = Binder.parameter(component);
      return new Field(
          Names.kebab(component.getName()),
          component,
          about,
          about
              .map(Parameter::byDefault)
              .filter(text -> !text.isEmpty())
              .map(text -> YamlReader.value("default", text)));
    }
  }

  private final List<Field> fields = new ArrayList<>();
  private final Map<String, RecordComponent> keys = new LinkedHashMap<>();
  private final Constructor<?> constructor;

  private Form(Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      Field field = Field.of(component);
      fields.add(field);
      if (!field.isHandedOver() || type == Scenario.class) {
        keys.put(field.key(), component);
      }
    }
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("catalog: cannot make a " + type.getName(), e);
    }
  }

  /** The form of a record's class. */
  static Form of(Class<?> type) {
    return FORMS.get(type);
  }

  /** All components, in order. */
  List<Field> fields() {
    return Collections.unmodifiableList(fields);
  }

  /** The keys that a scenario may give; the game, the task and the population are handed over. */
  Map<String, RecordComponent> keys() {
    return Collections.unmodifiableMap(keys);
  }

  /** The record's canonical constructor. */
  Constructor<?> constructor() {
    return constructor;
  }

  /** Whether a record stands for a file, which a scenario names. */
  static boolean isFile(Class<?> type) {
    return type == FileIfPresent.class || type == SavedNetwork.class;
  }
}
