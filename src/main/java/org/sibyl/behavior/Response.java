package org.sibyl.behavior;

import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;

/**
 * What everyone did in a round.
 *
 * @param actions one for each individual; who did not act keeps its last action
 * @param features the features that people now show, size x features
 */
public record Response(Column actions, Matrix features) {

  /**
   * A response in the making, with one row for each individual. Rows may be filled in any order.
   */
  public static final class Draft {
    private final Population population;
    private final double[] actions;
    private double[] features = {}; // copied from the population when somebody first changes one

    /** A draft in which nobody has acted yet. */
    public Draft(Population population) {
      this.population = population;
      this.actions =
          population.has(Attribute.ACTION)
              ? population.column(Attribute.ACTION).toArray()
              : new double[population.size()];
    }

    /** A hand that writes rows one after the other: one for each thread. */
    public Hand hand() {
      return new Hand(this);
    }

    /** The finished response; the draft must not be used after. */
    public Response finish() {
      Matrix shown =
          features.length == 0
              ? population.features()
              : Matrix.of(population.size(), population.features().columns(), features);
      return new Response(Column.owning(actions), shown);
    }

    private synchronized double[] featuresToWrite() {
      if (features.length == 0) {
        features = population.features().toArray();
      }
      return features;
    }
  }

  /** Lets individuals write their rows, one at a time. */
  public static final class Hand {
    private final Builder builder;

    private Hand(Draft draft) {
      this.builder = new Builder(draft);
    }

    /** Lets one individual respond. */
    public void write(int individual, Responder responder) {
      builder.individual = individual;
      responder.respond(individual, builder);
    }
  }

  /** One individual's own row, the only thing it can write to. */
  public static final class Builder {
    private final Draft draft;
    private int individual;

    private Builder(Draft draft) {
      this.draft = draft;
    }

    /** Takes an action. */
    public void act(double action) {
      draft.actions[individual] = action;
    }

    /** Shows a feature with this value. */
    public void show(int feature, double value) {
      int columns = draft.population.features().columns();
      if (feature < 0 || feature >= columns) {
        throw new IllegalArgumentException(
            "feature: " + feature + " is not one of the " + columns + " features.");
      }
      draft.featuresToWrite()[individual * columns + feature] = value;
    }
  }
}
