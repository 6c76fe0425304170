package org.sibyl.outcome.equilibrium;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.behavior.Game;
import org.sibyl.network.Network;

/**
 * The Nash equilibria in pure actions of one round of a threshold game, by the payoffs alone: every
 * profile of actions is tried against every individual's other action. Profiles are bit masks.
 * Where cooperating costs something and pays when it decides, the strict ones are the
 * self-fulfilling prophecies; without a cost those who decide nothing are indifferent.
 *
 * @param all profiles in which nobody gains by changing alone, ascending
 * @param strict those in which everybody loses by changing alone
 */
public record NashEquilibria(List<Integer> all, List<Integer> strict) {
  public NashEquilibria {
    all = List.copyOf(all);
    strict = List.copyOf(strict);
  }

  /**
   * Tries all profiles.
   *
   * @throws IllegalArgumentException when there are more individuals than {@link
   *     ForecastMap#LARGEST}
   */
  public static NashEquilibria of(Network network, Game game) {
    ForecastMap map = ForecastMap.of(network, game);
    List<Integer> all = new ArrayList<>();
    List<Integer> strict = new ArrayList<>();
    for (int profile = 0; profile < 1 << map.size(); profile++) {
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < map.size() && least >= 0; i++) {
        least = StrictMath.min(least, lossByChanging(map, game, profile, i));
      }
      if (least >= 0) {
        all.add(profile);
      }
      if (least > 0) {
        strict.add(profile);
      }
    }
    return new NashEquilibria(all, strict);
  }

  private static double lossByChanging(ForecastMap map, Game game, int profile, int i) {
    int others = Integer.bitCount(profile & map.neighbors(i));
    int group = Integer.bitCount(map.neighbors(i)) + 1;
    double cooperating = game.payoff(others + 1, group, true);
    double defecting = game.payoff(others, group, false);
    return (profile >>> i & 1) == 1 ? cooperating - defecting : defecting - cooperating;
  }
}
