package org.sibyl.experiment.reproduction;

import java.util.List;

/**
 * What a reproduction came to.
 *
 * @param reproduction which one
 * @param figure what was measured
 * @param findings expected beside measured, in the order of the expected numbers
 */
public record Verdict(Reproduction reproduction, Figure figure, List<Finding> findings) {
  public Verdict {
    findings = List.copyOf(findings);
  }

  /** How many numbers lie in their bands. */
  public int agreeing() {
    return (int) findings.stream().filter(Finding::inBand).count();
  }

  /** Whether every number lies in its band; never when there is none. */
  public boolean reproduced() {
    return !findings.isEmpty() && agreeing() == findings.size();
  }
}
