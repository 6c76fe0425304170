package org.sibyl.network;

import org.sibyl.numeric.About;

/** 1 when there is a neighbor about whom something other than 0 was decided, else 0. */
@About("1 when something other than 0 was decided about some neighbor, else 0")
public record AnyExposure() implements ExposureMapping {
  @Override
  public int contribution(int decision) {
    return decision == 0 ? 0 : 1;
  }

  @Override
  public double exposure(int sum, int neighbors) {
    return sum > 0 ? 1 : 0;
  }
}
