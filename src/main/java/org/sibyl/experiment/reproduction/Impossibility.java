package org.sibyl.experiment.reproduction;

import java.util.BitSet;
import org.sibyl.network.Network;
import org.sibyl.numeric.Share;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.equilibrium.FullSuccess;
import org.sibyl.simulation.Round;

/** A network on which no forecast brings full success (Góis et al. 2025, Figure 9). */
final class Impossibility implements Reproduction {
  /** Center 0 with three arms 0-j-(j+3). */
  static final Network SPIDER =
      Network.of(
          7,
          new int[] {0, 1},
          new int[] {0, 2},
          new int[] {0, 3},
          new int[] {1, 4},
          new int[] {2, 5},
          new int[] {3, 6});

  @Override
  public String name() {
    return "games-figure-9";
  }

  @Override
  public String reference() {
    return "Góis et al. 2025, Figure 9 and Proposition 3.3";
  }

  @Override
  public String statement() {
    return "on a spider with three arms no forecast lets every group succeed";
  }

  @Override
  public Axes axes() {
    return Axes.points("forecast", "groups-succeeding").by("self-fulfilling");
  }

  @Override
  public Figure measure(Workbench bench) {
    CollectiveRisk game = bench.game(Share.of(3, 4));
    Retraining retraining = new Retraining(bench, SPIDER, game);
    Figure figure = new Figure("forecast", "cooperators", "groups-succeeding", "self-fulfilling");
    int most = 0;
    int fixed = 0;
    int fixedWithTwoArms = 0;
    for (int bits = 0; bits < 1 << SPIDER.size(); bits++) {
      BitSet forecast = BitSet.valueOf(new long[] {bits});
      Round round = retraining.play(forecast);
      boolean prophecy = Retraining.acting(round).equals(forecast);
      most = StrictMath.max(most, Retraining.successes(round));
      fixed += prophecy ? 1 : 0;
      fixedWithTwoArms += prophecy && forecast.cardinality() == 5 ? 1 : 0;
      figure.row(
          bits,
          Retraining.acting(round).cardinality(),
          Retraining.successes(round),
          prophecy ? 1 : 0);
    }
    figure.put("groups succeeding at most", most);
    figure.put("self-fulfilling prophecies", fixed);
    figure.put("self-fulfilling prophecies with two full arms", fixedWithTwoArms);
    figure.put("the hub condition holds", FullSuccess.impossibleHub(SPIDER, game).isPresent());
    for (int i = 0; i < SPIDER.size(); i++) {
      figure.put("cooperators needed by " + i, game.needed(SPIDER.degree(i) + 1));
    }
    return figure;
  }
}
