package org.sibyl.experiment.reproduction;

import java.util.List;

/** What a verdict finds out of band, told as tests show it. */
final class Wrong {
  private Wrong() {}

  static List<String> of(Verdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> !finding.inBand())
        .map(
            finding ->
                finding.expected().quantity()
                    + ": "
                    + finding.expected().value()
                    + ", not "
                    + finding.measured())
        .toList();
  }
}
