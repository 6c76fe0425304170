package org.sibyl.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** Which program made results, on which machine, of what, and what it took. */
public final class Provenance {
  /** The file's name in a folder of results. */
  public static final String FILE = "provenance.json";

  private Provenance() {}

  /** Of results that were made of this scenario in so many seconds by this process. */
  public static ObjectNode of(String yaml, long seed, double seconds) {
    Version version = Version.current();
    ObjectNode provenance = JsonNodeFactory.instance.objectNode();
    provenance.put("sibyl-version", version.number());
    provenance.put("commit", version.commit());
    provenance.put(
        "jvm",
        System.getProperty("java.vm.name")
            + " "
            + System.getProperty("java.runtime.version")
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch"));
    provenance.put("scenario-sha256", Sha256.of(yaml));
    provenance.put("seed", seed);
    provenance.put("wall-seconds", StrictMath.rint(seconds * 1000) / 1000);
    provenance.put("peak-heap-bytes", peakHeap());
    return provenance;
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(peak -> peak.getUsed())
        .sum();
  }
}
