package org.sibyl.population;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * The individuals at one moment, by column; immutable. {@linkplain #features() Features} are
 * public: the Predictor may see them. Attributes are private. A change makes a new population that
 * shares all unchanged columns.
 */
public final class Population {
  private final int size;
  private final List<String> featureNames;
  private final Matrix features;
  private final Matrix baseFeatures;
  private final Map<Attribute, Column> columns;

  private Population(
      int size,
      List<String> featureNames,
      Matrix features,
      Matrix baseFeatures,
      Map<Attribute, Column> columns) {
    this.size = size;
    this.featureNames = featureNames;
    this.features = features;
    this.baseFeatures = baseFeatures;
    this.columns = columns;
  }

  /** Individuals with these features, named x1, x2, ..., and no attributes; their base, too. */
  public static Population of(Matrix features) {
    return of(
        IntStream.rangeClosed(1, features.columns()).mapToObj(k -> "x" + k).toList(), features);
  }

  /** Individuals with these named features and no attributes; the features are also their base. */
  public static Population of(List<String> names, Matrix features) {
    Check.atLeast("population.size", features.rows(), 1);
    Check.sameSize("names", names.size(), "the features", features.columns());
    return new Population(features.rows(), List.copyOf(names), features, features, Map.of());
  }

  /** People as they come, their label a private attribute. */
  public static Population of(Sample sample) {
    return of(sample.names(), sample.features()).with(Attribute.LABEL, sample.labels());
  }

  /** Number of individuals, at least 1. */
  public int size() {
    return size;
  }

  /** What the features are called, in order. */
  public List<String> featureNames() {
    return featureNames;
  }

  /** What the Predictor may see, size x features. */
  public Matrix features() {
    return features;
  }

  /** The features before any response. */
  public Matrix baseFeatures() {
    return baseFeatures;
  }

  /**
   * A private column.
   *
   * @throws IllegalArgumentException when the individuals have no such attribute
   */
  public Column column(Attribute attribute) {
    Column column = columns.get(attribute);
    if (column == null) {
      throw new IllegalArgumentException(
          "population: has no attribute '" + attribute + "'. Known: " + columns.keySet() + ".");
    }
    return column;
  }

  /** Whether the individuals have this attribute. */
  public boolean has(Attribute attribute) {
    return columns.containsKey(attribute);
  }

  /** All private columns, in the order in which they were added. */
  public Map<Attribute, Column> columns() {
    return columns;
  }

  /** The same individuals with one column added or replaced. */
  public Population with(Attribute attribute, Column column) {
    Check.sameSize(attribute.name(), column.size(), "the population", size);
    Map<Attribute, Column> changed = new LinkedHashMap<>(columns);
    changed.put(attribute, column);
    return new Population(
        size, featureNames, features, baseFeatures, Collections.unmodifiableMap(changed));
  }

  /** The same individuals with other features; base features stay. */
  public Population withFeatures(Matrix changed) {
    Check.sameSize("features", changed.rows(), "the population", size);
    Check.sameSize("features", changed.columns(), "base features", baseFeatures.columns());
    return new Population(size, featureNames, changed, baseFeatures, columns);
  }

  /** Other people in the same places: new features, which are their base, and new labels. */
  public Population replacedBy(Sample sample) {
    Check.sameSize("sample", sample.size(), "the population", size);
    return new Population(size, sample.names(), sample.features(), sample.features(), columns)
        .with(Attribute.LABEL, sample.labels());
  }

  /** A 64-bit digest of all columns, whatever they are called; the same on every machine. */
  public long fingerprint() {
    long h = features.fingerprint();
    for (Column column : columns.values()) {
      h = h * 31 + column.fingerprint();
    }
    return h;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Population p
            && columns.equals(p.columns)
            && featureNames.equals(p.featureNames)
            && features.equals(p.features)
            && baseFeatures.equals(p.baseFeatures);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(fingerprint());
  }

  @Override
  public String toString() {
    return "Population[size=" + size + ", attributes=" + columns.keySet() + "]";
  }
}
