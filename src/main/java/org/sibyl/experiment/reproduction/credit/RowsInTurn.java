package org.sibyl.experiment.reproduction.credit;

import org.sibyl.behavior.Carryover;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.Column;
import org.sibyl.population.Population;
import org.sibyl.population.Sample;

/**
 * One person comes per round, in a fixed turn that visits everyone: number (7919 t + 13) mod n in
 * round t + 1, as in the recorded runs.
 *
 * @param everyone n people
 */
record RowsInTurn(Sample everyone) implements Carryover {
  /** Who comes in a round. */
  Sample of(int round) {
    long turn = 7919L * (round - 1) + 13;
    return everyone.rows((int) (turn % everyone.size()));
  }

  @Override
  public Population next(
      Situation situation, Response response, Column labels, Population afterTrust) {
    return afterTrust.replacedBy(of(situation.round() + 1));
  }
}
