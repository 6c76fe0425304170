package org.sibyl.scenario;

import java.util.List;
import java.util.Map;

/** Values that the command line sets in a scenario: {@code path=value}. */
final class Overrides {
  private Overrides() {}

  /** The tree with all overrides applied, in order. */
  static Node apply(Node root, List<String> overrides) {
    Node changed = root;
    for (String override : overrides) {
      int equals = override.indexOf('=');
      Place place = new Place("--set " + override, 0);
      if (equals <= 0) {
        throw new ScenarioException(
            place, "is not of the form path=value. Example: --set outcome.group-threshold=0.4");
      }
      changed = set(changed, place, override.substring(0, equals), override.substring(equals + 1));
    }
    return changed;
  }

  /** The tree with the value at the path, as if it were written at the place. */
  static Node set(Node root, Place place, String path, String yaml) {
    Node value = YamlReader.value(place.toString(), yaml);
    return set(root, path.split("\\.", -1), 0, value);
  }

  private static Node set(Node node, String[] path, int depth, Node value) {
    if (depth == path.length) {
      return value;
    }
    if (!(node instanceof Node.Mapping mapping)) {
      throw new ScenarioException(
          value.place(),
          (depth == 0 ? "the scenario" : String.join(".", List.of(path).subList(0, depth)))
              + " is "
              + node.kind()
              + ", not a section: it has no key '"
              + path[depth]
              + "'.");
    }
    Node below =
        mapping.members().getOrDefault(path[depth], new Node.Mapping(Map.of(), value.place()));
    return mapping.with(path[depth], set(below, path, depth + 1, value));
  }
}
