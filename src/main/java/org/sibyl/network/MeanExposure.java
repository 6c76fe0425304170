package org.sibyl.network;

import org.sibyl.numeric.About;

/** The mean of the neighbors' decisions, by number; 0 for who has no neighbor. */
@About("mean of the neighbors' decisions, by number; 0 without neighbors")
public record MeanExposure() implements ExposureMapping {
  @Override
  public int contribution(int decision) {
    return decision;
  }

  @Override
  public double exposure(int sum, int neighbors) {
    return neighbors == 0 ? 0 : (double) sum / neighbors;
  }
}
