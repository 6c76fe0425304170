package org.sibyl.experiment.reproduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reproduction measured: numbers to be held against expected ones, and the figure's data.
 */
public final class Figure {
  private final Map<String, Estimate> estimates = new LinkedHashMap<>();
  private final List<String> header;
  private final List<double[]> rows = new ArrayList<>();

  /** A figure whose data have these columns. */
  public Figure(String... header) {
    this.header = List.of(header);
  }

  /** Adds a measured number. */
  public Figure put(String quantity, Estimate estimate) {
    if (estimates.put(quantity, estimate) != null) {
      throw new IllegalStateException("measured twice: " + quantity);
    }
    return this;
  }

  /** Adds an exact number. */
  public Figure put(String quantity, double value) {
    return put(quantity, Estimate.exact(value));
  }

  /** Adds whether something holds, as 1 or 0. */
  public Figure put(String quantity, boolean holds) {
    return put(quantity, holds ? 1 : 0);
  }

  /** Adds a row of the figure's data. */
  public Figure row(double... values) {
    if (values.length != header.size()) {
      throw new IllegalStateException(header + ": a row of " + Arrays.toString(values));
    }
    rows.add(values.clone());
    return this;
  }

  /** The measured numbers by quantity. */
  public Map<String, Estimate> estimates() {
    return Collections.unmodifiableMap(estimates);
  }

  /** Names of the columns of the figure's data. */
  public List<String> header() {
    return header;
  }

  /** The figure's data. */
  public List<double[]> rows() {
    return Collections.unmodifiableList(rows);
  }
}
