package org.sibyl.experiment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/**
 * Notices when a world repeats. It keeps one digest per round, not the worlds; when a digest
 * recurs, the rounds of the supposed cycle are played once more, aside, and the worlds compared in
 * full.
 */
final class Recurrence {
  private final Dynamics dynamics;
  private final Map<Long, Integer> firstSeen = new HashMap<>();

  Recurrence(Dynamics dynamics, World first) {
    this.dynamics = dynamics;
    firstSeen.put(first.fingerprint(), first.round());
  }

  /** How the run ends with this round, if it does. */
  Optional<Ending> after(Round round) {
    World next = round.after();
    if (next.sameState(round.before())) {
      return Optional.of(Ending.stable(round.number()));
    }
    Integer seen = firstSeen.putIfAbsent(next.fingerprint(), next.round());
    if (seen == null || !returns(next, next.round() - seen)) {
      return Optional.empty();
    }
    return Optional.of(Ending.cycle(round.number(), next.round() - seen));
  }

  private boolean returns(World start, int rounds) {
    World world = start;
    for (int k = 0; k < rounds; k++) {
      world = dynamics.play(world).after();
    }
    return world.sameState(start);
  }
}
