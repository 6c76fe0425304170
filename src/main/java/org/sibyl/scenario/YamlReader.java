package org.sibyl.scenario;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML into {@link Node}s. Only plain data comes through: no tag names a class, keys are
 * unique, and anchors cannot blow a small file up.
 */
final class YamlReader {
  private static final int MOST_NODES = 5_000_000;
  private static final int MOST_CHARACTERS = 100_000_000;
  private static final int MOST_ALIASES = 20;
  private static final int MOST_LEVELS = 30;
  private static final List<Tag> PLAIN_TAGS =
      List.of(
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.MERGE,
          Tag.MAP,
          Tag.SEQ);

  private static final Pattern PLAIN =
      Pattern.compile("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?|[A-Za-z][A-Za-z0-9_-]*");

  private final String source;
  private final boolean lines;
  private int nodes;

  private YamlReader(String source, boolean lines) {
    this.source = source;
    this.lines = lines;
  }

  /** Reads a file's text. */
  static Node read(String source, String text) {
    return new YamlReader(source, true).parse(text);
  }

  /** Reads a value given by an option or a default. */
  static Node value(String source, String text) {
    // what can only be one plain word or number needs no parser: a sweep sets many of them
    return PLAIN.matcher(text).matches()
        ? new Node.Scalar(text, true, new Place(source, 0))
        : new YamlReader(source, false).parse(text);
  }

  private Node parse(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setNestingDepthLimit(MOST_LEVELS);
    options.setCodePointLimit(MOST_CHARACTERS);
    org.yaml.snakeyaml.nodes.Node root;
    try {
      root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      String context = e.getContext() == null ? "" : e.getContext() + ", ";
      throw new ScenarioException(
          new Place(source, lines ? line : 0), "not valid YAML: " + context + e.getProblem() + ".");
    } catch (ReaderException e) {
      long line = 1 + text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      throw new ScenarioException(
          new Place(source, lines ? (int) line : 0),
          String.format(
              Locale.ROOT,
              "not valid YAML: the character U+%04X is not allowed. Remove it.",
              e.getCodePoint()));
    } catch (YAMLException e) {
      throw new ScenarioException(
          new Place(source, 0),
          "not read: "
              + e.getMessage()
              + ". A scenario may nest "
              + MOST_LEVELS
              + " levels and repeat "
              + MOST_ALIASES
              + " anchors. Write it more plainly.");
    }
    if (root == null) {
      return new Node.Scalar("", true, new Place(source, lines ? 1 : 0));
    }
    return convert(root);
  }

  private Node convert(org.yaml.snakeyaml.nodes.Node node) {
    Place place = place(node);
    if (++nodes > MOST_NODES) {
      throw new ScenarioException(
          place, "more than " + MOST_NODES + " values; are anchors nested? Write them out.");
    }
    checkTag(node, place);
    if (node instanceof ScalarNode scalar) {
      return new Node.Scalar(
          scalar.getValue(), scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN, place);
    }
    if (node.isTwoStepsConstruction()) {
      throw new ScenarioException(place, "an anchor contains itself. Write the values out.");
    }
    if (node instanceof SequenceNode sequence) {
      List<Node> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(convert(item)));
      return new Node.Sequence(items, place);
    }
    return mapping((MappingNode) node, place);
  }

  private static void checkTag(org.yaml.snakeyaml.nodes.Node node, Place place) {
    if (!PLAIN_TAGS.contains(node.getTag())) {
      throw new ScenarioException(
          place,
          "tag '" + node.getTag() + "' is not allowed: a scenario is plain data. Remove it.");
    }
  }

  private Node mapping(MappingNode mapping, Place place) {
    Map<String, Node> members = new LinkedHashMap<>();
    for (NodeTuple member : mapping.getValue()) {
      Place where = place(member.getKeyNode());
      if (!(member.getKeyNode() instanceof ScalarNode key)) {
        throw new ScenarioException(where, "a key must be a single word.");
      }
      if (key.getTag().equals(Tag.MERGE)) {
        throw new ScenarioException(where, "merge keys (<<) are not read. Write the keys out.");
      }
      checkTag(key, where);
      Node value = convert(member.getValueNode());
      if (members.put(key.getValue(), value) != null) {
        throw new ScenarioException(
            where, "key '" + key.getValue() + "' is given twice. Keep one of them.");
      }
    }
    return new Node.Mapping(members, place);
  }

  private Place place(org.yaml.snakeyaml.nodes.Node node) {
    return new Place(source, lines ? node.getStartMark().getLine() + 1 : 0);
  }
}
