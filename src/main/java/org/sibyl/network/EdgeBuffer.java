package org.sibyl.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Edges while they are collected: two parallel arrays that grow. */
final class EdgeBuffer {
  private int[] sources;
  private int[] targets;
  private int count;

  EdgeBuffer(int expected) {
    sources = new int[expected];
    targets = new int[expected];
  }

  /** Two positions, first below second, that hold the same edge. */
  record Repeat(int first, int second) {}

  void add(int source, int target) {
    if (count == sources.length) {
      int room = (int) StrictMath.min(Integer.MAX_VALUE / 2, 16 + count * 2L);
      sources = Arrays.copyOf(sources, room);
      targets = Arrays.copyOf(targets, room);
    }
    sources[count] = source;
    targets[count] = target;
    count++;
  }

  int count() {
    return count;
  }

  int source(int position) {
    return sources[position];
  }

  int target(int position) {
    return targets[position];
  }

  /** The earliest edge that repeats one before it, in either direction. */
  @Nullable Repeat firstRepeat() {
    if (!hasRepeat()) {
      return null;
    }
    Map<Long, Integer> seen = new HashMap<>();
    for (int e = 0; e < count; e++) {
      Integer before = seen.putIfAbsent(key(e), e);
      if (before != null) {
        return new Repeat(before, e);
      }
    }
    throw new AssertionError("an edge repeats but was not found");
  }

  /** The network of these edges, which must be simple and within 0..size-1. */
  Network network(int size) {
    return Network.ofSimple(size, sources, targets, count);
  }

  // Sorting numbers takes a tenth of the memory of the map, which only an error needs.
  private boolean hasRepeat() {
    long[] keys = new long[count];
    for (int e = 0; e < count; e++) {
      keys[e] = key(e);
    }
    Arrays.sort(keys);
    for (int e = 1; e < count; e++) {
      if (keys[e] == keys[e - 1]) {
        return true;
      }
    }
    return false;
  }

  private long key(int e) {
    long low = StrictMath.min(sources[e], targets[e]);
    return low << 32 | StrictMath.max(sources[e], targets[e]);
  }
}
