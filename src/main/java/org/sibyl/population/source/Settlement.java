package org.sibyl.population.source;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * Where {@link Residents} live, immutable. As features: the share of one's own type among those who
 * live near, 1 where nobody does; row; column; and an indicator for each type.
 */
public final class Settlement {
  /** The feature that is the share of one's own type among those who live near. */
  public static final int OWN_TYPE = 0;

  private static final int ROW = 1;
  private static final int COLUMN = 2;
  private static final int TYPES = 3;
  private static final int NOBODY = -1;

  private final Residents residents;
  private final Grid grid;
  private final int[] places; // of each individual

  private Settlement(Residents residents, int[] places) {
    this.residents = residents;
    this.grid = residents.grid();
    this.places = places;
  }

  /** People who live in these places, which differ. */
  static Settlement of(Residents residents, int[] places) {
    return new Settlement(residents, places);
  }

  /** Where people with these features live. */
  public static Settlement of(Residents residents, Matrix features) {
    Check.sameSize("features", features.columns(), "residents", TYPES + residents.types());
    int[] places = new int[features.rows()];
    for (int i = 0; i < places.length; i++) {
      places[i] = (int) features.get(i, ROW) * residents.columns() + (int) features.get(i, COLUMN);
    }
    return new Settlement(residents, places);
  }

  /** The place of an individual. */
  public int place(int individual) {
    return places[individual];
  }

  private int type(int individual) {
    return individual % residents.types();
  }

  /**
   * The settlement after some people have moved, one after the other, each to a place drawn from
   * all that are then vacant; the place it leaves is vacant for those who follow. Without a vacant
   * place nobody moves.
   *
   * @param movers who moves, in this order
   * @param random the stream of an individual, from which its draw comes
   */
  public Settlement moved(int[] movers, IntFunction<UniformRandomProvider> random) {
    int[] vacant = vacant();
    int[] next = places.clone();
    for (int mover : vacant.length == 0 ? new int[0] : movers) {
      int drawn = random.apply(mover).nextInt(vacant.length);
      int left = next[mover];
      next[mover] = vacant[drawn];
      vacant[drawn] = left;
    }
    return new Settlement(residents, next);
  }

  private int[] vacant() {
    int[] occupants = occupants();
    int[] vacant = new int[occupants.length - places.length];
    int count = 0;
    for (int place = 0; place < occupants.length; place++) {
      if (occupants[place] == NOBODY) {
        vacant[count] = place;
        count++;
      }
    }
    return vacant;
  }

  /** By place, who lives there. */
  private int[] occupants() {
    int[] occupants = new int[grid.places()];
    Arrays.fill(occupants, NOBODY);
    for (int i = 0; i < places.length; i++) {
      occupants[places[i]] = i;
    }
    return occupants;
  }

  /** The share of everyone's own type among those who live near; 1 where nobody does. */
  public Column ownType() {
    int[] occupants = occupants();
    return Column.generate(places.length, i -> ownType(i, occupants));
  }

  private double ownType(int individual, int... occupants) {
    int[] counts = new int[2]; // those who live near, and of them the same type
    grid.near(
        places[individual],
        place -> {
          int other = occupants[place];
          counts[0] += other == NOBODY ? 0 : 1;
          counts[1] += other != NOBODY && type(other) == type(individual) ? 1 : 0;
        });
    return counts[0] == 0 ? 1 : (double) counts[1] / counts[0];
  }

  /** These people as features. */
  public Matrix features() {
    Column share = ownType();
    int width = TYPES + residents.types();
    double[] entries = new double[places.length * width];
    for (int i = 0; i < places.length; i++) {
      entries[i * width + OWN_TYPE] = share.get(i);
      entries[i * width + ROW] = places[i] / residents.columns();
      entries[i * width + COLUMN] = places[i] % residents.columns();
      entries[i * width + TYPES + type(i)] = 1;
    }
    return Matrix.of(places.length, width, entries);
  }
}
