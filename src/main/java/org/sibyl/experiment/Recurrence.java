package org.sibyl.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.Round;
import org.sibyl.simulation.World;

/**
 * Notices when a world repeats. It keeps one digest per round, not the worlds; when a digest
 * recurs, the run is played once more, aside, up to the earlier world, and the two are compared in
 * full. So worlds that only share a digest are told apart.
 */
final class Recurrence {
  private final Dynamics dynamics;
  private final World first;
  private final Map<Long, List<Integer>> seen = new HashMap<>();

  Recurrence(Dynamics dynamics, World first) {
    this.dynamics = dynamics;
    this.first = first;
    note(first);
  }

  private List<Integer> note(World world) {
    List<Integer> rounds = seen.computeIfAbsent(world.fingerprint(), digest -> new ArrayList<>(1));
    List<Integer> earlier = List.copyOf(rounds);
    rounds.add(world.round());
    return earlier;
  }

  /** How the run ends with this round, if it does. */
  Optional<Ending> after(Round round) {
    World next = round.after();
    if (next.sameState(round.before())) {
      return Optional.of(Ending.stable(round.number()));
    }
    World again = first;
    for (int earlier : note(next)) {
      while (again.round() < earlier) {
        again = dynamics.play(again).after();
      }
      if (again.sameState(next)) {
        return Optional.of(Ending.cycle(round.number(), next.round() - earlier));
      }
    }
    return Optional.empty();
  }
}
