package org.sibyl.network;

import org.sibyl.numeric.About;

/** The number of neighbors about whom something other than 0 was decided. */
@About("number of neighbors about whom something other than 0 was decided")
public record CountExposure() implements ExposureMapping {
  @Override
  public int contribution(int decision) {
    return decision == 0 ? 0 : 1;
  }

  @Override
  public double exposure(int sum, int neighbors) {
    return sum;
  }
}
