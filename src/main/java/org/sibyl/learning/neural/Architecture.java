package org.sibyl.learning.neural;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.network.Network;

/** The shape of a network that reads everyone's last action and says how likely each cooperates. */
public interface Architecture {
  /** Its tensors for so many individuals, in the order of weights. */
  List<Shape> shapes(int individuals);

  /** Weights as training starts with them. */
  Weights initial(int individuals, UniformRandomProvider random);

  /** Whether its weights do for any number of individuals, on any network. */
  boolean isForAnySize();

  /** A network at work, with room for so many rounds at once. */
  Net on(Network network, int rounds);
}
