package org.sibyl.outcome.equilibrium;

import java.util.Locale;
import org.sibyl.behavior.Game;
import org.sibyl.network.Network;

/**
 * What individuals who trust fully do after a forecast of zeros and ones (Góis et al. 2025, section
 * 3): whoever is told that just one cooperator is missing among its neighbors cooperates, if that
 * pays. Forecasts and actions are bit masks: bit i is individual i.
 */
public final class ForecastMap {
  /** Most individuals: 2^24 forecasts can be gone through in seconds, 2^30 cannot. */
  public static final int LARGEST = 24;

  private final int[] neighbors; // by individual, as masks
  private final int[] needed;
  private final boolean pays;

  private ForecastMap(int[] neighbors, int[] needed, boolean pays) {
    this.neighbors = neighbors;
    this.needed = needed;
    this.pays = pays;
  }

  /**
   * The map of a game on a network.
   *
   * @throws IllegalArgumentException when the network is larger than {@link #LARGEST}
   */
  public static ForecastMap of(Network network, Game game) {
    if (network.size() > LARGEST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "network: %d individuals have 2^%d forecasts; at most %d can be enumerated."
                  + " Instead, sample: learning {type: repeated-risk-minimization,"
                  + " initial: {type: random-binary, law: uniform}} with many replicates.",
              network.size(),
              network.size(),
              LARGEST));
    }
    int[] neighbors = new int[network.size()];
    int[] needed = new int[network.size()];
    for (int i = 0; i < neighbors.length; i++) {
      for (int k = 0; k < network.degree(i); k++) {
        neighbors[i] |= 1 << network.neighbor(i, k);
      }
      needed[i] = game.needed(network.degree(i) + 1);
    }
    return new ForecastMap(neighbors, needed, game.gain(1) > 0);
  }

  /** Number of individuals, 1..{@link #LARGEST}. */
  public int size() {
    return neighbors.length;
  }

  /** Who cooperates after this forecast. */
  public int actions(int forecast) {
    int actions = 0;
    for (int i = 0; i < neighbors.length; i++) {
      if (acts(i, Integer.bitCount(forecast & neighbors[i]))) {
        actions |= 1 << i;
      }
    }
    return actions;
  }

  /** Whether an individual cooperates when so many of its neighbors are forecast to. */
  boolean acts(int individual, int forecastNeighbors) {
    return pays && forecastNeighbors == needed[individual] - 1;
  }

  /** How many groups reach their threshold when these cooperate. */
  public int successes(int actions) {
    int successes = 0;
    for (int i = 0; i < neighbors.length; i++) {
      successes += Integer.bitCount(actions & (neighbors[i] | 1 << i)) >= needed[i] ? 1 : 0;
    }
    return successes;
  }

  /** The neighbors of an individual. */
  int neighbors(int individual) {
    return neighbors[individual];
  }
}
