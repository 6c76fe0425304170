package org.sibyl.experiment.reproduction.credit;

import java.util.List;
import org.sibyl.experiment.reproduction.Reproduction;

/** What is reproduced on the credit data. */
public final class CreditReproductions {
  /** All, paper by paper. */
  public static final List<Reproduction> ALL =
      List.of(
          new ExactRetraining(),
          new PublishedDescent(),
          new Degeneracy(),
          new Variants(),
          new StochasticDeployment());

  private CreditReproductions() {}
}
