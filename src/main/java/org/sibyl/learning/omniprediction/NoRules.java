package org.sibyl.learning.omniprediction;

import org.sibyl.numeric.About;
import org.sibyl.numeric.Matrix;

/**
 * No rules to compare with: only best decisions are audited, and no statement about how good they
 * are follows.
 */
@About("no rules: only the risks of best decisions are audited")
public record NoRules() implements Auditor {
  @Override
  public Search on(Matrix features, int decisions) {
    throw new IllegalArgumentException("rules: there are none to search. Give at least one rule.");
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public boolean isEmpty(int decisions) {
    return true;
  }

  @Override
  public double size(Matrix features, int decisions) {
    return 0;
  }
}
