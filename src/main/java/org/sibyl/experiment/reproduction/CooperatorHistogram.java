package org.sibyl.experiment.reproduction;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Share;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.equilibrium.Orbit;

/**
 * How many of a group cooperate once retraining has settled (Góis et al. 2025, Figure 12): ten bins
 * of the share of cooperators, the states of a cycle weighted equally. Bins are formed from whole
 * numbers, so no share falls into the wrong one.
 */
final class CooperatorHistogram implements Reproduction {
  private static final int[] SIZES = {20, 30, 50};
  private static final int BINS = 10;
  private static final int STARTS = 2000;

  @Override
  public String name() {
    return "games-figure-12";
  }

  @Override
  public String reference() {
    return "Góis et al. 2025, Figure 12";
  }

  @Override
  public String statement() {
    return "where retraining settles, most groups have too few cooperators";
  }

  @Override
  public Axes axes() {
    return Axes.bars("bin-from", "share").by("size");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("size", "bin-from", "share");
    int starts = bench.full() ? 10 * STARTS : STARTS;
    for (int size : SIZES) {
      double[] sums = sums(bench, PublishedGraphs.barabasiAlbert(size, 0), starts);
      double below = 0;
      for (int bin = 0; bin < BINS; bin++) {
        Estimate share = Estimate.share(sums[bin], starts);
        figure.put("N=" + size + ": groups with a share from ." + bin, share);
        figure.row(size, bin / 10.0, share.value());
        below += bin < BINS / 2 ? sums[bin] : 0;
      }
      figure.put("N=" + size + ": groups below the threshold", Estimate.share(below, starts));
    }
    return figure;
  }

  /** For each bin, the sum over starts of the share of groups and time in it. */
  private static double[] sums(Workbench bench, Network network, int starts) {
    Retraining retraining = new Retraining(bench, network, bench.game(Share.of(0.5)));
    double[][] each =
        IntStream.range(0, starts)
            .parallel()
            .mapToObj(
                start -> {
                  UniformRandomProvider random =
                      Workbench.randomness().at(Draw.LEARNER, network.size(), start);
                  return bins(
                      retraining, retraining.from(retraining.randomForecast(random)), network);
                })
            .toArray(double[][]::new);
    double[] sums = new double[BINS];
    for (double[] one : each) {
      for (int bin = 0; bin < BINS; bin++) {
        sums[bin] += one[bin];
      }
    }
    return sums;
  }

  private static double[] bins(Retraining retraining, Orbit orbit, Network network) {
    double[] shares = new double[BINS];
    for (BitSet state : orbit.cycle()) {
      Column cooperators = retraining.play(state).outcomes().fact(CollectiveRisk.GROUP_COOPERATORS);
      for (int i = 0; i < network.size(); i++) {
        int members = network.degree(i) + 1;
        int bin = StrictMath.min(BINS - 1, BINS * (int) cooperators.get(i) / members);
        shares[bin] += 1.0 / network.size() / orbit.period();
      }
    }
    return shares;
  }
}
