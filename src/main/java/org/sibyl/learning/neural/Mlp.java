package org.sibyl.learning.neural;

import java.util.ArrayList;
import java.util.List;
import org.sibyl.network.Network;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;

/**
 * Everyone's embedded last action side by side, then two hidden layers (Góis et al. 2025, section
 * 6.2 as coded). It gives everyone a role of their own, and knows nothing of who sees whom.
 *
 * @param embedding numbers for a last action, at least 1
 * @param hidden width of both hidden layers, at least 1
 */
@About(
    value = "two hidden layers on everyone's last action; for one number of individuals",
    source = "Góis et al. 2025, as coded")
public record Mlp(
    @Parameter(value = "numbers for a last action", range = "[1, inf)", byDefault = "128")
        int embedding,
    @Parameter(value = "width of both hidden layers", range = "[1, inf)", byDefault = "512")
        int hidden)
    implements Layered {
  public Mlp {
    Check.atLeast("embedding", embedding, 1);
    Check.atLeast("hidden", hidden, 1);
  }

  /** The published sizes. */
  public static Mlp published() {
    return new Mlp(128, 512);
  }

  @Override
  public List<Tensor> tensors(int individuals) {
    List<Tensor> tensors = new ArrayList<>();
    tensors.add(Tensor.embedding("embedding.weight", embedding));
    tensors.addAll(Tensor.linear("L1", individuals * embedding, hidden));
    tensors.addAll(Tensor.linear("L2", hidden, hidden));
    tensors.addAll(Tensor.linear("L3", hidden, individuals));
    return List.copyOf(tensors);
  }

  @Override
  public boolean isForAnySize() {
    return false;
  }

  @Override
  public <A> Stack<A> stack(Arithmetic<A> arithmetic, Network network, int rounds) {
    int individuals = network.size();
    return new Stack<>(
        arithmetic,
        rounds * individuals,
        new EmbeddedLinear<>(arithmetic, rounds, individuals, embedding, hidden),
        List.of(
            new Rectifier<>(arithmetic, hidden),
            new Linear<>(arithmetic, rounds, 1, hidden, hidden),
            new Rectifier<>(arithmetic, hidden),
            new Linear<>(arithmetic, rounds, 1, hidden, individuals)));
  }
}
