package org.sibyl.learning.omniprediction.policy;

import java.util.List;
import org.sibyl.numeric.Column;
import org.sibyl.prediction.Cohort;

/**
 * Tells whether the same people came in several rounds, by what does not change about people: some
 * feature, not the same for all, which everyone who is in both rounds still has. New people have
 * that only by a chance that halves, or more, with everyone. Who changes in every feature is taken
 * for somebody else.
 */
final class SamePeople {
  private SamePeople() {}

  static boolean among(List<Cohort> rounds) {
    for (int later = 1; later < rounds.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        if (same(rounds.get(earlier), rounds.get(later))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean same(Cohort one, Cohort other) {
    for (int k = 0; k < one.features().columns(); k++) {
      if (isKept(one, one.features().column(k), other, other.features().column(k))) {
        return true;
      }
    }
    return false;
  }

  /** Whether all who are in both have the same value, and not all the same one. */
  private static boolean isKept(Cohort one, Column ofOne, Cohort other, Column ofOther) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    int j = 0;
    for (int i = 0; i < one.size(); i++) {
      while (j < other.size() && other.individuals()[j] < one.individuals()[i]) {
        j++;
      }
      if (j < other.size() && other.individuals()[j] == one.individuals()[i]) {
        if (ofOne.get(i) != ofOther.get(j)) {
          return false;
        }
        least = StrictMath.min(least, ofOne.get(i));
        greatest = StrictMath.max(greatest, ofOne.get(i));
      }
    }
    return least < greatest;
  }
}
