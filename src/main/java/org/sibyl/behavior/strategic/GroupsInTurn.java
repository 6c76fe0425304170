package org.sibyl.behavior.strategic;

import java.util.Optional;
import org.sibyl.behavior.Shifting;
import org.sibyl.behavior.Situation;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.prediction.ShiftGradient;

/**
 * People respond in turn: in round t those with number i = t modulo the number of groups, from
 * their base features; all others keep what they show (Brown et al. 2022, section 5). It takes a
 * carryover that keeps features.
 *
 * @param groups how many, at least 1
 * @param of how they respond when it is their turn
 */
@About(
    value = "groups respond in turn; who is not on keeps what it shows",
    source = "Brown et al. 2022, section 5")
public record GroupsInTurn(
    @Parameter(value = "number of groups", range = "[1, inf)") int groups,
    @Parameter("how people respond when it is their turn") FeatureResponse of)
    implements FeatureResponse, Shifting {
  public GroupsInTurn {
    Check.atLeast("groups", groups, 1);
  }

  @Override
  public Mover mover(Situation situation) {
    Mover inner = of.moverFromBase(situation);
    return (individual, x) -> {
      if (isOn(individual, situation)) {
        inner.move(individual, x);
      }
    };
  }

  @Override
  public Optional<ShiftGradient> shiftGradient(Situation situation) {
    return PartWay.shift(of, situation, i -> isOn(i, situation) ? 1 : 0);
  }

  private boolean isOn(int individual, Situation situation) {
    return situation.round() % groups == individual % groups;
  }
}
