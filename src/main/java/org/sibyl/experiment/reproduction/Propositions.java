package org.sibyl.experiment.reproduction;

import java.util.BitSet;
import java.util.TreeSet;
import org.sibyl.network.Complete;
import org.sibyl.network.Network;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Share;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.equilibrium.ForecastMap;
import org.sibyl.outcome.equilibrium.FullSuccess;
import org.sibyl.outcome.equilibrium.Prophecies;
import org.sibyl.simulation.Round;

/**
 * Self-fulfilling prophecies and full success (Góis et al. 2025, Propositions 3.2 and 3.3): every
 * forecast on the network of the experiments, and the conditions under which success is assured.
 */
final class Propositions implements Reproduction {
  private static final String[] SHARES = {"0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8"};

  @Override
  public String name() {
    return "games-propositions";
  }

  @Override
  public String reference() {
    return "Góis et al. 2025, Propositions 3.2 and 3.3";
  }

  @Override
  public String statement() {
    return "which prophecies fulfil themselves, and where full success can or cannot be had";
  }

  @Override
  public Axes axes() {
    return Axes.points("threshold", "groups-succeeding");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("threshold", "prophecy", "groups-succeeding");
    Network experiments = PublishedGraphs.barabasiAlbert(20, 0);
    for (String share : SHARES) {
      enumerate(bench, figure, experiments, share);
    }
    figure.put("prophecies of the network that has none", none(bench));
    assured(bench, figure);
    return figure;
  }

  private static void enumerate(Workbench bench, Figure figure, Network network, String share) {
    CollectiveRisk game = bench.game(Share.parse(share));
    Prophecies all = Prophecies.of(ForecastMap.of(network, game));
    Retraining retraining = new Retraining(bench, network, game);
    TreeSet<Integer> successes = new TreeSet<>();
    int fulfilled = 0;
    for (int prophecy : all.selfFulfilling()) {
      BitSet forecast = BitSet.valueOf(new long[] {prophecy});
      Round round = retraining.play(forecast);
      fulfilled += Retraining.acting(round).equals(forecast) ? 1 : 0;
      successes.add(Retraining.successes(round));
      figure.row(Double.parseDouble(share), prophecy, Retraining.successes(round));
    }
    String place = "t=" + share + ": ";
    figure.put(place + "self-fulfilling prophecies", all.selfFulfilling().size());
    figure.put(place + "prophecies that the agents fulfil", fulfilled);
    figure.put(place + "different numbers of successful groups", successes.size());
    figure.put(place + "sum of these numbers", successes.stream().mapToInt(k -> k).sum());
    figure.put(place + "most groups succeeding, any forecast", all.mostSuccesses());
  }

  private static int none(Workbench bench) {
    Network network =
        Network.of(
            5,
            new int[] {0, 1},
            new int[] {1, 3},
            new int[] {1, 4},
            new int[] {2, 3},
            new int[] {2, 4});
    return Prophecies.of(ForecastMap.of(network, bench.game(Share.of(0.5))))
        .selfFulfilling()
        .size();
  }

  /** Proposition 3.2: exactly T on complete networks; everybody for t = 1; nobody for t = 0. */
  private static void assured(Workbench bench, Figure figure) {
    int complete = 0;
    for (int size = 2; size <= 12; size++) {
      Network network = new Complete().generate(size, Workbench.randomness().at(Draw.NETWORK, 0));
      for (int needed = 1; needed < size; needed++) {
        complete += holds(bench, network, Share.of(needed, size), needed) ? 1 : 0;
      }
    }
    figure.put("complete networks of 2..12 where forecasting exactly T succeeds", complete);
    Network spider = Impossibility.SPIDER;
    figure.put(
        "everybody is needed: forecasting all succeeds", holds(bench, spider, Share.of(1), 7));
    figure.put("nobody is needed: forecasting none succeeds", holds(bench, spider, Share.of(0), 0));
    figure.put(
        "full success is impossible on the spider",
        FullSuccess.impossibleHub(spider, bench.game(Share.of(3, 4))).isPresent());
  }

  /** Whether forecasting the first so many fulfils itself and lets every group succeed. */
  private static boolean holds(Workbench bench, Network network, Share share, int cooperators) {
    CollectiveRisk game = bench.game(share);
    BitSet forecast = new BitSet();
    forecast.set(0, cooperators);
    Round round = new Retraining(bench, network, game).play(forecast);
    return Retraining.acting(round).equals(forecast)
        && Retraining.successes(round) == network.size()
        && FullSuccess.guaranteed(network, game).isPresent();
  }
}
