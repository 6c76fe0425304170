package org.sibyl.outcome.equilibrium;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Where a map on vectors of zeros and ones leads from a start: states that are visited once, then a
 * cycle for ever. States are compared whole.
 *
 * @param states all states in the order of their first visit, the start first
 * @param prePeriod how many of them come before the cycle
 */
public record Orbit(List<BitSet> states, int prePeriod) {
  /** Steps after which the search for a cycle is given up. */
  public static final int MOST_STEPS = 1_000_000;

  public Orbit {
    states = List.copyOf(states);
  }

  /** Follows the map until a state recurs. */
  public static Orbit of(BitSet start, UnaryOperator<BitSet> step) {
    return of(start, step, MOST_STEPS);
  }

  /**
   * Follows the map until a state recurs.
   *
   * @param step gives a new vector and leaves the old one alone
   * @throws IllegalArgumentException when none does within so many steps
   */
  public static Orbit of(BitSet start, UnaryOperator<BitSet> step, int mostSteps) {
    Map<BitSet, Integer> visited = new LinkedHashMap<>();
    List<BitSet> states = new ArrayList<>();
    BitSet state = (BitSet) start.clone();
    while (states.size() <= mostSteps) {
      Integer first = visited.putIfAbsent(state, states.size());
      if (first != null) {
        return new Orbit(states, first);
      }
      states.add(state);
      state = step.apply(state);
    }
    throw new IllegalArgumentException(
        "orbit: no state recurred within " + mostSteps + " steps. Allow more, or average instead.");
  }

  /** The length of the cycle, at least 1. */
  public int period() {
    return states.size() - prePeriod;
  }

  /** The states of the cycle. */
  public List<BitSet> cycle() {
    return states.subList(prePeriod, states.size());
  }
}
