package org.sibyl.simulation.screening;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.UsesRandomness;
import org.sibyl.simulation.Survey;

/** What a survey within another one says of itself. */
final class Inner {
  private Inner() {}

  /** The uses of randomness of a survey. */
  static List<Draw> draws(Survey survey) {
    if (survey instanceof UsesRandomness uses) {
      return uses.draws();
    }
    About about = survey.getClass().getAnnotation(About.class);
    return about == null ? List.of() : List.of(about.draws());
  }
}
