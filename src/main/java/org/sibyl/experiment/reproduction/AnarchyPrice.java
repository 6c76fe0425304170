package org.sibyl.experiment.reproduction;

import org.sibyl.numeric.Share;
import org.sibyl.outcome.equilibrium.PriceOfAnarchy;

/** What selfishness costs on complete networks (Góis et al. 2025, section 3.3). */
final class AnarchyPrice implements Reproduction {
  @Override
  public String name() {
    return "games-price-of-anarchy";
  }

  @Override
  public String reference() {
    return "Góis et al. 2025, price of anarchy on complete networks";
  }

  @Override
  public String statement() {
    return "the worst equilibrium is worth (1 - r) / (1 - c T / N) of the best outcome";
  }

  @Override
  public Axes axes() {
    return Axes.lines("needed", "price-of-anarchy").by("size", "risk", "cost");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("size", "needed", "risk", "cost", "price-of-anarchy");
    for (int size = 2; size <= 8; size++) {
      for (int needed = 0; needed <= size; needed++) {
        put(bench, figure, size, needed, 0.4, 0.2);
      }
    }
    put(bench, figure, 20, 10, 0.4, 0.2);
    put(bench, figure, 20, 16, 0.4, 0.35);
    put(bench, figure, 20, 19, 0.3, 0.32);
    put(bench, figure, 20, 10, 1, 0.2);
    return figure;
  }

  private static void put(
      Workbench bench, Figure figure, int size, int needed, double risk, double cost) {
    double price = PriceOfAnarchy.onComplete(bench.game(risk, cost, Share.of(needed, size)), size);
    figure.put("N=" + size + " T=" + needed + " r=" + risk + " c=" + cost, price);
    figure.row(size, needed, risk, cost, price);
  }
}
