package org.sibyl.learning.omniprediction;

import org.sibyl.numeric.Check;
import org.sibyl.numeric.Range;

/**
 * How well errors are to be known from logs, so that the result can be certified (Kim and Perdomo
 * 2023, section 4.2).
 *
 * @param accuracy s: all errors that a run audits are to be estimated within this, in units of
 *     loss, above 0
 * @param failure delta: the probability with which they may not be, in (0, 1)
 * @param required how many people that takes
 */
public record Sampling(double accuracy, double failure, RequiredPeople required) {
  public Sampling {
    Check.within("accuracy", accuracy, Range.parse("(0, inf)"));
    Check.within("failure", failure, Range.parse("(0, 1)"));
  }
}
