package org.sibyl.experiment.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What {@link ReplayRecorder} recorded, read back. */
public final class Replay {
  /** Its file in the folder of a run. */
  public static final String FILE = "replay.json";

  private Replay() {}

  /**
   * Holds a recorded replay against what a page relies on.
   *
   * @throws IllegalArgumentException when it is not whole, with what is wrong
   */
  public static ObjectNode checked(JsonNode json) {
    int individuals = json.path("individuals").asInt();
    int rounds = json.path("rounds").size();
    if (!json.isObject() || individuals < 1 || rounds < 1) {
      throw new IllegalArgumentException("it has no rounds or no individuals");
    }
    expectBytes(json, "positions", 4 * individuals);
    expectBytes(json, "ends", 4 * json.path("drawnLinks").asInt());
    expectSize(json, "degrees", individuals);
    for (JsonNode column : json.path("columns")) {
      expectBytes(column, "codes", individuals * rounds);
    }
    for (JsonNode distribution : json.path("distributions")) {
      int bins = distribution.path("bins").asInt();
      for (JsonNode curve : distribution.path("curves")) {
        int bytes = length(curve, "shares");
        if (bytes != 2 * bins && bytes != 2 * bins * rounds) {
          throw wrong("shares", bytes, 2 * bins * rounds);
        }
      }
    }
    return (ObjectNode) json;
  }

  private static void expectBytes(JsonNode node, String field, int bytes) {
    if (length(node, field) != bytes) {
      throw wrong(field, length(node, field), bytes);
    }
  }

  private static void expectSize(JsonNode node, String field, int size) {
    if (node.path(field).size() != size) {
      throw wrong(field, node.path(field).size(), size);
    }
  }

  private static int length(JsonNode node, String field) {
    return Packed.length(node.path(field).asText());
  }

  private static IllegalArgumentException wrong(String field, int found, int expected) {
    return new IllegalArgumentException(
        "'" + field + "' has the size " + found + ", not " + expected);
  }
}
