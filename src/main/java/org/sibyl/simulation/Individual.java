package org.sibyl.simulation;

import java.util.function.Function;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * One individual as MASON steps, inspects and draws it: an index into the columns. Its step writes
 * its own row of the response; its getters read the last finished round.
 */
public final class Individual implements Steppable {
  private static final long serialVersionUID = 1;

  private final int index;
  private final transient Simulation simulation;

  Individual(int index, Simulation simulation) {
    this.index = index;
    this.simulation = simulation;
  }

  @Override
  public void step(SimState state) {
    simulation.respond(index);
  }

  /** Its number, from 0. */
  public int getIndex() {
    return index;
  }

  /** What it was told last round; NaN for nothing, and before the first round. */
  public double getPrediction() {
    return last(round -> round.deployment().predictions());
  }

  /** What it did last round; NaN before the first. */
  public double getAction() {
    return last(round -> round.response().actions());
  }

  /** What it got last round; NaN before the first. */
  public double getPayoff() {
    return last(round -> round.outcomes().payoffs());
  }

  /** Its trust in the Predictor now, as a probability; NaN where trust plays no part. */
  public double getTrust() {
    Population now = simulation.world().population();
    return now.has(Attribute.TRUST)
        ? LogOdds.probability(now.column(Attribute.TRUST).get(index))
        : Double.NaN;
  }

  private double last(Function<Round, Column> column) {
    return simulation.lastRound().map(round -> column.apply(round).get(index)).orElse(Double.NaN);
  }

  @Override
  public String toString() {
    return "individual " + index;
  }
}
