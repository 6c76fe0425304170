package org.sibyl.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * First, last, mean, least and greatest value of a metric over a run; undefined rounds left out.
 */
final class Extremes {
  private final String name;
  private long count;
  private double first = Double.NaN;
  private double last = Double.NaN;
  private double least = Double.NaN;
  private double greatest = Double.NaN;
  private double sum;

  Extremes(String name) {
    this.name = name;
  }

  void add(double value) {
    if (Double.isNaN(value)) {
      return;
    }
    first = count == 0 ? value : first;
    least = count == 0 ? value : StrictMath.min(least, value);
    greatest = count == 0 ? value : StrictMath.max(greatest, value);
    last = value;
    sum += value;
    count++;
  }

  String name() {
    return name;
  }

  double first() {
    return first;
  }

  double last() {
    return last;
  }

  double mean() {
    return sum / count;
  }

  double least() {
    return least;
  }

  double greatest() {
    return greatest;
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json, "first", first);
    put(json, "last", last);
    put(json, "mean", mean());
    put(json, "min", least);
    put(json, "max", greatest);
    return json;
  }

  private static void put(ObjectNode json, String key, double value) {
    if (Double.isNaN(value)) {
      json.putNull(key);
    } else {
      json.put(key, value);
    }
  }
}
