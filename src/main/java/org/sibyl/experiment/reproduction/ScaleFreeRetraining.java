package org.sibyl.experiment.reproduction;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.network.BarabasiAlbert;
import org.sibyl.network.Network;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Share;
import org.sibyl.outcome.equilibrium.Orbit;

/**
 * Time below the threshold, and runs that cycle, under retraining on scale-free networks (Góis et
 * al. 2025, Figure 4): on networks of our own, and on those that the published code drew.
 */
final class ScaleFreeRetraining implements Reproduction {
  private static final int[] SIZES = {5, 8, 10, 12, 15, 20, 30, 50, 100};
  private static final int GRAPHS = 20;
  private static final int STARTS = 200;

  @Override
  public String name() {
    return "games-figure-4";
  }

  @Override
  public String reference() {
    return "Góis et al. 2025, Figure 4";
  }

  @Override
  public String statement() {
    return "retraining on scale-free networks stays below the threshold, and cycles";
  }

  @Override
  public Axes axes() {
    return Axes.lines("size", "below", "cycling").by("published");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("size", "published", "below", "below-sd", "cycling", "cycling-sd");
    double leastBelow = 1;
    double leastCycling = 1;
    for (int size : SIZES) {
      Ends[] own = ends(bench, bench.full() ? 5 * GRAPHS : GRAPHS, seed -> drawn(size, seed));
      Estimate below = Estimate.mean(each(own, Ends::below));
      Estimate cycling = Estimate.mean(each(own, Ends::cycling));
      put(figure, "N=" + size, below, cycling);
      row(figure, size, 0, own);
      leastBelow = size < 20 ? leastBelow : StrictMath.min(leastBelow, below.value());
      leastCycling = size < 50 ? leastCycling : StrictMath.min(leastCycling, cycling.value());
      if (size <= 50) {
        published(bench, figure, size);
      }
    }
    figure.put("below the threshold more than .95 of the time from N=20 on", leastBelow > 0.95);
    figure.put("more than .8 of the runs cycle from N=50 on", leastCycling > 0.8);
    return figure;
  }

  private static Network drawn(int size, int seed) {
    return new BarabasiAlbert(2, BarabasiAlbert.Start.STAR)
        .generate(size, Workbench.randomness().replicate(seed).at(Draw.NETWORK, size));
  }

  /** On given networks only the starts are random. */
  private static void published(Workbench bench, Figure figure, int size) {
    Ends[] same =
        ends(bench, size <= 20 ? 20 : 10, seed -> PublishedGraphs.barabasiAlbert(size, seed));
    put(
        figure,
        "N=" + size + ", published networks",
        new Estimate(
            Estimate.mean(each(same, Ends::below)).value(), pooled(each(same, Ends::belowError))),
        new Estimate(
            Estimate.mean(each(same, Ends::cycling)).value(),
            pooled(each(same, Ends::cyclingError))));
    row(figure, size, 1, same);
  }

  private static void put(Figure figure, String place, Estimate below, Estimate cycling) {
    figure.put(place + ": time below threshold", below);
    figure.put(place + ": runs that cycle", cycling);
  }

  private static void row(Figure figure, int size, int published, Ends... ends) {
    Estimate below = Estimate.mean(each(ends, Ends::below));
    Estimate cycling = Estimate.mean(each(ends, Ends::cycling));
    double root = StrictMath.sqrt(ends.length);
    figure.row(
        size,
        published,
        below.value(),
        below.standardError() * root,
        cycling.value(),
        cycling.standardError() * root);
  }

  private static double[] each(Ends[] ends, ToDoubleFunction<Ends> number) {
    return Arrays.stream(ends).mapToDouble(number).toArray();
  }

  /** Standard error of the mean of estimates with these standard errors. */
  private static double pooled(double... errors) {
    double variance = 0;
    for (double error : errors) {
      variance += error * error;
    }
    return StrictMath.sqrt(variance) / errors.length;
  }

  /** All networks; each has noise of its own, so it does not matter which thread plays it. */
  private static Ends[] ends(Workbench bench, int networks, IntFunction<Network> network) {
    return IntStream.range(0, networks)
        .parallel()
        .mapToObj(seed -> ends(bench, network.apply(seed), seed))
        .toArray(Ends[]::new);
  }

  private static Ends ends(Workbench bench, Network network, int seed) {
    Retraining retraining = new Retraining(bench, network, bench.game(Share.of(0.5)));
    UniformRandomProvider random =
        Workbench.randomness().replicate(seed).at(Draw.LEARNER, network.size());
    double below = 0;
    int cycling = 0;
    for (int start = 0; start < STARTS; start++) {
      Orbit orbit = retraining.from(retraining.randomForecast(random));
      below += retraining.belowThreshold(orbit);
      cycling += orbit.period() > 1 ? 1 : 0;
    }
    return new Ends(Estimate.share(below, STARTS), Estimate.share(cycling, STARTS));
  }

  /** How retraining ends on a network: shares of time and of starts. */
  private record Ends(Estimate ofTime, Estimate ofStarts) {
    double below() {
      return ofTime.value();
    }

    double belowError() {
      return ofTime.standardError();
    }

    double cycling() {
      return ofStarts.value();
    }

    double cyclingError() {
      return ofStarts.standardError();
    }
  }
}
