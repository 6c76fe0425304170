package org.sibyl.experiment.reproduction;

import java.util.BitSet;
import org.sibyl.network.Complete;
import org.sibyl.network.Network;
import org.sibyl.network.PathNetwork;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Share;
import org.sibyl.simulation.Round;

/**
 * What every binary forecast brings about on a small network (Góis et al. 2025, Figures 1 and 2).
 * Actions are written as digits, individual 0 first.
 *
 * @param name on the command line
 * @param reference figure of the paper
 * @param statement what it shows
 * @param triangle whether the network is a triangle, or else a chain of three
 */
record ForecastTable(String name, String reference, String statement, boolean triangle)
    implements Reproduction {

  static ForecastTable figure1() {
    return new ForecastTable(
        "games-figure-1",
        "Góis et al. 2025, Figure 1",
        "in a triangle that needs two, success can be prophesied",
        true);
  }

  static ForecastTable figure2() {
    return new ForecastTable(
        "games-figure-2",
        "Góis et al. 2025, Figure 2",
        "in a chain that needs two, only a false forecast brings success",
        false);
  }

  private Network network() {
    var random = Workbench.randomness().at(Draw.NETWORK, 0);
    return triangle ? new Complete().generate(3, random) : new PathNetwork().generate(3, random);
  }

  @Override
  public Axes axes() {
    return Axes.bars("forecast", "groups-succeeding", "self-fulfilling");
  }

  @Override
  public Figure measure(Workbench bench) {
    Network network = network();
    Retraining retraining = new Retraining(bench, network, bench.game(Share.of(2, 3)));
    Figure figure = new Figure("forecast", "actions", "groups-succeeding", "self-fulfilling");
    for (int bits = 0; bits < 1 << network.size(); bits++) {
      BitSet forecast = BitSet.valueOf(new long[] {bits});
      Round round = retraining.play(forecast);
      BitSet actions = Retraining.acting(round);
      String place = "forecast " + digits(forecast, network.size());
      double written = Double.parseDouble(digits(actions, network.size()));
      figure.put(place + ": actions", written);
      figure.put(place + ": groups succeeding", Retraining.successes(round));
      figure.put(place + ": self-fulfilling", actions.equals(forecast));
      figure.row(
          Double.parseDouble(digits(forecast, network.size())),
          written,
          Retraining.successes(round),
          actions.equals(forecast) ? 1 : 0);
    }
    return figure;
  }

  private static String digits(BitSet bits, int size) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      text.append(bits.get(i) ? '1' : '0');
    }
    return text.toString();
  }
}
