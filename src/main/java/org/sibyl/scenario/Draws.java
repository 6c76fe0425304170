package org.sibyl.scenario;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.UsesRandomness;

/** What parts of a scenario draw. */
final class Draws {
  private Draws() {}

  /** The uses of randomness of a part itself. */
  static List<Draw> of(Record part) {
    if (part instanceof UsesRandomness uses) {
      return uses.draws();
    }
    About about = part.getClass().getAnnotation(About.class);
    return about == null ? List.of() : List.of(about.draws());
  }

  /** Those of a part and of all parts that it holds, as a response that modulates another. */
  static SortedSet<Draw> within(Record part) {
    SortedSet<Draw> draws = new TreeSet<>(of(part));
    for (RecordComponent component : Binder.keys(part.getClass()).values()) {
      Object value = ScenarioWriter.read(component, part);
      Object held = value instanceof Optional<?> given && given.isPresent() ? given.get() : value;
      if (held instanceof Record nested && Catalog.listing(nested.getClass()).isPresent()) {
        draws.addAll(within(nested));
      }
    }
    return draws;
  }
}
