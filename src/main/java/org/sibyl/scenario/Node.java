package org.sibyl.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A scenario file as a tree that remembers where each value was written. */
sealed interface Node {
  /** Where it was written. */
  Place place();

  /** What it is, in words, for messages. */
  String kind();

  /** As YAML in one line; texts that could be taken for something else in quotes. */
  String flow();

  /** What is written under a key. */
  default Optional<Node> member(String key) {
    return Optional.empty();
  }

  /** A text in double quotes, with JSON's escapes, which YAML has, too. */
  private static String quoted(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }

  /**
   * A single value.
   *
   * @param text as written
   * @param plain whether it was written without quotes
   */
  record Scalar(String text, boolean plain, Place place) implements Node {
    private static final int SHOWN = 60;

    private static final Pattern NUMBER =
        Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?|[-+]?\\.(inf|nan)|\\.NaN|NaN");

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*|\\d+/\\d+");

    @Override
    public String flow() {
      boolean bare = plain && (isNumber() || WORD.matcher(text).matches());
      return isNull() ? "~" : bare ? text : quoted(text);
    }

    boolean isNumber() {
      return plain && NUMBER.matcher(text).matches();
    }

    /** Whether it would be a number without its quotes. */
    boolean isQuotedNumber() {
      return !plain && NUMBER.matcher(text).matches();
    }

    boolean isNull() {
      return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    double number() {
      String lower = text.toLowerCase(java.util.Locale.ROOT);
      if (lower.endsWith("nan")) {
        return Double.NaN;
      }
      if (lower.endsWith(".inf")) {
        return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      }
      return Double.parseDouble(text);
    }

    @Override
    public String kind() {
      String line = text.replaceAll("\\p{Cntrl}", " ");
      String shown = line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
      return isNull() ? "nothing" : isNumber() ? "the number " + shown : "the text '" + shown + "'";
    }
  }

  /** A list. */
  record Sequence(List<Node> items, Place place) implements Node {
    @Override
    public String flow() {
      return items.stream().map(Node::flow).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys and values, in the order written. */
  record Mapping(Map<String, Node> members, Place place) implements Node {
    @Override
    public String flow() {
      return members.entrySet().stream()
          .map(member -> quotedKey(member.getKey()) + ": " + member.getValue().flow())
          .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quotedKey(String key) {
      return Scalar.WORD.matcher(key).matches() ? key : quoted(key);
    }

    @Override
    public String kind() {
      return "a section";
    }

    @Override
    public Optional<Node> member(String key) {
      return Optional.ofNullable(members.get(key));
    }

    /** A copy with one member replaced or added. */
    Mapping with(String key, Node value) {
      Map<String, Node> changed = new LinkedHashMap<>(members);
      changed.put(key, value);
      return new Mapping(changed, place);
    }

    /** A copy without a member. */
    Mapping without(String key) {
      Map<String, Node> fewer = new LinkedHashMap<>(members);
      fewer.remove(key);
      return new Mapping(fewer, place);
    }
  }
}
