package org.sibyl.population;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps {@linkplain FeatureSource#prepared() prepared} sources, one for all that are equal. Whoever
 * plays many replicates or cells of a sweep owns one, so that a file is read once for all of them;
 * a file that changes afterwards is seen by the next owner. Safe for several threads: those that
 * ask while a source is being prepared wait.
 */
public final class PreparedSources {
  private final Map<FeatureSource, FeatureSource> known = new LinkedHashMap<>();

  /** The prepared form of this source; an exception of its reading is thrown at every call. */
  public synchronized FeatureSource of(FeatureSource source) {
    return known.computeIfAbsent(source, FeatureSource::prepared);
  }
}
