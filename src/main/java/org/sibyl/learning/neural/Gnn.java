package org.sibyl.learning.neural;

import java.util.List;
import org.sibyl.network.Network;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Parameter;

/**
 * Graph convolutions, the last of them to one number for each individual (Góis et al. 2025, section
 * 6.2 as coded). Its weights do for any network; it cannot tell apart whom the network does not.
 *
 * @param width numbers for an individual, at least 1
 * @param convolutions at least 1
 * @param dropout probability of a number to be dropped in training, in [0, 1)
 */
@About(
    value =
        "graph convolutions; for any network, with the same answer for whom it cannot tell apart",
    source = "Góis et al. 2025, as coded")
public record Gnn(
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
  public Gnn {
    new Trunk(width, convolutions, dropout); // checks
  }

  /** The published sizes. */
  public static Gnn published() {
    return new Gnn(512, 3, 0.5);
  }

  private Trunk trunk() {
    return new Trunk(width, convolutions, dropout);
  }

  @Override
  public List<Tensor> tensors(int individuals) {
    return trunk().tensors(Tensor.convolution("conv" + (convolutions + 1), width, 1));
  }

  @Override
  public boolean isForAnySize() {
    return true;
  }

  @Override
  public <A> Stack<A> stack(Arithmetic<A> arithmetic, Network network, int rounds) {
    return trunk()
        .stack(
            arithmetic, network, rounds, Trunk.convolution(arithmetic, network, rounds, width, 1));
  }
}
