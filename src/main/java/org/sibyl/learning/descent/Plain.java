package org.sibyl.learning.descent;

import org.sibyl.numeric.About;

/** Steepest descent: the gradient itself. */
@About("steepest descent: along the gradient itself")
public record Plain() implements Optimizer {
  @Override
  public Memory remember(Memory before, double... gradient) {
    return before;
  }

  @Override
  public double[] direction(Memory now, double... gradient) {
    return gradient.clone();
  }
}
