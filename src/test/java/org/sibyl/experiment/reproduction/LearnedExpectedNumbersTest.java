package org.sibyl.experiment.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sibyl.experiment.reproduction.learned.LearnedReproductions;

/**
 * The committed expected numbers of learned predictors are those of the recorded trainings and of
 * the specification. {@code mvn test -Dtest=LearnedExpectedNumbersTest -Dregenerate=true} writes
 * them anew.
 */
class LearnedExpectedNumbersTest {
  private static final String SPECIFICATION = "specification of the games, section ";
  private static final String SUCCESS = "best_group_success";
  private static final String ACCURACY_OF_SUCCESS = "best_group_accuracy";
  private static final String ACCURACY = "best_acc_accuracy";
  private static final String SUCCESS_OF_ACCURACY = "best_acc_success";
  private static final String ACCURATE =
      "accuracy above .99 and success at most .05 with all seeds";
  private static final int SEEDS = 3;

  private static final Map<String, Supplier<Recorded>> GENERATORS = generators();

  private static Map<String, Supplier<Recorded>> generators() {
    Map<String, Supplier<Recorded>> all = new LinkedHashMap<>();
    all.put("games-trained-from-stated-weights", LearnedExpectedNumbersTest::trajectories);
    all.put("games-figure-7", LearnedExpectedNumbersTest::tradeOff);
    all.put("games-figure-8", LearnedExpectedNumbersTest::architectures);
    all.put("games-figure-11", LearnedExpectedNumbersTest::frames);
    all.put("games-figure-14", LearnedExpectedNumbersTest::accurateArchitectures);
    all.put("games-figure-16", LearnedExpectedNumbersTest::ablations);
    all.put("games-accuracy-perf", LearnedExpectedNumbersTest::movingLabels);
    return all;
  }

  @TestFactory
  Stream<DynamicTest> committedNumbersAreTheExpectedOnes() {
    return Committed.areCommitted(GENERATORS);
  }

  @Test
  void everyReproductionHasExpectedNumbers() {
    assertThat(GENERATORS.keySet())
        .containsExactlyInAnyOrderElementsOf(
            LearnedReproductions.ALL.stream().map(Reproduction::name).toList());
  }

  /**
   * Counts are exact; losses of the recorded single precision are 6e-5 from those of double. For
   * both aims at once the published code weighs losses by single-precision products, which are off
   * by 7e-5, so that losses are off by .15: its twin in double precision is held against.
   */
  private static Recorded trajectories() {
    JsonNode file = Recorded.json("train_trajectory_fixed_init");
    Recorded recorded = new Recorded();
    for (JsonNode run : file.get("runs")) {
      for (JsonNode epoch : run.get("float64")) {
        game(
            recorded,
            run.get("loss_name").asText(),
            epoch.get("epoch").asInt(),
            field -> epoch.get(field).asDouble());
      }
    }
    for (JsonNode run : file.get("batched_reimplementation_200_epochs_float64").get("runs")) {
      for (int k = 0; run.get("loss_name").asText().equals("multitask") && k < 25; k++) {
        int epoch = k;
        game(recorded, "multitask", k, field -> run.get(field).get(epoch).asDouble());
      }
    }
    return recorded;
  }

  private static void game(
      Recorded recorded, String aim, int epoch, ToDoubleFunction<String> field) {
    String place = aim + ", game " + (epoch + 1) + ": ";
    recorded.from("train_trajectory_fixed_init.json", 0);
    recorded.put(place + "groups", field.applyAsDouble("groups"));
    recorded.put(place + "cooperators", field.applyAsDouble("coops"));
    recorded.within(1e-5).put(place + "accuracy", field.applyAsDouble("accuracy"));
    recorded.within(1e-3).put(place + "loss", field.applyAsDouble("loss"));
  }

  private static Recorded tradeOff() {
    Recorded recorded = new Recorded();
    RecordedTrainings thirteen = onGraph0("group", 0.5);
    for (double threshold : new double[] {0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8}) {
      String place = "t=" + threshold + ", for success: ";
      RecordedTrainings group = onGraph0("group", threshold);
      group.put(recorded, place + "success", SUCCESS, SEEDS, thirteen.spread(SUCCESS), 0);
      group.put(
          recorded,
          place + "accuracy",
          ACCURACY_OF_SUCCESS,
          SEEDS,
          thirteen.spread(ACCURACY_OF_SUCCESS),
          0);
      recorded.from(SPECIFICATION + "9.7", 0);
      if (threshold <= 0.5) {
        recorded.put(place + "success above .8 with some seed", 1);
      }
      if (threshold == 0.8) {
        recorded.put(place + "success below .1 with all seeds", 1);
      }
      String other = "t=" + threshold + ", for accuracy: ";
      RecordedTrainings accuracy = onGraph0("accuracy", threshold);
      accuracy.put(recorded, other + "success", SUCCESS_OF_ACCURACY, SEEDS, 0, 0.005);
      accuracy.put(recorded, other + "accuracy", ACCURACY, SEEDS, 0, 0.005);
      if (threshold >= 0.4) {
        recorded.from(SPECIFICATION + "9.7", 0).put(other + ACCURATE, 1);
      }
    }
    String place = "t=0.5, for both: ";
    RecordedTrainings both = onGraph0("multitask", 0.5);
    both.put(recorded, place + "success times accuracy", "best_product", SEEDS, 0, 0);
    both.put(recorded, place + "most success", SUCCESS, SEEDS, 0, 0);
    both.put(recorded, place + "most accuracy", ACCURACY, SEEDS, 0, 0);
    recorded.from(SPECIFICATION + "9.7", 0);
    recorded.put(place + "the front trades one for the other", 1);
    return recorded;
  }

  private static RecordedTrainings onGraph0(String loss, double threshold) {
    return RecordedTrainings.of("mlp", loss, threshold, graph -> graph == 0, seed -> true);
  }

  /** The recorded ones are of four graphs, ours of the first two of them, or of all four. */
  private static Recorded architectures() {
    Recorded recorded = new Recorded();
    for (String name : List.of("MLP", "GNN", "GNN+linear", "GNN+MLP")) {
      RecordedTrainings group =
          RecordedTrainings.of(
              name.toLowerCase(java.util.Locale.ROOT), "group", 0.5, g -> g < 4, s -> s < 4);
      group = group.whereGraphIsSeed();
      group.put(recorded, name + ": success", SUCCESS, 2, 0, 0);
      group.put(recorded, name + ": accuracy", ACCURACY_OF_SUCCESS, 2, 0, 0);
    }
    recorded.from(SPECIFICATION + "9.7, X6", 0);
    for (String name : List.of("MLP", "GNN+linear", "GNN+MLP")) {
      recorded.put(name + ": success at least .3 above that of the GNN alone", 1);
    }
    return recorded;
  }

  /** Nothing is recorded but the MLP; of the others the paper says as much. */
  private static Recorded accurateArchitectures() {
    Recorded recorded = new Recorded();
    RecordedTrainings mlp =
        RecordedTrainings.of("mlp", "accuracy", 0.5, g -> g < 4, s -> s < 4).whereGraphIsSeed();
    mlp.put(recorded, "MLP: success", SUCCESS_OF_ACCURACY, 2, 0, 0);
    mlp.put(recorded, "MLP: accuracy", ACCURACY, 2, 0, 0.005);
    for (String name : List.of("GNN", "GNN+linear", "GNN+MLP")) {
      recorded.from("Góis et al. 2025, Figure 14: very low", 0.1).put(name + ": success", 0);
      recorded.from("Góis et al. 2025, Figure 14: perfect", 0.02).put(name + ": accuracy", 1);
    }
    return recorded;
  }

  /** The trust of a frame is recomputed from all frames before it, in another order of sums. */
  private static Recorded frames() {
    Recorded recorded = new Recorded();
    recorded.from(SPECIFICATION + "6", 0).put("frames", 20);
    recorded.from(SPECIFICATION + "3", 0);
    recorded.put("individuals who act against their gain, all frames", 0);
    recorded.from(SPECIFICATION + "5", 1e-9);
    recorded.put("greatest distance of trust from Bayes' rule", 0);
    RecordedTrainings group = onGraph0("group", 0.5);
    group.put(recorded, "success of the game", SUCCESS, 1, 0, 0);
    group.put(recorded, "accuracy of the game", ACCURACY_OF_SUCCESS, 1, 0, 0);
    return recorded;
  }

  /**
   * With an MLP only the whole derivative is recorded, six seeds. Of the others the specification
   * gives the ranges of three, whose half widths are about a standard deviation: the mean of three
   * of ours is within 4 sqrt(2 / 3) of them.
   */
  private static Recorded ablations() {
    Recorded recorded = new Recorded();
    RecordedTrainings full = onGraph0("individual", 0.5);
    full.put(recorded, "full: cooperation of the last 20 games", "last20_coop", SEEDS, 0, 0);
    full.put(recorded, "full: most cooperation", "best_coop_fraction", SEEDS, 0, 0);
    Recorded.says("blockPrev .30–.52 / .50–.65; blockTrust .07–.09 / .48–.53");
    range(recorded, "block-previous-trust: cooperation of the last 20 games", 0.30, 0.52);
    range(recorded, "block-previous-trust: most cooperation", 0.50, 0.65);
    range(recorded, "block-trust: cooperation of the last 20 games", 0.07, 0.09);
    range(recorded, "block-trust: most cooperation", 0.48, 0.53);
    recorded.from(SPECIFICATION + "9.4, X4", 0);
    recorded.put("full above block-previous-trust", 1);
    recorded.put("block-previous-trust above block-trust", 1);
    recorded.put("block-trust collapses below .15", 1);
    return recorded;
  }

  private static void range(Recorded recorded, String quantity, double from, double to) {
    double half = (to - from) / 2;
    recorded.from(SPECIFICATION + "9.4, X4: three seeds", 4 * half * Math.sqrt(2.0 / 3));
    recorded.put(quantity, (from + to) / 2, half / Math.sqrt(3));
  }

  /** That labels move has no effect in kind (specification, X7), so both are held against one. */
  private static Recorded movingLabels() {
    Recorded recorded = new Recorded();
    for (String place : List.of("actions given: ", "actions moving: ")) {
      RecordedTrainings accuracy = onGraph0("accuracy", 0.5);
      accuracy.put(recorded, place + "success", SUCCESS_OF_ACCURACY, SEEDS, 0, 0.005);
      accuracy.put(recorded, place + "accuracy", ACCURACY, SEEDS, 0, 0.005);
      recorded.from(SPECIFICATION + "9.7, X7", 0).put(place + ACCURATE, 1);
    }
    return recorded;
  }
}
