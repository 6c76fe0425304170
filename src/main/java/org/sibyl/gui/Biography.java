package org.sibyl.gui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sibyl.behavior.Game;
import org.sibyl.behavior.PivotalCooperation;
import org.sibyl.behavior.Situation;
import org.sibyl.network.Network;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Matrix;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.scenario.Scenario;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.Simulation;

/** What can be told of an individual after the last round. */
final class Biography {
  /** More neighbors than this are only counted. */
  private static final int MOST_NEIGHBORS = 200;

  private final Scenario scenario;
  private final Simulation simulation;
  private final List<Line> lines = new ArrayList<>();

  /**
   * Something told.
   *
   * @param what what it is
   * @param value how it is
   */
  record Line(String what, String value) {}

  Biography(Scenario scenario, Simulation simulation) {
    this.scenario = scenario;
    this.simulation = simulation;
  }

  /** The lines about one individual. */
  List<Line> of(int individual) {
    Optional<Round> last = simulation.lastRound();
    if (individual >= simulation.world().population().size()) {
      tell("individual " + individual, "is not in this population");
      return lines;
    }
    if (last.isEmpty()) {
      tell("round", "none yet");
      attributes(simulation.world().population(), individual);
      tell("neighbors", simulation.world().network().degree(individual));
      return lines;
    }
    Round round = last.get();
    tell("round", round.number());
    tell("prediction", round.deployment().predictions().get(individual));
    tell("action", action(round, individual));
    tell("payoff", round.outcomes().payoffs().get(individual));
    features(round, individual);
    attributes(round.revised(), individual);
    round.outcomes().facts().forEach((fact, column) -> tell(fact.name(), column.get(individual)));
    if (scenario.outcome() instanceof Game game) {
      options(game, round, individual);
    }
    neighbors(round, individual);
    return lines;
  }

  private void features(Round round, int individual) {
    Matrix before = round.before().population().features();
    Matrix after = round.response().features();
    List<String> names = round.before().population().featureNames();
    for (int k = 0; k < before.columns(); k++) {
      tell("feature " + names.get(k) + " before", before.get(individual, k));
      tell("feature " + names.get(k) + " after", after.get(individual, k));
    }
  }

  private void attributes(Population population, int individual) {
    population
        .columns()
        .forEach(
            (attribute, column) -> {
              double value = column.get(individual);
              if (attribute.equals(Attribute.TRUST)) {
                tell("trust", LogOdds.probability(value));
              } else if (!attribute.equals(Attribute.ACTION)) {
                tell(attribute.name(), value);
              }
            });
  }

  /** What each option would have paid, given what the neighbors did. */
  private void options(Game game, Round round, int individual) {
    Network network = round.before().network();
    int others = 0;
    for (int k = 0; k < network.degree(individual); k++) {
      if (round.response().actions().get(network.neighbor(individual, k)) == 1) {
        others++;
      }
    }
    int group = network.degree(individual) + 1;
    tell("cooperators needed", game.needed(group) + " of " + group);
    tell("payoff if it cooperates", game.payoff(others + 1, group, true));
    tell("payoff if it defects", game.payoff(others, group, false));
    if (scenario.behavior() instanceof PivotalCooperation behavior) {
      Situation found =
          new Situation(
              round.deployment(),
              round.before().population(),
              network,
              simulation.dynamics().randomness());
      double pivotal = behavior.pivotalProbability(individual, found);
      tell("chance to be pivotal, as expected", pivotal);
      tell("gain of cooperating, as expected", game.gain(pivotal));
    }
  }

  private void neighbors(Round round, int individual) {
    Network network = round.before().network();
    int degree = network.degree(individual);
    tell("neighbors", degree);
    for (int k = 0; k < Math.min(degree, MOST_NEIGHBORS); k++) {
      int neighbor = network.neighbor(individual, k);
      tell("   individual " + neighbor, action(round, neighbor));
    }
    if (degree > MOST_NEIGHBORS) {
      tell("   and more", degree - MOST_NEIGHBORS);
    }
  }

  private String action(Round round, int individual) {
    double action = round.response().actions().get(individual);
    if (scenario.outcome() instanceof Game) {
      return action == 1 ? "cooperates" : action == 0 ? "defects" : "not yet";
    }
    return Figure.of(action);
  }

  private void tell(String what, double value) {
    tell(what, Figure.of(value));
  }

  private void tell(String what, int value) {
    tell(what, Integer.toString(value));
  }

  private void tell(String what, String value) {
    lines.add(new Line(what, value));
  }
}
