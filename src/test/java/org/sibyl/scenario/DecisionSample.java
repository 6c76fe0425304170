package org.sibyl.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.network.ExposureMapping;
import org.sibyl.prediction.decision.ClusterTrial;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.prediction.decision.Trial;
import org.sibyl.prediction.decision.TrialByValue;

/** Sample values of parts that decide: two decisions about people with two features. */
final class DecisionSample {
  private static final String PACKAGE = DecisionProblem.class.getPackageName();

  /** Where parts stand that are not a section of their own. */
  static final Map<Kind<?>, String> PATHS =
      Map.of(
          Catalog.DECISION_LOSS, "decisions.losses",
          Catalog.WEIGHT, "decisions.losses.weight",
          Catalog.RULE_CLASS, "decisions.rules",
          Catalog.DECISION_RULE, "decisions.rules.rules",
          Catalog.LAW, "decisions.rules.rules.model",
          Catalog.TERMS, "decisions.rules.rules.model.terms",
          Catalog.TRIAL, "learning.trial",
          Catalog.AUDITOR, "learning.auditor",
          Catalog.EXPOSURE, "outcome.mapping");

  /** A world of students, about whom something is decided that they take up. */
  private static final List<String> WORLD =
      List.of(
          "population={size: 4, trust: 1, features: {type: school, bands: [0.5, 0.5]}}",
          "behavior={type: take-up}",
          "outcome={type: decided, law: {type: logit-by-band, baseline: [[0.75, 0.5], [0.5, 0.25]],"
              + " effects: [[0, 0], [0.5, -0.5]], factors: [1, 1.25]}}",
          "decisions.rules={type: stumps, features: [1], cuts: [1]}",
          "learning={type: performative-omnipredictor, tolerance: 0.1}");

  /** What parts of the world of students stand in, where it is not in the world already. */
  private static final Map<String, String> WITHIN =
      Map.of(
          "learning.trial", "learning={type: fixed-trial}",
          "outcome.mapping", "outcome={type: exposed, decisions: 2, base: 0.1, spillover: 0.1}");

  private static final String STEERING = "{type: steering, toward: 1}";
  private static final String BEST =
      "decisions.rules={type: listed, rules: [{type: best-decision, loss: "
          + STEERING
          + ", model: ";

  /** What is written before and after parts that stand in a list. */
  static final Map<String, String[]> AROUND =
      Map.of(
          "decisions.losses",
          new String[] {"decisions.losses=[", "]"},
          "decisions.losses.weight",
          new String[] {
            "decisions.losses=[{type: weighted, loss: " + STEERING + ", weight: ", "}]"
          },
          "decisions.rules.rules",
          new String[] {"decisions.rules={type: listed, rules: [", "]}"},
          "decisions.rules.rules.model",
          new String[] {BEST, "}]}"},
          "decisions.rules.rules.model.terms",
          new String[] {
            BEST + "{type: logistic-law, theta: [0, 0.5, -0.5, 1, 0.25], terms: ", "}}]}"
          });

  /** By component; where records differ, with the record before it. */
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("values", "[0.25, 0.75]"),
          Map.entry("costs", "[0, 0.25]"),
          Map.entry("toward", "1"),
          Map.entry("feature", "1"),
          Map.entry("product", "1"),
          Map.entry("weights", "[0.5, 1.5]"),
          Map.entry("Mixed.losses", "[" + STEERING + ", {type: steering, toward: 0}]"),
          Map.entry("losses", "[[0, 1], [1, 0.5]]"),
          Map.entry("features", "[0]"),
          Map.entry("cuts", "[0, 1]"),
          Map.entry("Tables.values", "[[0, 1]]"),
          Map.entry("Lookup.values", "[[0, 1]]"),
          Map.entry("Lookup.decisions", "[0, 1]"),
          Map.entry("decisions", "2"),
          Map.entry("decision", "1"),
          Map.entry("below", "0"),
          Map.entry("from", "1"),
          Map.entry("first", "0"),
          Map.entry("second", "1"),
          Map.entry("neither", "1"),
          Map.entry("onlyFirst", "0"),
          Map.entry("onlySecond", "1"),
          Map.entry("both", "0"),
          Map.entry("Split.below", "{type: always, decision: 1}"),
          Map.entry("Split.from", "{type: stump, feature: 0, cut: 1, below: 0, from: 1}"),
          Map.entry("LinearMulticlass.weights", "[[1, 0, 0.5], [0, 1, 0]]"),
          Map.entry("TableRule.rows", "[{features: [0, 1], decision: 1}]"),
          Map.entry("otherwise", "1"),
          Map.entry("contests", "[{type: stump, feature: 0, cut: 0, below: 0, from: 1}]"),
          Map.entry("Listed.rules", "[{type: always, decision: 1}]"),
          Map.entry(
              "rows",
              "[{features: [0, 1], probabilities: [0.25, 0.5]},"
                  + " {features: [1, 1], probabilities: [0.75, 1]}]"),
          Map.entry("group", "0"),
          Map.entry("band", "1"),
          Map.entry("baseline", "[[0.75, 0.5], [0.5, 0.25]]"),
          Map.entry("effects", "[[0, 0], [0.5, -0.5]]"),
          Map.entry("factors", "[1, 1.25]"),
          Map.entry("probabilities", "[0.25, 0.5]"),
          Map.entry("theta", "[0, 0.5, -0.5, 1]"),
          Map.entry("MainEffects.values", "[[0, 1], [0, 1, 2]]"),
          Map.entry("worth", "[0, 1]"),
          Map.entry("terms", "{type: linear, worth: [0, 1]}"),
          Map.entry("PerformativeOmnipredictor.losses", "[" + STEERING + "]"),
          Map.entry(
              "PerformativeOmnipredictor.rules",
              "[{type: stump, feature: 0, cut: 0, below: 0, from: 1}]"),
          Map.entry("updates", "[]")); // else losses and rules could not be left out

  /** Of parts of the world of students, by component; where records differ, with the record. */
  private static final Map<String, String> IN_WORLD =
      Map.of(
          "law", "{type: constant-law, probabilities: [0.25, 0.5]}",
          "loss", "0",
          "feature", "1",
          "highest", "1",
          "decision", "1",
          "shares", "[[0.25, 0.75], [0.5, 0.5]]");

  private DecisionSample() {}

  /** Whether a part belongs into the world of students. */
  static boolean isOfWorld(Class<?> type) {
    return type != Scenario.class
        && (isAgents(type) || Trial.class.isAssignableFrom(type) || isInterface(type));
  }

  private static boolean isInterface(Class<?> type) {
    return Auditor.class.isAssignableFrom(type) || ExposureMapping.class.isAssignableFrom(type);
  }

  private static boolean isAgents(Class<?> type) {
    String area = type.getPackageName();
    return area.endsWith("behavior.decision")
        || area.endsWith("outcome.decision")
        || area.endsWith("metrics.decision")
        || area.endsWith("omniprediction.policy");
  }

  /** The overrides that put a part into the world of students. */
  static String[] inWorld(String path, String section) {
    List<String> all = new ArrayList<>(WORLD);
    if (WITHIN.containsKey(path)) {
      all.add(WITHIN.get(path));
    }
    all.add(section);
    return all.toArray(String[]::new);
  }

  /** Whether a part belongs into a sample with decisions. */
  static boolean isOf(String path, Class<?> type) {
    return path.startsWith("decisions")
        || isOfWorld(type)
        || Form.of(type).fields().stream()
            .anyMatch(field -> field.part() == DecisionProblem.class && type != Scenario.class);
  }

  /** A value for a component of a part that decides. */
  static Optional<String> of(Class<?> type, String component) {
    if (isAgents(type) || type == TrialByValue.class) {
      String given = IN_WORLD.get(component);
      if (given != null) {
        return Optional.of(given);
      }
    }
    if (type == ClusterTrial.class && component.equals("shares")) {
      return Optional.of("[0.25, 0.75]");
    }
    if (!type.getPackageName().equals(PACKAGE)) {
      return Optional.empty();
    }
    String own = VALUES.get(type.getSimpleName() + "." + component);
    return Optional.ofNullable(own == null ? VALUES.get(component) : own);
  }
}
