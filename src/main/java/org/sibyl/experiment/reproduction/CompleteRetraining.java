package org.sibyl.experiment.reproduction;

import java.util.BitSet;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.RandomBinary;
import org.sibyl.network.Complete;
import org.sibyl.network.Network;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Share;
import org.sibyl.outcome.equilibrium.Orbit;

/** How retraining ends on complete networks (Góis et al. 2025, Theorem 3.4). */
final class CompleteRetraining implements Reproduction {
  private static final int[] SIZES = {5, 10, 20, 40};
  private static final String[] THRESHOLDS = {"0.4", "0.5", "0.55", "0.7"};

  @Override
  public String name() {
    return "games-theorem-3.4";
  }

  @Override
  public String reference() {
    return "Góis et al. 2025, Theorem 3.4";
  }

  @Override
  public String statement() {
    return "on complete networks, retraining ends below the threshold almost surely";
  }

  @Override
  public Axes axes() {
    return Axes.points("forecast", "settled").by("threshold");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("size", "threshold", "forecast", "settled", "succeeds");
    for (int size : SIZES) {
      for (String threshold : THRESHOLDS) {
        exact(bench, figure, size, threshold);
      }
    }
    law(bench, figure, 20, new RandomBinary(RandomBinary.Law.FIXED, 0.5, 1, 1), "p = .5");
    law(bench, figure, 100, new RandomBinary(RandomBinary.Law.FIXED, 0.5, 1, 1), "p = .5");
    law(bench, figure, 20, new RandomBinary(RandomBinary.Law.BETA, 0.5, 1, 1), "beta(1, 1)");
    sampled(bench, figure, 20, bench.full() ? 100_000 : 5_000);
    return figure;
  }

  /** Every initial count, weighted as uniform initial probabilities weigh it. */
  private static void exact(Workbench bench, Figure figure, int size, String threshold) {
    double[] weights = RandomBinary.uniform().countLaw(size);
    Retraining retraining = retraining(bench, size, threshold);
    double below = 0;
    double standing = 0;
    int longest = 0;
    for (int count = 0; count <= size; count++) {
      End end = end(retraining, count);
      below += weights[count] * end.below();
      standing += weights[count] * (end.settled() == 0 ? 1 : 0);
      longest = StrictMath.max(longest, end.updates());
      figure.row(size, Double.parseDouble(threshold), count, end.settled(), 1 - end.below());
    }
    String place = "N=" + size + " t=" + threshold + ": ";
    figure.put(place + "below threshold", below);
    figure.put(place + "all defect", standing);
    figure.put(place + "updates until the count stands", longest);
  }

  private static void law(
      Workbench bench, Figure figure, int size, RandomBinary law, String described) {
    double[] weights = law.countLaw(size);
    Retraining retraining = retraining(bench, size, "0.5");
    double success = 0;
    for (int count = 0; count <= size; count++) {
      if (weights[count] > 0) {
        success += weights[count] * (1 - end(retraining, count).below());
      }
    }
    figure.put("N=" + size + " t=0.5, " + described + ": success", success);
  }

  /** Random initial forecasts, as the experiments draw them. */
  private static void sampled(Workbench bench, Figure figure, int size, int starts) {
    Retraining retraining = retraining(bench, size, "0.5");
    UniformRandomProvider random = Workbench.randomness().at(Draw.LEARNER, 1);
    double below = 0;
    for (int k = 0; k < starts; k++) {
      below += retraining.belowThreshold(retraining.from(retraining.randomForecast(random)));
    }
    figure.put(
        "N=" + size + " t=0.5, random starts: below threshold", Estimate.share(below, starts));
  }

  private static Retraining retraining(Workbench bench, int size, String threshold) {
    Network network = new Complete().generate(size, Workbench.randomness().at(Draw.NETWORK, 0));
    return new Retraining(bench, network, bench.game(Share.parse(threshold)));
  }

  /**
   * How retraining ends.
   *
   * @param below share of time below the threshold
   * @param settled the number of cooperators when it stands still; NaN when it does not
   * @param updates until the number of cooperators stands still
   */
  private record End(double below, double settled, int updates) {}

  private static End end(Retraining retraining, int count) {
    BitSet forecast = new BitSet();
    forecast.set(0, count);
    Orbit orbit = retraining.from(forecast);
    int settled = orbit.cycle().get(0).cardinality();
    boolean stands = orbit.cycle().stream().allMatch(state -> state.cardinality() == settled);
    int updates = orbit.states().size();
    while (updates > 0 && orbit.states().get(updates - 1).cardinality() == settled) {
      updates--;
    }
    return new End(retraining.belowThreshold(orbit), stands ? settled : Double.NaN, updates);
  }
}
