package org.sibyl.learning.descent;

/** How gradients become a direction of descent. The memory it needs is a value of its own. */
public interface Optimizer {
  /** What is remembered once this gradient is seen. */
  Memory remember(Memory before, double... gradient);

  /**
   * What to subtract from theta, per unit of step.
   *
   * @param now the memory, this gradient included
   */
  double[] direction(Memory now, double... gradient);
}
