package org.sibyl.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Metrics by round over several replicates. */
class MetricCurvesTest {
  private static JsonNode ended(String how, int cycle) {
    return JsonNodeFactory.instance.objectNode().put("ended", how).put("cycle-length", cycle);
  }

  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = array.get(k).asDouble(Double.NaN);
    }
    return numbers;
  }

  @Test
  void replicatesThatEndedGoOnAsTheyWould() {
    MetricCurves curves = new MetricCurves(6, 1, 10, false);
    curves.add(new double[] {1, 2, 3, 4, 5, 6}, ended("horizon", 0));
    curves.add(new double[] {5, 7}, ended("stable", 0));
    curves.add(new double[] {9, 8, 1, 2}, ended("cycle", 2));
    curves.add(new double[] {4}, ended("diverged", 0));
    ObjectNode metric = JsonNodeFactory.instance.objectNode();
    curves.writeTo(metric);
    assertThat(numbers(metric.path("mean")))
        .containsExactly(
            (1 + 5 + 9 + 4) / 4.0,
            (2 + 7 + 8) / 3.0,
            (3 + 7 + 1) / 3.0,
            (4 + 7 + 2) / 3.0,
            (5 + 7 + 1) / 3.0,
            (6 + 7 + 2) / 3.0);
    assertThat(metric.path("lines").get(1).toString()).isEqualTo("[1,5.0,2,7.0]");
    // of 4, 7 and 2 the mean is 13/3: 4.302653 standard errors, the 97.5 % point of Student's t
    // with 2 degrees
    double half = 4.30265273 * Math.sqrt((1 / 9.0 + 64 / 9.0 + 49 / 9.0) / 2 / 3);
    assertThat(metric.path("low").get(3).asDouble()).isCloseTo(13 / 3.0 - half, within(1e-6));
    assertThat(metric.path("high").get(3).asDouble()).isCloseTo(13 / 3.0 + half, within(1e-6));
  }

  /** The last round adds 2 for ever; the last two rounds add 3 and 1 in turn. */
  @Test
  void totalsGrowOnAsTheyDid() {
    MetricCurves curves = new MetricCurves(7, 1, 10, true);
    curves.add(new double[] {0, 0, 0, 0, 0, 0, 0}, ended("horizon", 0));
    curves.add(new double[] {5, 7}, ended("stable", 0));
    ObjectNode metric = JsonNodeFactory.instance.objectNode();
    curves.writeTo(metric);
    assertThat(numbers(metric.path("mean"))).containsExactly(2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5);
    MetricCurves inTurn = new MetricCurves(8, 1, 10, true);
    inTurn.add(new double[] {0, 0, 0, 0, 0, 0, 0, 0}, ended("horizon", 0));
    inTurn.add(new double[] {4, 7, 8}, ended("cycle", 2));
    ObjectNode other = JsonNodeFactory.instance.objectNode();
    inTurn.writeTo(other);
    assertThat(numbers(other.path("mean"))).containsExactly(2, 3.5, 4, 5.5, 6, 7.5, 8, 9.5);
  }

  /** All of a run is one cycle: it begins at nothing. */
  @Test
  void aTotalOfOneCycleGrowsByAllOfIt() {
    MetricCurves curves = new MetricCurves(4, 1, 10, true);
    curves.add(new double[] {0, 0, 0, 0}, ended("horizon", 0));
    curves.add(new double[] {1, 4}, ended("cycle", 2));
    ObjectNode metric = JsonNodeFactory.instance.objectNode();
    curves.writeTo(metric);
    assertThat(numbers(metric.path("mean"))).containsExactly(0.5, 2, 2.5, 4);
  }

  @Test
  void oneReplicateHasNoInterval() {
    MetricCurves curves = new MetricCurves(3, 2, 10, false);
    curves.add(new double[] {1, Double.NaN, 3}, ended("horizon", 0));
    ObjectNode metric = JsonNodeFactory.instance.objectNode();
    curves.writeTo(metric);
    assertThat(metric.toString()).isEqualTo("{\"lines\":[[1,1.0,3,3.0]]}");
  }
}
