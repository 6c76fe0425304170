package org.sibyl.behavior;

import java.util.Optional;
import org.sibyl.network.Network;
import org.sibyl.population.Population;
import org.sibyl.prediction.PerformativeGradient;

/** A response whose dependence on forecasts, through trust, can be differentiated. */
@FunctionalInterface
public interface Foreseeable {
  /**
   * The derivative for games of these people.
   *
   * @param trust how they revise trust
   * @param newcomers as a game begins with them
   * @param network who sees whom
   * @return empty when this trust rule has no derivative
   */
  Optional<PerformativeGradient> performativeGradient(
      TrustRule trust, Population newcomers, Network network);

  /** The derivative of any response; empty when it has none, or none with this trust rule. */
  static Optional<PerformativeGradient> of(
      ResponseModel response, TrustRule trust, Population newcomers, Network network) {
    return response instanceof Foreseeable foreseeable
        ? foreseeable.performativeGradient(trust, newcomers, network)
        : Optional.empty();
  }
}
