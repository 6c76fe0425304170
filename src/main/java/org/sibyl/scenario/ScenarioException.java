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
}
