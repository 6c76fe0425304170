package org.sibyl.experiment.reproduction.credit;

import java.util.Optional;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;

/** A reproduction that needs the real borrowers. */
interface CreditReproduction extends Reproduction {
  @Override
  default Optional<String> missing(Workbench bench) {
    return bench.missingCredit();
  }
}
