package org.sibyl.gui;

import java.util.Optional;
import java.util.stream.IntStream;
import org.sibyl.metrics.DecoupledPerformativeRisk;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.prediction.BlockForecasts;
import org.sibyl.prediction.DistributionMap;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.simulation.Round;

/**
 * Forecasts that tell everyone the same, and forecasts that tell the better connected half
 * something else.
 *
 * @param all one block of everyone
 * @param halves those with more neighbors than the median are block 1; empty when nobody has
 */
record MappedForecasts(BlockForecasts all, Optional<BlockForecasts> halves)
    implements MappedModels {

  /** The forecasts for the individuals of a network. */
  static MappedForecasts of(Network network) {
    return new MappedForecasts(BlockForecasts.ofAll(network.size()), halves(network));
  }

  private static Optional<BlockForecasts> halves(Network network) {
    int size = network.size();
    int[] degrees = IntStream.range(0, size).map(network::degree).sorted().toArray();
    int median = degrees[(size - 1) / 2];
    if (degrees[size - 1] == median) {
      return Optional.empty();
    }
    return Optional.of(
        new BlockForecasts(Column.generate(size, i -> network.degree(i) > median ? 1 : 0), 2));
  }

  @Override
  public Optional<DecoupledPerformativeRisk> line(DistributionMap map) {
    return Optional.of(risk(map, all));
  }

  @Override
  public Optional<DecoupledPerformativeRisk> plane(DistributionMap map) {
    return halves.map(blocks -> risk(map, blocks));
  }

  private static DecoupledPerformativeRisk risk(DistributionMap map, BlockForecasts blocks) {
    return new DecoupledPerformativeRisk(map, blocks, SquaredLoss.plain(), 1);
  }

  @Override
  public boolean hasLine() {
    return true;
  }

  @Override
  public boolean hasPlane() {
    return halves.isPresent();
  }

  @Override
  public Optional<double[]> onLine(Round round) {
    return means(all, round);
  }

  @Override
  public Optional<double[]> onPlane(Round round) {
    return halves.flatMap(blocks -> means(blocks, round));
  }

  /** Empty where somebody is told nothing. */
  private static Optional<double[]> means(BlockForecasts blocks, Round round) {
    Column predictions = round.deployment().predictions();
    return Optional.of(predictions).filter(given -> !Double.isNaN(given.mean())).map(blocks::means);
  }

  @Override
  public String lineAxes() {
    return "deployed to all (up: evaluated)";
  }

  @Override
  public String planeAxes() {
    return "few neighbors (up: many)";
  }
}
