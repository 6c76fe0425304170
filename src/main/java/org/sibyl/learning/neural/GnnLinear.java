package org.sibyl.learning.neural;

import java.util.List;
import org.sibyl.network.Network;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;

/**
 * Graph convolutions, then one linear layer on everyone's numbers side by side, which gives
 * everyone a role of their own (Góis et al. 2025, section 6.2 as coded).
 *
 * @param width numbers for an individual, at least 1
 * @param convolutions at least 1
 * @param dropout probability of a number to be dropped in training, in [0, 1)
 */
@About(
    value = "graph convolutions, then a linear layer on all; for one number of individuals",
    source = "Góis et al. 2025, as coded")
public record GnnLinear(
    @Parameter(value = "numbers for an individual", range = "[1, inf)", byDefault = "512")
        int width,
    @Parameter(value = "how many convolutions", range = "[1, inf)", byDefault = "3")
        int convolutions,
    @Parameter(
            value = "probability of a number to be dropped in training",
            range = "[0, 1)",
            byDefault = "0.5")
        double dropout)
    implements Layered {
  public GnnLinear {
    new Trunk(width, convolutions, dropout); // checks
  }

  /** The published sizes. */
  public static GnnLinear published() {
    return new GnnLinear(512, 3, 0.5);
  }

  private Trunk trunk() {
    return new Trunk(width, convolutions, dropout);
  }

  @Override
  public List<Tensor> tensors(int individuals) {
    return trunk().tensors(Tensor.linear("layer", individuals * width, individuals));
  }

  @Override
  public boolean isForAnySize() {
    return false;
  }

  @Override
  public <A> Stack<A> stack(Arithmetic<A> arithmetic, Network network, int rounds) {
    int all = network.size() * width;
    return trunk()
        .stack(
            arithmetic,
            network,
            rounds,
            List.of(new Linear<>(arithmetic, rounds, 1, all, network.size())));
  }
}
