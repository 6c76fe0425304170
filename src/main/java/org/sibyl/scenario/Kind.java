package org.sibyl.scenario;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One kind of exchangeable part, and all implementations known by name.
 *
 * @param <T> the interface
 */
public final class Kind<T> {
  /** How the names of files end that stand for a record. */
  static final String FILE_ENDING = ".json";

  private final String name;
  private final Class<T> type;
  private final Map<String, Class<? extends T>> entries = new LinkedHashMap<>();
  private @Nullable Class<? extends T> bare;
  private @Nullable Class<? extends T> fromFile;
  private boolean byName;

  private Kind(String name, Class<T> type) {
    this.name = name;
    this.type = type;
  }

  static <T> Kind<T> of(String name, Class<T> type) {
    return new Kind<>(name, type);
  }

  /** Adds an implementation: a record whose components are its parameters. */
  Kind<T> add(String entry, Class<? extends T> implementation) {
    if (!implementation.isRecord() || entries.putIfAbsent(entry, implementation) != null) {
      throw new IllegalStateException("catalog: " + name + ": cannot add '" + entry + "'");
    }
    return this;
  }

  /** The implementations that are also of a narrower type, for parts that hold others. */
  Kind<T> narrowedTo(Class<?> narrower) {
    Kind<T> narrowed = new Kind<>(name, type);
    entries.forEach(
        (entry, implementation) -> {
          if (narrower.isAssignableFrom(implementation)) {
            narrowed.entries.put(entry, implementation);
          }
        });
    return narrowed;
  }

  /** Lets numbers and lists stand for this record of one component. */
  Kind<T> writtenBare(Class<? extends T> implementation) {
    bare = implementation;
    return this;
  }

  /** Lets the name of a .json file that holds its keys stand for this record. */
  Kind<T> readFromFile(Class<? extends T> implementation) {
    fromFile = implementation;
    return this;
  }

  /** Lets a bare name stand for an implementation; they have no parameters then. */
  Kind<T> writtenByName() {
    byName = true;
    return this;
  }

  /** What the kind is called in messages: mostly the section of the scenario. */
  public String name() {
    return name;
  }

  /** The interface. */
  public Class<T> type() {
    return type;
  }

  /** All names, in catalog order. */
  public Collection<String> names() {
    return entries.keySet();
  }

  /** All implementations by name, in catalog order. */
  public Map<String, Class<? extends T>> entries() {
    return java.util.Collections.unmodifiableMap(entries);
  }

  /** The name of an implementation. */
  public Optional<String> nameOf(Class<?> implementation) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue() == implementation)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  Optional<Class<? extends T>> bare() {
    return Optional.ofNullable(bare);
  }

  /** What a bare name of a file stands for. */
  Optional<Class<? extends T>> fromFile() {
    return Optional.ofNullable(fromFile);
  }

  boolean isByName() {
    return byName;
  }
}
