package org.sibyl.numeric;

/**
 * Every use of randomness, with a fixed key: results are addressed by use, never by order of
 * asking.
 */
public enum Draw {
  /** Features and other private state at the start. */
  FEATURES(1, "features and private state at the start"),
  /** The network. */
  NETWORK(2, "the network"),
  /** Individuals' responses. */
  RESPONSE(3, "individuals' responses"),
  /** Nature's outcomes. */
  NATURE(4, "outcomes that Nature draws"),
  /** The learner: initial models, mini-batches. */
  LEARNER(5, "the learner: initial models, mini-batches"),
  /** Randomised models. */
  DEPLOYMENT(6, "predictions of randomised models"),
  /** Which individuals are observed. */
  SURVEY(7, "who is observed"),
  /** The points of a sweep. */
  DESIGN(8, "the points of the sweep");

  private final int key;
  private final String meaning;

  Draw(int key, String meaning) {
    this.key = key;
    this.meaning = meaning;
  }

  int key() {
    return key;
  }

  /** What is drawn, in words. */
  public String meaning() {
    return meaning;
  }
}
