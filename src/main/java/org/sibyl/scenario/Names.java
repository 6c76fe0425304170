package org.sibyl.scenario;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How names are spelt in scenarios, and which known name a misspelt one is nearest to. */
public final class Names {
  private Names() {}

  /** {@code riskOfLoss} or {@code RISK_OF_LOSS} as {@code risk-of-loss}. */
  static String kebab(String java) {
    if (java.equals(java.toUpperCase(Locale.ROOT))) {
      return java.toLowerCase(Locale.ROOT).replace('_', '-');
    }
    return java.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** An enum constant as scenarios spell it. */
  static String of(Enum<?> constant) {
    return kebab(constant.name());
  }

  /** "unknown key 'x'. Known: ..., nearest first. Maybe you meant 'y'." */
  public static String unknown(String what, String given, Collection<String> known) {
    if (known.isEmpty()) {
      return "unknown " + what + "'" + given + "'. There is nothing to set here.";
    }
    return "unknown " + what + "'" + given + "'. " + known(given, known);
  }

  /** "Known: ..., nearest first. Maybe you meant 'y'." */
  static String known(String given, Collection<String> known) {
    Optional<String> meant = nearest(given, known);
    Comparator<String> nearestFirst =
        Comparator.comparing((String name) -> !meant.equals(Optional.of(name)))
            .thenComparingInt(name -> distance(given, name));
    String names = String.join(", ", known.stream().sorted(nearestFirst).toList());
    return "Known: " + names + "." + suggestion(given, known);
  }

  /** " Maybe you meant 'y'.", or nothing when no name is near. */
  static String suggestion(String given, Collection<String> known) {
    return nearest(given, known).map(name -> " Maybe you meant '" + name + "'.").orElse("");
  }

  /**
   * " Maybe you meant 'y'." for a file that does not exist, if one in its folder has a near name.
   */
  static String beside(Path missing) {
    Path folder = missing.toAbsolutePath().getParent();
    String[] names = folder == null ? null : folder.toFile().list();
    if (names == null) {
      return "";
    }
    Arrays.sort(names);
    return suggestion(String.valueOf(missing.getFileName()), Arrays.asList(names));
  }

  private static Optional<String> nearest(String given, Collection<String> known) {
    return known.stream()
        .filter(
            name ->
                distance(given, name) <= StrictMath.max(2, name.length() / 3)
                    || isAbbreviation(given, name))
        .min(Comparator.comparingInt(name -> distance(given, name)));
  }

  /** rrm for repeated-risk-minimization. */
  private static boolean isAbbreviation(String given, String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("-")) {
      initials.append(word, 0, StrictMath.min(1, word.length()));
    }
    return initials.length() > 1 && given.toLowerCase(Locale.ROOT).startsWith(initials.toString());
  }

  /** Levenshtein distance: insertions, deletions and substitutions of characters. */
  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = StrictMath.min(substitution, StrictMath.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
