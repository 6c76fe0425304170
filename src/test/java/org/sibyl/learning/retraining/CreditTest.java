package org.sibyl.learning.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sibyl.Given;
import org.sibyl.Shared;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.GivenParameters;
import org.sibyl.learning.Learner;
import org.sibyl.learning.RepeatedRiskMinimization;
import org.sibyl.learning.Trial;
import org.sibyl.learning.descent.Plain;
import org.sibyl.learning.descent.PublishedStep;
import org.sibyl.numeric.Values;

/** The recorded runs on credit data, section 4 and 5 of the specification. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreditTest {
  private static final String RUNS = "reference/prc/rrm_credit.json";
  private static final String STOCHASTIC = "reference/prc/stochastic_credit.json";
  private Credit credit;

  @BeforeAll
  void read() {
    credit = Credit.read();
  }

  private static GivenParameters given(JsonNode theta) {
    return new GivenParameters(Values.each(Given.numbers(theta)));
  }

  private static double regularization(JsonNode run) {
    String file = run.get("lam").asText().equals("1/n") ? "lambda_1_over_n" : "lambda_1000_over_n";
    return Shared.json(RUNS).get(file).get("lam").asDouble();
  }

  private static Algorithm descent(JsonNode start, JsonNode run) {
    return new RepeatedGradientDescent(
        given(start), new PublishedStep(), new Plain(), 0, Credit.task(regularization(run)));
  }

  @Test
  void publishedGradientDescentIterateByIterate() {
    int compared = 0;
    for (JsonNode run : Shared.json(RUNS).get("runs")) {
      if (run.get("kind").asText().equals("icml_as_coded_RGD")) {
        JsonNode recorded = run.get("thetas");
        Trial trial = Trial.in(credit.everybody(run.get("eps").asDouble()));
        Learner learner = trial.start(descent(recorded.get(0), run), 11);
        for (int t = 1; t < recorded.size(); t++) {
          compared++;
          learner = trial.after(learner, 1);
          assertThat(Trial.theta(learner))
              .as("eps %s, lambda %s, iterate %d", run.get("eps"), run.get("lam"), t)
              .containsExactly(Given.numbers(recorded.get(t)), within(1e-9));
          learner = isChaotic(run) ? trial.start(descent(recorded.get(t), run), 11) : learner;
        }
      }
    }
    assertThat(compared).isEqualTo(800);
  }

  /** There the map is chaotic, and errors of 1e-16 grow to 1e-7 by iterate 42. */
  private static boolean isChaotic(JsonNode run) {
    return run.get("eps").asDouble() == 1000 && run.get("lam").asText().equals("1/n");
  }

  /** The constant is free, so it takes up the shift: two deployments suffice (P4). */
  @Test
  void exactRetrainingNeedsTwoDeployments() {
    JsonNode facts = Shared.json(RUNS).get("lambda_1000_over_n");
    double[] erm = Given.numbers(facts.get("theta_erm_exact"));
    RepeatedRiskMinimization retraining =
        new RepeatedRiskMinimization(
            given(facts.get("theta_erm_exact")), Credit.task(facts.get("lam").asDouble()));
    List<double[]> thetas = Trial.in(credit.everybody(100)).thetas(retraining, 11, 3);
    erm[10] += 100 * facts.get("strat_norm_sq").asDouble();
    for (int t = 1; t <= 3; t++) {
      assertThat(thetas.get(t)).containsExactly(erm, within(1e-8));
    }
  }

  @Test
  void greedyAndLazyDescentFollowTheRecordedPeople() {
    JsonNode recorded = Shared.json(STOCHASTIC);
    double gamma = recorded.get("gamma").asDouble();
    double ratio = recorded.get("gamma_over_beta").asDouble();
    double smoothness = recorded.get("L").asDouble();
    assertThat(recorded.get("deterministic")).hasSize(9);
    for (JsonNode run : recorded.get("deterministic")) {
      double sensitivity = run.get("eps").asDouble();
      JsonNode first = run.get("snapshots").get(0).get("deployed");
      double contraction =
          run.get("method").asText().equals("greedy") && sensitivity <= ratio
              ? gamma - sensitivity * recorded.get("beta").asDouble()
              : gamma;
      double scale = 100 / contraction;
      double offset = 8 * smoothness * smoothness / (contraction * contraction);
      Algorithm algorithm = algorithm(run.get("method").asText(), first, scale, offset, gamma);
      Trial trial = Trial.in(credit.oneByOne(sensitivity));
      Learner learner = trial.start(algorithm, 11);
      int at = 0;
      for (int t = 0; t <= run.get("steps").asInt(); t++) {
        if (at < run.get("snapshots").size()
            && run.get("snapshots").get(at).get("t").asInt() == t) {
          assertThat(Trial.theta(learner))
              .as("%s, eps %s, step %d", run.get("method"), sensitivity, t)
              .containsExactly(
                  Given.numbers(run.get("snapshots").get(at++).get("deployed")),
                  within(1e-7)); // rounding grows at eps = 1000
        }
        learner = t < run.get("steps").asInt() ? trial.after(learner, t + 1) : learner;
      }
      assertThat(at).isEqualTo(run.get("snapshots").size());
    }
  }

  private static Algorithm algorithm(
      String method, JsonNode first, double scale, double offset, double gamma) {
    return method.equals("greedy")
        ? new GreedyDescent(given(first), scale, offset, Credit.task(gamma))
        : new LazyDescent(
            given(first),
            method.toLowerCase(Locale.ROOT).endsWith("k3")
                ? LazyDescent.Schedule.CUBE
                : LazyDescent.Schedule.LINEAR,
            scale,
            offset,
            Credit.task(gamma));
  }
}
