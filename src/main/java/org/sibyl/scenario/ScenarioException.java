package org.sibyl.scenario;

/** A scenario that cannot be run as it is written: place, path, value, rule and remedy. */
public final class ScenarioException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  ScenarioException(Place place, String path, String message) {
    super(place + ": " + (path.isEmpty() ? "" : path + ": ") + message);
  }

  ScenarioException(Place place, String message) {
    this(place, "", message);
  }

  /**
   * An error that a part itself reports. Its message begins with a key, as in "floor: 2 must lie in
   * [0, 1]."; where that key was written, it becomes part of the place and the path.
   */
  static ScenarioException reportedBy(Node part, String path, String message) {
    int colon = message.indexOf(": ");
    String key = colon < 0 ? "" : message.substring(0, colon);
    Node written = part.member(key.replaceFirst("(\\[\\d+])+$", "")).orElse(null);
    return written == null
        ? new ScenarioException(part.place(), path, message)
        : new ScenarioException(
            written.place(), path.isEmpty() ? key : path + "." + key, message.substring(colon + 2));
  }
}
