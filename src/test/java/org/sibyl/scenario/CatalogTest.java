package org.sibyl.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Share;
import org.sibyl.numeric.Values;
import org.sibyl.population.PopulationDesign;

/** What every part of the catalog owes: words, defaults, ranges that hold, a way back to YAML. */
class CatalogTest {
  @TempDir private Path folder;

  @BeforeEach
  void networkFiles() throws IOException {
    SampleScenario.writeNetworks(folder);
  }

  /** Catalog entries, the population and the scenario itself. */
  static Stream<CatalogPart> parts() {
    return CatalogPart.all();
  }

  static Stream<CatalogPart> entries() {
    return CatalogPart.all().filter(part -> part.type() != Scenario.class);
  }

  /** Every key of every part. */
  static Stream<Key> keys() {
    return parts()
        .flatMap(
            part ->
                Binder.keys(part.type()).entrySet().stream()
                    .map(key -> new Key(part, key.getKey(), key.getValue())));
  }

  /** The ends of every range. */
  static Stream<Bound> bounds() {
    return keys().filter(key -> !key.about().range().isEmpty()).flatMap(Bound::of);
  }

  /** One key of a part. */
  record Key(CatalogPart part, String name, RecordComponent component) {
    Parameter about() {
      return component.getAnnotation(Parameter.class);
    }

    Class<?> type() {
      return component.getType();
    }

    boolean isWhole() {
      return type() == int.class || type() == OptionalInt.class || type() == long.class;
    }

    /** The override that sets it, in a scenario that has the part. */
    String set(String value) {
      return part.set(name, value);
    }

    @Override
    public String toString() {
      return part + " " + name;
    }
  }

  /** A value at the end of a range, or just beyond it. */
  record Bound(Key key, double value, boolean allowed) {
    static Stream<Bound> of(Key key) {
      Range range = Range.parse(key.about().range());
      if (key.type() == long.class) {
        return Stream.empty(); // all that the type holds
      }
      List<Bound> bounds = new ArrayList<>();
      add(bounds, key, range.low(), range.lowIncluded(), -1);
      add(bounds, key, range.high(), range.highIncluded(), 1);
      return bounds.stream();
    }

    private static void add(
        List<Bound> bounds, Key key, double end, boolean included, int outwards) {
      if (Double.isInfinite(end) && key.isWhole()) {
        return;
      }
      bounds.add(new Bound(key, end, included));
      if (!Double.isInfinite(end)) {
        double beyond = key.isWhole() ? end + outwards : Math.nextAfter(end, outwards * 1e300);
        bounds.add(new Bound(key, beyond, false));
      }
      bounds.add(new Bound(key, Double.NaN, false));
    }

    String yaml() {
      if (Double.isNaN(value)) {
        return ".nan";
      }
      if (Double.isInfinite(value)) {
        return value > 0 ? ".inf" : "-.inf";
      }
      return key.isWhole()
          ? Long.toString((long) value)
          : new BigDecimal(value).toString().replace("E+", "E");
    }

    /** The value as the record takes it. */
    Object argument() {
      if (key.type() == OptionalInt.class) {
        return OptionalInt.of((int) value);
      }
      if (key.type() == Values.class) {
        return Values.each(value);
      }
      if (key.type() == Share.class) {
        return Share.of(value);
      }
      return key.isWhole() ? (Object) (int) value : (Object) value;
    }

    /** Whether the record's component can hold it at all. */
    boolean fitsTheType() {
      return !key.isWhole() || !Double.isNaN(value);
    }

    @Override
    public String toString() {
      return key + (allowed ? " may be " : " must not be ") + yaml();
    }
  }

  @ParameterizedTest
  @MethodSource("parts")
  void partSaysWhatItIs(CatalogPart part) {
    About about = part.type().getAnnotation(About.class);
    assertThat(about).isNotNull();
    assertThat(about.value()).isNotBlank().doesNotEndWith(".").doesNotContain("|", "\n");
  }

  @ParameterizedTest
  @MethodSource("entries")
  void nameIsKebabCase(CatalogPart part) {
    assertThat(part.name()).matches("[a-z]+[0-9]*(-[a-z0-9]+)*");
  }

  @ParameterizedTest
  @MethodSource("parts")
  void everyComponentButWhatIsHandedOverIsAParameter(CatalogPart part) {
    for (Form.Field field : Form.of(part.type()).fields()) {
      RecordComponent component = field.component();
      Parameter parameter = component.getAnnotation(Parameter.class);
      if (field.isHandedOver() && part.type() != Scenario.class) {
        assertThat(parameter).isNull();
      } else {
        assertThat(parameter).as(component.toString()).isNotNull();
        assertThat(parameter.value()).isNotBlank().doesNotContain("|", "\n");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void numbersHaveARange(Key key) {
    boolean numeric =
        (key.type().isPrimitive() && key.type() != boolean.class)
            || key.type() == OptionalInt.class
            || key.type() == Values.class
            || key.type() == Share.class;
    assertThat(!key.about().range().isEmpty()).isEqualTo(numeric);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void defaultIsWhatIsReadWhenTheKeyIsLeftOut(Key key) {
    if (key.about().byDefault().isEmpty()) {
      return;
    }
    String text =
        key.part().type() == Scenario.class
            ? SampleScenario.without(key.name())
            : key.part().text();
    List<String> overrides = new ArrayList<>(List.of(key.part().overrides(key.name())));
    Scenario without = ScenarioReader.parse("without", text, folder, overrides).scenario();
    overrides.add(key.set(key.about().byDefault()));
    assertThat(ScenarioReader.parse("with", text, folder, overrides).scenario()).isEqualTo(without);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void writtenPartReadsBackTheSame(CatalogPart part) {
    Scenario scenario = part.in(folder);
    assertThat(part.type()).isEqualTo(part.of(scenario).getClass());
    String yaml = ScenarioWriter.yaml(scenario, file -> folder.relativize(file));
    Scenario again = ScenarioReader.parse("again", yaml, folder, List.of()).scenario();
    assertThat(again).isEqualTo(scenario);
  }

  @ParameterizedTest
  @MethodSource("bounds")
  void readerHoldsTheRange(Bound bound) {
    String text = bound.key().part().text();
    String[] overrides = bound.key().part().overrides();
    String[] all = Arrays.copyOf(overrides, overrides.length + 1);
    all[overrides.length] = bound.key().set(bound.yaml());
    if (bound.allowed()) {
      assertThatCode(() -> SampleScenario.read(text, folder, all)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> SampleScenario.read(text, folder, all))
          .isInstanceOf(ScenarioException.class)
          .hasMessageContaining(
              bound.yaml() + " must lie in " + Range.parse(bound.key().about().range()));
    }
  }

  @ParameterizedTest
  @MethodSource("bounds")
  void recordHoldsTheRange(Bound bound) {
    if (!bound.fitsTheType()) {
      return;
    }
    if (bound.allowed()) {
      assertThatCode(() -> construct(bound)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> construct(bound)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** The part as the sample has it, but for one value. */
  private void construct(Bound bound) throws Throwable {
    Record sample = bound.key().part().of(bound.key().part().in(folder));
    RecordComponent[] components = sample.getClass().getRecordComponents();
    Object[] arguments = new Object[components.length];
    for (int k = 0; k < components.length; k++) {
      arguments[k] =
          components[k].equals(bound.key().component())
                  || components[k].getName().equals(bound.key().component().getName())
              ? bound.argument()
              : components[k].getAccessor().invoke(sample);
    }
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      sample.getClass().getDeclaredConstructor(types).newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Test
  void metricsAreCalledWhatTheySay() {
    Catalog.METRIC
        .entries()
        .forEach(
            (name, type) -> {
              CatalogPart part = new CatalogPart("metrics", name, type);
              Metric metric = part.in(folder).metrics().get(0);
              assertThat(metric).isInstanceOf(type);
              assertThat(metric.name()).startsWith(name);
              assertThat(metric.unit()).isNotBlank();
            });
  }

  @Test
  void theTestSeesAllParts() {
    long entries = Catalog.KINDS.stream().mapToLong(kind -> kind.names().size()).sum();
    assertThat(parts()).hasSize((int) entries + 2);
    assertThat(parts().map(CatalogPart::type)).contains(PopulationDesign.class, Scenario.class);
    assertThat(bounds()).hasSizeGreaterThan(60);
  }
}
