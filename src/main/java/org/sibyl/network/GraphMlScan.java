package org.sibyl.network;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The first pass over a GraphML text: refuses what is not well-formed, declares a document type or
 * is directed, and notes the line of each edge, which JGraphT's importer does not tell.
 */
final class GraphMlScan extends DefaultHandler {
  private static final String NO_DOCUMENT_TYPE =
      "http://apache.org/xml/features/disallow-doctype-decl";

  private final Path file;
  private final IntStream.Builder edgeLines = IntStream.builder();
  private @Nullable Locator locator;

  private GraphMlScan(Path file) {
    this.file = file;
  }

  /** For each edge element, in order, the line on which its start tag ends. */
  static int[] edgeLines(Path file, String text) {
    GraphMlScan scan = new GraphMlScan(file);
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCUMENT_TYPE, true);
      factory.newSAXParser().parse(new InputSource(new StringReader(text)), scan);
    } catch (SAXParseException e) {
      String remedy =
          text.contains("<!DOCTYPE") ? "Remove the document type declaration." : "Repair the XML.";
      throw new NetworkFileException(
          file, e.getLineNumber(), "is refused (" + e.getMessage() + ") " + remedy);
    } catch (SAXException | ParserConfigurationException e) {
      throw new NetworkFileException(file, "is refused (" + e.getMessage() + ").");
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory has no other
    }
    return scan.edgeLines.build().toArray();
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes) {
    int line = locator == null ? 1 : locator.getLineNumber();
    if ("directed".equals(attributes.getValue("edgedefault"))
        || ("edge".equals(localName) && "true".equals(attributes.getValue("directed")))) {
      throw new NetworkFileException(
          file,
          line,
          "'directed': a network is undirected. Say edgedefault=\"undirected\", each edge once.");
    }
    if (localName.equals("edge")) {
      edgeLines.add(line);
    }
  }

  @Override
  public void error(SAXParseException e) throws SAXException {
    throw e;
  }
}
