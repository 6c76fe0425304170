package org.sibyl.experiment.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sibyl.experiment.reproduction.riskcontrol.RiskControlReproductions;

/**
 * The committed expected numbers of risk control are the recorded ones, and for the stand-in those
 * of risk control by its definition. {@code mvn test -Dtest=RiskControlExpectedNumbersTest
 * -Dregenerate=true} writes them anew.
 */
class RiskControlExpectedNumbersTest {
  private static final String SPECIFICATION = "specification of performative risk control, ";

  private static final Map<String, Supplier<Recorded>> GENERATORS = generators();

  private static Map<String, Supplier<Recorded>> generators() {
    Map<String, Supplier<Recorded>> all = new LinkedHashMap<>();
    for (boolean standIn : new boolean[] {false, true}) {
      String end = standIn ? "-stand-in" : "";
      all.put("prc-expected" + end, () -> expectedRisk(standIn));
      all.put("prc-cvar" + end, () -> tailRisk(standIn));
      all.put("prc-failure" + end, () -> failures(standIn));
      all.put("prc-trajectories" + end, () -> paths(standIn));
    }
    all.put("prc-widths", RiskControlExpectedNumbersTest::widths);
    all.put("prc-forecasting", NaiveDemand::expected);
    return all;
  }

  @TestFactory
  Stream<DynamicTest> committedNumbersAreTheRecordedOnes() {
    return Committed.areCommitted(GENERATORS);
  }

  @Test
  void everyReproductionHasExpectedNumbers() {
    assertThat(GENERATORS.keySet())
        .filteredOn(name -> !name.endsWith("-stand-in"))
        .containsExactlyInAnyOrderElementsOf(
            RiskControlReproductions.ALL.stream().map(Reproduction::name).toList());
  }

  private static Recorded expectedRisk(boolean standIn) {
    Recorded recorded = new Recorded();
    RiskControlNumbers.EXPECTED.plans(recorded);
    if (standIn) {
      RiskControlNumbers.EXPECTED.standIn(recorded);
    } else {
      RiskControlNumbers.EXPECTED.published(recorded);
    }
    return recorded;
  }

  private static Recorded tailRisk(boolean standIn) {
    Recorded recorded = new Recorded();
    recorded.from(SPECIFICATION + "section 2, P1: E[L] / (1 - beta)", 1e-9);
    recorded.put("CVaR by mean loss at lambda 0.0", 10);
    recorded.put("CVaR by mean loss at lambda 0.5", 10);
    recorded.put("trajectories remark CVAR_DEGENERATE", 1);
    RiskControlNumbers.TAIL.plans(recorded);
    if (standIn) {
      RiskControlNumbers.TAIL.standIn(recorded);
    } else {
      RiskControlNumbers.TAIL.published(recorded);
    }
    return recorded;
  }

  /** Section 7, P4: 600 runs; the plans by its closed forms. */
  private static Recorded failures(boolean standIn) {
    Recorded recorded = new Recorded().from(SPECIFICATION + "section 7, world U: lambda*", 1e-9);
    recorded.put("uniform people: risk of lambda 0.7", 0.2);
    double[] slopes = {0, 0.1, 0.25, 0.5, 1};
    double[] beyond = {1, 0.17, 0.6, 0.002, 0};
    for (int k = 0; k < slopes.length; k++) {
      String place = "uniform people, tau " + slopes[k] + ": ";
      recorded.from(SPECIFICATION + "section 5.1", 0);
      recorded.put(place + "rounds at most", NaiveDemand.Plan.ofUniformPeople(slopes[k]).rounds());
      recorded.from(SPECIFICATION + "section 7, P4: 600 runs", 0);
      RiskControlNumbers.failures(recorded, place, beyond[k], 0, 600);
    }
    RiskControlNumbers.EXPECTED.failures(recorded, standIn);
    return recorded;
  }

  private static Recorded paths(boolean standIn) {
    Recorded recorded = new Recorded().from(SPECIFICATION + "section 7, P3", 1e-9);
    double[] lambdas = {1.1, 0.85, 0.725, 0.7, 0.7};
    double[] risks = {0, 0.125, 0.1875, 0.2, 0.2};
    recorded.put("uniform people: steps", 4);
    for (int t = 0; t < lambdas.length; t++) {
      recorded.put("uniform people: lambda " + t, lambdas[t]);
      recorded.put("uniform people: risk " + t, risks[t]);
    }
    for (RiskControlNumbers experiment : RiskControlNumbers.values()) {
      experiment.plans(recorded);
      experiment.paths(recorded, standIn);
    }
    return recorded;
  }

  /**
   * Where a width exceeds the level there is none. Of Hoeffding and Bentkus's the recorded one
   * stops at a jump, up to 1.2 / n short of what all means need.
   */
  private static Recorded widths() {
    Recorded recorded = new Recorded();
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("clt", "clt");
    kinds.put("hoeffding", "hoeffding");
    kinds.put("empirical-bernstein", "emp_bernstein");
    kinds.put("hoeffding-bentkus", "hoeffding_bentkus_half");
    JsonNode file = Recorded.prediction("widths");
    kinds.forEach(
        (kind, column) -> {
          for (JsonNode row : file.get("table")) {
            double level = row.get("alpha").asDouble();
            if (level <= 0.5) {
              int people = row.get("n").asInt();
              recorded.from(
                  "widths.json: " + column, kind.equals("hoeffding-bentkus") ? 1.2 / people : 1e-9);
              double width = row.get(column).asDouble(Double.POSITIVE_INFINITY);
              boolean none = row.get(column).isNull() || width > level;
              recorded.put(
                  kind
                      + ", "
                      + people
                      + " people, level "
                      + level
                      + ", failure "
                      + row.get("delta_prime").asDouble(),
                  none ? Double.POSITIVE_INFINITY : width);
            }
          }
          recorded.from(SPECIFICATION + "section 5.1: smallest tightness", 0);
          recorded.put(kind + ": tightness .082 can be planned", kind.equals("clt") ? 1 : 0);
        });
    for (JsonNode row : file.get("min_tightness_any_T")) {
      String column = row.get("method").asText();
      String kind = column.equals("emp_bernstein") ? "empirical-bernstein" : column;
      if (row.get("n").asInt() == 2000 && kinds.containsKey(kind)) {
        recorded.from("widths.json: min_tightness_any_T", 1e-9);
        recorded.put(kind + ": smallest tightness", row.get("min_tightness").asDouble());
        recorded.put(kind + ": rounds at the smallest tightness", row.get("at_T").asInt());
      }
    }
    recorded.from("widths.json: quantile_clt, worst case", 1e-9);
    for (JsonNode row : file.get("quantile_clt")) {
      double failure = row.get("delta_prime").asDouble();
      double share = row.get("p").asDouble();
      boolean isShown = failure == 0.1 || failure == 0.01;
      if (isShown && row.get("n").asInt() == 10_000 && share != 0.06404869957648882) {
        recorded.put(
            "cvar-clt, beta "
                + row.get("beta").asDouble()
                + ", share "
                + share
                + ", failure "
                + failure,
            row.get("width_worst").asDouble());
      }
    }
    return recorded;
  }
}
