package org.sibyl.learning.omniprediction;

/**
 * The people that a run needs whose errors are residual estimates, by Hoeffding's inequality: in
 * the one log by a union over all runs that there can be, in fresh logs by a union over the pairs
 * of each round and over rounds.
 *
 * @param step how far updates go
 */
public record ResidualSizes(StepPolicy step) implements RequiredPeople {
  private static final double MOST = 0x1p53; // beyond, whole numbers are not exact

  @Override
  public double people(Demand demand) {
    if (demand.max() == 0) {
      return 1; // nothing varies
    }
    double pairs = (demand.rules() + 1) * demand.losses();
    if (!(atMost(demand, pairs) <= MOST) || demand.reused() && !isCountable()) {
      return Double.POSITIVE_INFINITY;
    }
    return demand.reused() ? ofOneLog(demand) : ofEachLog(demand, (long) pairs);
  }

  /** No less than either size. */
  private static double atMost(Demand demand, double pairs) {
    double width = demand.greatestWeight() * demand.max() / demand.accuracy();
    double logarithm = StrictMath.log(2 * pairs / demand.failure()) + 1;
    return 2 * width * width * (demand.updates() + 1.0) * logarithm;
  }

  private boolean isCountable() {
    return step == StepPolicy.FIXED || step == StepPolicy.CERTIFIED;
  }

  private double ofOneLog(Demand demand) {
    return sizes(demand, demand.failure())
        .reusedLog(step, demand.losses(), (long) demand.rules(), demand.updates());
  }

  private static double ofEachLog(Demand demand, long pairs) {
    return sizes(demand, demand.failure() / (demand.updates() + 1.0)).residual(pairs);
  }

  private static SampleSizes sizes(Demand demand, double failure) {
    return new SampleSizes(demand.accuracy(), failure, demand.greatestWeight(), demand.max());
  }
}
