package org.sibyl.experiment.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sibyl.Given;
import org.sibyl.learning.RandomBinary;
import org.sibyl.network.Network;
import org.sibyl.outcome.equilibrium.ForecastMap;

/**
 * Retraining on the recorded scale-free networks from all 2^n starts, weighted as the experiments
 * draw them: recorded exact means to the last recorded digit, figures 4 and 12.
 */
class ExactRetrainingTest {
  @Test
  void recordedMeansOverTwentyNetworks() {
    JsonNode rows = Recorded.json("rrm_scalefree").get("rows");
    for (int size = 5; size <= 13; size++) {
      double[] below = new double[20];
      double[] cycling = new double[20];
      for (int seed = 0; seed < 20; seed++) {
        Ends ends = new Ends(PublishedGraphs.barabasiAlbert(size, seed));
        below[seed] = ends.below;
        cycling[seed] = ends.cycling;
      }
      JsonNode row = rows.get(size - 5).get("exact_20_graphs");
      isRecorded(row.get("below_mean"), mean(below));
      isRecorded(row.get("below_std_over_graphs"), deviation(below));
      isRecorded(row.get("p_cycle_mean"), mean(cycling));
      isRecorded(row.get("p_cycle_std_over_graphs"), deviation(cycling));
    }
  }

  @Test
  void recordedHistogram() {
    JsonNode recorded = Recorded.json("rrm_histograms").get("reimplementation").get("n20_exact");
    Ends ends = new Ends(PublishedGraphs.barabasiAlbert(20, 0));
    for (int bin = 0; bin < 10; bin++) {
      isRecorded(recorded.get("percent_per_bin").get(bin), 100 * ends.bins[bin]);
    }
    isRecorded(recorded.get("percent_below_T"), 100 * ends.below);
    isRecorded(recorded.get("p_cycle"), ends.cycling);
  }

  private static void isRecorded(JsonNode recorded, double value) {
    assertThat(value).isCloseTo(recorded.asDouble(), within(6e-9)); // eight digits are recorded
  }

  private static double mean(double... values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double deviation(double... values) {
    double mean = mean(values);
    return Math.sqrt(
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
  }

  /** How retraining ends on a network, over all starts. */
  private static final class Ends {
    private final Network network;
    private final ForecastMap map;
    private final double[] weights; // of one start, by its number of ones
    private final int[] cycleOf; // by state: 0 unknown, else the number of its cycle

    double below;
    double cycling;
    final double[] bins = new double[10];

    Ends(Network network) {
      this.network = network;
      this.map = ForecastMap.of(network, Given.game(0.4, 0.2, "0.5"));
      int size = network.size();
      this.weights = RandomBinary.uniform().countLaw(size);
      double choose = 1;
      for (int ones = 0; ones <= size; ones++) {
        weights[ones] /= choose;
        choose = choose * (size - ones) / (ones + 1);
      }
      this.cycleOf = new int[1 << size];
      double[] byCycle = weightByCycle();
      for (int state = 0; state < cycleOf.length; state++) {
        if (cycleOf[state] < 0) {
          add(state, byCycle[-cycleOf[state]]);
        }
      }
    }

    /** Marks states on cycle number c with -c and those that lead there with c. */
    private double[] weightByCycle() {
      double[] byCycle = new double[64];
      int cycles = 0;
      int[] path = new int[cycleOf.length];
      for (int start = 0; start < cycleOf.length; start++) {
        int length = 0;
        int state = start;
        while (cycleOf[state] == 0) {
          cycleOf[state] = Integer.MAX_VALUE; // on this path
          path[length++] = state;
          state = map.actions(state);
        }
        int cycle = Math.abs(cycleOf[state]);
        if (cycle == Integer.MAX_VALUE) {
          cycle = ++cycles;
          if (cycles == byCycle.length) {
            byCycle = Arrays.copyOf(byCycle, 2 * cycles);
          }
          int on = state;
          do {
            cycleOf[on] = -cycle;
            on = map.actions(on);
          } while (on != state);
        }
        for (int k = 0; k < length; k++) {
          if (cycleOf[path[k]] == Integer.MAX_VALUE) {
            cycleOf[path[k]] = cycle;
          }
        }
        byCycle[cycle] += weights[Integer.bitCount(start)];
      }
      return byCycle;
    }

    /** A state on a cycle, which is entered with this probability. */
    private void add(int state, double entered) {
      int period = 1;
      for (int on = map.actions(state); on != state; on = map.actions(on)) {
        period++;
      }
      double weight = entered / period;
      int size = network.size();
      below += weight * (size - map.successes(state)) / size;
      cycling += period > 1 ? weight : 0;
      for (int i = 0; i < size; i++) {
        int cooperators = state >>> i & 1;
        for (int k = 0; k < network.degree(i); k++) {
          cooperators += state >>> network.neighbor(i, k) & 1;
        }
        bins[Math.min(9, 10 * cooperators / (network.degree(i) + 1))] += weight / size;
      }
    }
  }
}
