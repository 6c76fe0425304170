package org.sibyl.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Reproductions;

/**
 * One page of all reproductions whose files are in a folder: those just run, and those run before,
 * which it tells apart.
 */
final class ReproductionsPage {
  static final String FILE = "index.html";

  private final ReproductionFiles files;

  ReproductionsPage(ReproductionFiles files) {
    this.files = files;
  }

  /** Where it is. */
  Path file() {
    return files.folder().resolve(FILE);
  }

  /**
   * Writes it.
   *
   * @param fresh what this command has run so far
   * @param skipped what it has not, and what those need
   */
  void write(Set<Reproduction> fresh, Map<Reproduction, String> skipped) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("version", Version.current().number()).put("commit", Version.current().commit());
    data.put("all", Reproductions.ALL.size());
    ArrayNode sections = data.putArray("reproductions");
    for (Reproduction reproduction : Reproductions.ALL) {
      if (files.has(reproduction)) {
        sections.add(section(reproduction, fresh.contains(reproduction)));
      } else if (skipped.containsKey(reproduction)) {
        sections.add(
            head(reproduction).put("fresh", true).put("skipped", skipped.get(reproduction)));
      }
    }
    WholeFile.write(file(), Page.of("reproductions.html", "Reproductions", data));
  }

  private ObjectNode section(Reproduction reproduction, boolean fresh) {
    ObjectNode section = head(reproduction);
    section.put("fresh", fresh);
    section.set("axes", axes(reproduction.axes()));
    try {
      section.put(
          "when",
          Files.getLastModifiedTime(files.findings(reproduction))
              .toInstant()
              .truncatedTo(ChronoUnit.MINUTES)
              .toString());
      section.setAll(files.read(reproduction));
    } catch (IOException e) {
      section.put("damaged", String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    return section;
  }

  private static ObjectNode head(Reproduction reproduction) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", reproduction.name())
        .put("reference", reproduction.reference())
        .put("statement", reproduction.statement());
  }

  private static ObjectNode axes(Axes axes) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("kind", axes.kind().name().toLowerCase(Locale.ROOT)).put("x", axes.x());
    axes.heights().forEach(node.putArray("heights")::add);
    axes.groups().forEach(node.putArray("groups")::add);
    return node;
  }
}
